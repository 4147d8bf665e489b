#include "keel-recurrence-walk.h"

/* A search ends this far behind where it begins. */
#define CENTURY 36525

static inline gint64
ceil_div (gint64 value, gint64 by)
{
  return value / by + (value % by > 0);
}

/* --- DAILY --- */

static void
walk_plain_days (KeelWalk *walk)
{
  gint64 interval = walk->rule->interval;
  gint64 skip = walk->from > walk->start ? ceil_div (walk->from - walk->start, interval) : 0;

  walk->left -= skip;
  for (gint64 day = walk->start + skip * interval; day < walk->to; day += interval)
    if (!keel_walk_look (walk, 1) || !keel_walk_take (walk, day))
      return;
}

static gboolean
matches_day (const KeelRecurrence *rule, const KeelMonth *month, gint64 day)
{
  int day_of_month = (int) (day - month->first) + 1;

  if (rule->has_month_days && (rule->month_days >> day_of_month & 1) == 0 &&
      (rule->month_days_last >> (month->length + 1 - day_of_month) & 1) == 0)
    return FALSE;
  return !rule->has_weekdays || (rule->weekdays >> keel_day_get_weekday (day) & 1) != 0;
}

static void
walk_filtered_days (KeelWalk *walk)
{
  const KeelRecurrence *rule = walk->rule;
  gint64 interval = rule->interval;
  gint64 day = walk->start;
  KeelMonth month = { .first = 0, .length = 0 };

  day += keel_walk_get_steps_to_skip (walk, walk->from - walk->start, interval) * interval;
  for (; day < walk->to; day += interval)
    {
      if (!keel_walk_look (walk, 1))
        return;
      if (day < month.first || day >= month.first + month.length)
        keel_month_init_at (&month, day);
      if (rule->months != 0 && (rule->months >> month.month & 1) == 0)
        day += (month.first + month.length - 1 - day) / interval * interval;
      else if (matches_day (rule, &month, day) && !keel_walk_take (walk, day))
        return;
    }
}

/* A day is a set of one date: only the first and the last position choose it. */
static void
walk_days (KeelWalk *walk)
{
  const KeelRecurrence *rule = walk->rule;

  if (rule->has_positions && !keel_position_has (rule->positions, 1) &&
      !keel_position_has (rule->positions_last, 1))
    return;
  if (rule->months == 0 && !rule->has_month_days && !rule->has_weekdays)
    walk_plain_days (walk);
  else
    walk_filtered_days (walk);
}

/* --- WEEKLY --- */

/* Keeps of the @count days in @days those whose place BYSETPOS names. */
static guint
choose_days (const KeelRecurrence *rule, int *days, guint count)
{
  guint kept = 0;

  for (guint i = 0; i < count; i++)
    if (!rule->has_positions || keel_position_has (rule->positions, i + 1) ||
        keel_position_has (rule->positions_last, count - i))
      days[kept++] = days[i];
  return kept;
}

/* Each week has the same dates, so that week and place follow from the number of the date. */
static void
walk_even_weeks (KeelWalk *walk, gint64 week, const int *days, guint count)
{
  gint64 step = 7 * walk->rule->interval;
  gint64 skip = walk->from > week ? (walk->from - week) / step : 0;

  if (count == 0)
    return;
  if (skip > 0)
    {
      walk->left -= skip * count;
      for (guint i = 0; i < count && week + days[i] < walk->start; i++)
        walk->left++;
    }
  for (week += skip * step; week < walk->to; week += step)
    {
      walk->looked += count;
      if (walk->looked > KEEL_WALK_MAX_LOOKED)
        return;
      for (guint i = 0; i < count; i++)
        if (!keel_walk_take (walk, week + days[i]))
          return;
    }
}

/* BYMONTH takes days out of some weeks, even out of the middle of one. */
static void
walk_weeks_of_months (KeelWalk *walk, gint64 week, const int *days, guint count)
{
  gint64 step = 7 * walk->rule->interval;

  week += keel_walk_get_steps_to_skip (walk, walk->from - week, step) * step;
  for (; week < walk->to && keel_walk_look (walk, count); week += step)
    {
      int chosen[7];
      guint n = 0;
      KeelMonth month;

      keel_month_init_at (&month, week);
      for (guint i = 0; i < count; i++)
        {
          gboolean is_next = week + days[i] >= month.first + month.length;
          int number = is_next ? month.month % 12 + 1 : month.month;

          if ((walk->rule->months >> number & 1) != 0)
            chosen[n++] = days[i];
        }
      n = choose_days (walk->rule, chosen, n);
      for (guint i = 0; i < n; i++)
        if (!keel_walk_take (walk, week + chosen[i]))
          return;
    }
}

static void
walk_weeks (KeelWalk *walk)
{
  const KeelRecurrence *rule = walk->rule;
  guint32 weekdays = rule->has_weekdays ? rule->weekdays : 1u << keel_day_get_weekday (walk->start);
  gint64 week = walk->start - (keel_day_get_weekday (walk->start) - rule->week_start + 7) % 7;
  int days[7];
  guint count = 0;

  for (int i = 0; i < 7; i++)
    if ((weekdays >> ((rule->week_start + i) % 7) & 1) != 0)
      days[count++] = i;
  if (rule->months != 0)
    walk_weeks_of_months (walk, week, days, count);
  else
    walk_even_weeks (walk, week, days, choose_days (rule, days, count));
}

/* --- Where the walk begins and ends --- */

/* The last day on which the rule may still have a date. */
static gint64
get_last_day (const KeelRecurrence *rule, int minute, GTimeZone *zone)
{
  g_autoptr (GTimeZone) utc = NULL;
  gint64 day;

  switch (rule->until_kind)
    {
    case KEEL_UNTIL_DATE:
      return rule->until;
    case KEEL_UNTIL_LOCAL:
      day = keel_local_time_get_days (rule->until);
      return keel_local_time_get_minute (rule->until) >= minute ? day : day - 1;
    case KEEL_UNTIL_UTC:
      if (zone == NULL)
        zone = utc = g_time_zone_new_utc ();
      day = keel_local_time_get_days (keel_local_time_from_utc (rule->until, zone)) + 1;
      while (keel_local_time_to_utc (day * KEEL_MINUTES_PER_DAY + minute, zone) > rule->until)
        day--;
      return day;
    case KEEL_UNTIL_NONE:
    default:
      return keel_local_time_get_days (KEEL_LOCAL_TIME_END) - 1;
    }
}

/* The first day whose @minute is not before @local. */
static gint64
get_first_day (KeelLocalTime local, int minute)
{
  KeelLocalTime clamped = CLAMP (local, KEEL_LOCAL_TIME_MIN, KEEL_LOCAL_TIME_END);
  gint64 day = keel_local_time_get_days (clamped);

  return keel_local_time_get_minute (clamped) > minute ? day + 1 : day;
}

/* Only dates that the rule matches count: a @start that it does not match is no occurrence and is not
 * counted by COUNT (RFC 5545 leaves that open; calendars that add it write it as a date of its own).
 * BYSETPOS chooses from all dates of a period, also from those before @start. An UNTIL in UTC with
 * @zone NULL is read as if the schedule were in UTC.
 *
 * A search ends a century after the later of @start and @from, and after 40,000 days looked at. */
guint64
keel_recurrence_expand (const KeelRecurrence *self, KeelLocalTime start, GTimeZone *zone, KeelLocalTime from,
                        KeelLocalTime to, KeelRecurrenceFunc func, gpointer data)
{
  static void (*const walks[]) (KeelWalk *) = { walk_days, walk_weeks, keel_walk_months, keel_walk_years };
  KeelWalk walk = { .rule = self, .func = func, .data = data };

  g_return_val_if_fail (self != NULL && func != NULL, 0);

  if (start < KEEL_LOCAL_TIME_MIN || start >= KEEL_LOCAL_TIME_END)
    return 0;
  walk.start = keel_local_time_get_days (start);
  walk.minute = keel_local_time_get_minute (start);
  walk.from = get_first_day (from, walk.minute);
  walk.to = MIN (get_first_day (to, walk.minute), get_last_day (self, walk.minute, zone) + 1);
  walk.to = MIN (walk.to, MAX (walk.start, walk.from) + CENTURY);
  walk.left = self->count > 0 ? self->count : G_MAXINT64 / 2;
  if (walk.to > MAX (walk.start, walk.from))
    walks[self->frequency](&walk);
  return walk.looked;
}

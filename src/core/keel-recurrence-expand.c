#include "keel-recurrence-private.h"

#include <string.h>

/* A search ends this far behind where it begins, and after this many days looked at. */
#define CENTURY 36525
#define MAX_LOOKED 40000

#define ALL_MONTHS 0x1ffeu

/* One walk over the days of a rule. Days count from 1970. */
typedef struct
{
  const KeelRecurrence *rule;
  KeelRecurrenceFunc func;
  gpointer data;

  gint64 start;    /* day of the rule's start */
  int minute;      /* of the day */
  gint64 from, to; /* days wanted; to is outside */
  gint64 left;     /* dates that COUNT still allows */
  guint64 looked;
} Walk;

typedef struct
{
  gint64 first; /* its first day */
  int month;    /* 1–12 */
  int length;
  int weekday;  /* of its first day */
} Month;

static inline gint64
ceil_div (gint64 value,
          gint64 by)
{
  return value / by + (value % by > 0);
}

static inline int
weekday_of (gint64 day)
{
  int weekday = (int) ((day + 4) % 7);

  return weekday < 0 ? weekday + 7 : weekday;
}

static inline guint
count_bits (guint32 bits)
{
  return (guint) __builtin_popcount (bits);
}

static void
month_init (Month *self,
            int    year,
            int    month)
{
  self->first = keel_days_from_civil (year, month, 1);
  self->month = month;
  self->length = keel_days_in_month (year, month);
  self->weekday = weekday_of (self->first);
}

static void
month_init_at (Month *self,
               gint64 day)
{
  int year, month, day_of_month;

  keel_civil_from_days (day, &year, &month, &day_of_month);
  month_init (self, year, month);
}

/* Takes one date that the rule matches; FALSE ends the walk. Every walk hands its dates over in
 * ascending order. */
static inline gboolean
take_day (Walk  *walk,
          gint64 day)
{
  if (day < walk->start)
    return TRUE;
  if (day >= walk->to || walk->left-- <= 0)
    return FALSE;
  return day < walk->from || walk->func (day * KEEL_MINUTES_PER_DAY + walk->minute, walk->data);
}

static inline gboolean
look (Walk *walk,
      guint days)
{
  walk->looked += MAX (days, 1);
  return walk->looked <= MAX_LOOKED;
}

/* The number of whole steps of @size that lie between the start and what is wanted. Only COUNT has to
 * be walked from the start. */
static gint64
get_steps_to_skip (const Walk *walk,
                   gint64      distance,
                   gint64      size)
{
  return distance > 0 && walk->rule->count == 0 ? distance / size : 0;
}

/* --- DAILY --- */

static void
walk_plain_days (Walk *walk)
{
  gint64 interval = walk->rule->interval;
  gint64 skip = walk->from > walk->start ? ceil_div (walk->from - walk->start, interval) : 0;

  walk->left -= skip;
  for (gint64 day = walk->start + skip * interval; day < walk->to; day += interval)
    if (!look (walk, 1) || !take_day (walk, day))
      return;
}

static gboolean
matches_day (const KeelRecurrence *rule,
             const Month          *month,
             gint64                day)
{
  int day_of_month = (int) (day - month->first) + 1;

  if (rule->has_month_days && (rule->month_days >> day_of_month & 1) == 0 &&
      (rule->month_days_last >> (month->length + 1 - day_of_month) & 1) == 0)
    return FALSE;
  return !rule->has_weekdays || (rule->weekdays >> weekday_of (day) & 1) != 0;
}

static void
walk_filtered_days (Walk *walk)
{
  const KeelRecurrence *rule = walk->rule;
  gint64 interval = rule->interval;
  gint64 day = walk->start;
  Month month = { .first = 0, .length = 0 };

  day += get_steps_to_skip (walk, walk->from - walk->start, interval) * interval;
  for (; day < walk->to; day += interval)
    {
      if (!look (walk, 1))
        return;
      if (day < month.first || day >= month.first + month.length)
        month_init_at (&month, day);
      if (rule->months != 0 && (rule->months >> month.month & 1) == 0)
        day += (month.first + month.length - 1 - day) / interval * interval;
      else if (matches_day (rule, &month, day) && !take_day (walk, day))
        return;
    }
}

/* A day is a set of one date: only the first and the last position choose it. */
static void
walk_days (Walk *walk)
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
choose_days (const KeelRecurrence *rule,
             int                  *days,
             guint                 count)
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
walk_even_weeks (Walk      *walk,
                 gint64     week,
                 const int *days,
                 guint      count)
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
      if (walk->looked > MAX_LOOKED)
        return;
      for (guint i = 0; i < count; i++)
        if (!take_day (walk, week + days[i]))
          return;
    }
}

/* BYMONTH takes days out of some weeks, even out of the middle of one. */
static void
walk_weeks_of_months (Walk      *walk,
                      gint64     week,
                      const int *days,
                      guint      count)
{
  gint64 step = 7 * walk->rule->interval;

  week += get_steps_to_skip (walk, walk->from - week, step) * step;
  for (; week < walk->to && look (walk, count); week += step)
    {
      int chosen[7];
      guint n = 0;
      Month month;

      month_init_at (&month, week);
      for (guint i = 0; i < count; i++)
        {
          gboolean is_next = week + days[i] >= month.first + month.length;
          int number = is_next ? month.month % 12 + 1 : month.month;

          if ((walk->rule->months >> number & 1) != 0)
            chosen[n++] = days[i];
        }
      n = choose_days (walk->rule, chosen, n);
      for (guint i = 0; i < n; i++)
        if (!take_day (walk, week + chosen[i]))
          return;
    }
}

static void
walk_weeks (Walk *walk)
{
  const KeelRecurrence *rule = walk->rule;
  guint32 weekdays = rule->has_weekdays ? rule->weekdays : 1u << weekday_of (walk->start);
  gint64 week = walk->start - (weekday_of (walk->start) - rule->week_start + 7) % 7;
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

/* --- MONTHLY and YEARLY: a period is one or twelve sets of the days 1–31 --- */

static inline guint32
get_all_days (const Month *month)
{
  return (guint32) ((G_GUINT64_CONSTANT (2) << month->length) - 2);
}

static guint32
get_month_days (const KeelRecurrence *rule,
                const Month          *month)
{
  guint32 days = rule->month_days;

  for (int n = 1; n <= month->length && rule->month_days_last != 0; n++)
    if ((rule->month_days_last >> n & 1) != 0)
      days |= 1u << (month->length + 1 - n);
  return days & get_all_days (month);
}

/* The days of @month that fall on one of @weekdays. */
static guint32
get_weekdays (const Month *month,
              guint32      weekdays)
{
  guint32 days = 0;

  for (int i = 0; i < 7; i++)
    if ((weekdays >> ((month->weekday + i) % 7) & 1) != 0)
      days |= 0x10204081u << (i + 1);
  return days & get_all_days (month);
}

/* The nth and nth last weekdays of the month itself. */
static guint32
get_nth_weekdays (const KeelRecurrence *rule,
                  const Month          *month)
{
  guint32 days = 0;

  for (int weekday = 0; weekday < 7; weekday++)
    {
      int first = (weekday - month->weekday + 7) % 7 + 1;
      int last = first + (month->length - first) / 7 * 7;

      if ((rule->nth[weekday] | rule->nth_last[weekday]) == 0)
        continue;
      for (int n = 1; n <= 5; n++)
        {
          if ((rule->nth[weekday] >> n & 1) != 0 && first + (n - 1) * 7 <= month->length)
            days |= 1u << (first + (n - 1) * 7);
          if ((rule->nth_last[weekday] >> n & 1) != 0 && last - (n - 1) * 7 >= 1)
            days |= 1u << (last - (n - 1) * 7);
        }
    }
  return days;
}

/* Sets in @days, by month, the nth and nth last weekdays of the whole year. */
static void
add_nth_weekdays_of_year (const KeelRecurrence *rule,
                          const Month          *months,
                          guint32              *days)
{
  int length = (int) (months[11].first - months[0].first) + 31;

  for (int weekday = 0; weekday < 7; weekday++)
    {
      int first = (weekday - months[0].weekday + 7) % 7;
      int total = (length - first + 6) / 7;

      if ((rule->nth[weekday] | rule->nth_last[weekday]) == 0)
        continue;
      for (int n = 1, month = 0; n <= total; n++)
        {
          int day = first + (n - 1) * 7;

          while (month < 11 && months[0].first + day >= months[month + 1].first)
            month++;
          if ((rule->nth[weekday] >> n & 1) != 0 || (rule->nth_last[weekday] >> (total + 1 - n) & 1) != 0)
            days[month] |= 1u << (months[0].first + day - months[month].first + 1);
        }
    }
}

/* Where BYDAY and BYMONTHDAY are both given the days have to be in both. */
static guint32
combine_days (const Walk  *walk,
              const Month *month,
              guint32      weekdays,
              int          start_day)
{
  const KeelRecurrence *rule = walk->rule;

  if (!rule->has_weekdays && !rule->has_month_days)
    return (1u << start_day) & get_all_days (month);
  return (rule->has_weekdays ? weekdays : ~0u) &
         (rule->has_month_days ? get_month_days (rule, month) : ~0u);
}

/* Keeps of all days of the period those whose place BYSETPOS names. */
static void
choose_positions (const KeelRecurrence *rule,
                  guint32              *days,
                  guint                 n_months)
{
  guint total = 0;
  guint place = 0;

  for (guint i = 0; i < n_months; i++)
    total += count_bits (days[i]);
  for (guint i = 0; i < n_months; i++)
    for (guint32 rest = days[i]; rest != 0; rest &= rest - 1)
      {
        place++;
        if (!keel_position_has (rule->positions, place) &&
            !keel_position_has (rule->positions_last, total + 1 - place))
          days[i] &= ~(rest & -rest);
      }
}

static gboolean
take_period (Walk        *walk,
             const Month *months,
             guint32     *days,
             guint        n_months)
{
  guint total = 0;

  for (guint i = 0; i < n_months; i++)
    total += count_bits (days[i]);
  if (!look (walk, total))
    return FALSE;
  if (walk->rule->has_positions)
    choose_positions (walk->rule, days, n_months);
  for (guint i = 0; i < n_months; i++)
    for (guint32 rest = days[i]; rest != 0; rest &= rest - 1)
      if (!take_day (walk, months[i].first + __builtin_ctz (rest) - 1))
        return FALSE;
  return TRUE;
}

static void
walk_months (Walk *walk)
{
  const KeelRecurrence *rule = walk->rule;
  int year, month, day, from_year, from_month, from_day;
  gint64 index;

  keel_civil_from_days (walk->start, &year, &month, &day);
  keel_civil_from_days (MAX (walk->from, walk->start), &from_year, &from_month, &from_day);
  index = year * 12 + month - 1;
  index += get_steps_to_skip (walk, from_year * 12 + from_month - 1 - index, rule->interval) * rule->interval;
  for (; index < 10000 * 12; index += rule->interval)
    {
      Month at;
      guint32 days = 0;

      month_init (&at, (int) (index / 12), (int) (index % 12) + 1);
      if (at.first >= walk->to)
        return;
      if (rule->months == 0 || (rule->months >> at.month & 1) != 0)
        days = combine_days (walk, &at, get_weekdays (&at, rule->weekdays) | get_nth_weekdays (rule, &at), day);
      if (!take_period (walk, &at, &days, 1))
        return;
    }
}

/* The months that a yearly rule can have dates in. */
static guint32
get_months (const KeelRecurrence *rule,
            int                   start_month)
{
  if (rule->months != 0)
    return rule->months;
  return rule->has_weekdays || rule->has_month_days ? ALL_MONTHS : 1u << start_month;
}

/* BYDAY counts within the month where BYMONTH is given and else within the year. */
static void
fill_year (const Walk *walk,
           int         year,
           guint32     wanted,
           int         start_day,
           Month      *months,
           guint32    *days)
{
  const KeelRecurrence *rule = walk->rule;

  memset (days, 0, 12 * sizeof *days);
  for (int i = 0; i < 12; i++)
    month_init (&months[i], year, i + 1);
  if (rule->has_weekdays && rule->months == 0)
    add_nth_weekdays_of_year (rule, months, days);
  for (int i = 0; i < 12; i++)
    {
      guint32 weekdays = days[i] | get_weekdays (&months[i], rule->weekdays);

      if (rule->months != 0)
        weekdays |= get_nth_weekdays (rule, &months[i]);
      days[i] = (wanted >> (i + 1) & 1) != 0 ? combine_days (walk, &months[i], weekdays, start_day) : 0;
    }
}

static void
walk_years (Walk *walk)
{
  const KeelRecurrence *rule = walk->rule;
  int start_year, month, day, from_year, from_month, from_day;
  gint64 year;
  guint32 wanted;

  keel_civil_from_days (walk->start, &start_year, &month, &day);
  keel_civil_from_days (MAX (walk->from, walk->start), &from_year, &from_month, &from_day);
  wanted = get_months (rule, month);
  year = start_year + get_steps_to_skip (walk, from_year - start_year, rule->interval) * rule->interval;
  for (; year < 10000; year += rule->interval)
    {
      Month months[12];
      guint32 days[12];

      if (keel_days_from_civil ((int) year, 1, 1) >= walk->to)
        return;
      fill_year (walk, (int) year, wanted, day, months, days);
      if (!take_period (walk, months, days, 12))
        return;
    }
}

/* --- Where the walk begins and ends --- */

/* The last day on which the rule may still have a date. */
static gint64
get_last_day (const KeelRecurrence *rule,
              int                   minute,
              GTimeZone            *zone)
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
get_first_day (KeelLocalTime local,
               int           minute)
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
keel_recurrence_expand (const KeelRecurrence *self,
                        KeelLocalTime         start,
                        GTimeZone            *zone,
                        KeelLocalTime         from,
                        KeelLocalTime         to,
                        KeelRecurrenceFunc    func,
                        gpointer              data)
{
  static void (*const walks[]) (Walk *) = { walk_days, walk_weeks, walk_months, walk_years };
  Walk walk = { .rule = self, .func = func, .data = data };

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
    walks[self->frequency] (&walk);
  return walk.looked;
}

#include "keel-ical-schedule.h"

#include <string.h>

#include "keel-recurrence-private.h"
#include "keel-schedule-private.h"

#define USUAL_DURATION 60

/* What one date is said to be, by one property. */
typedef enum
{
  SAID_EXCLUDED,
  SAID_ADDED,
  SAID_OVERRIDDEN,
  SAID_CANCELLED,
} Said;

typedef struct
{
  KeelLocalTime original;
  Said said;
  KeelLocalTime start;
  guint duration;
  gboolean is_known; /* the rules have this date */
} Date;

typedef struct
{
  KeelIcalZones *zones;
  KeelSchedule *schedule; /* not shared while it is built */
  GArray *dates;          /* of Date, ascending */
  GArray *days;           /* of gint64: days of which nothing is left, ascending */
} Build;

/* --- One event --- */

guint
keel_ical_event_get_duration (const KeelIcalEvent *event, KeelIcalZones *zones, gboolean *assumed,
                              gboolean *past_midnight)
{
  gint64 minutes = event->duration;

  *assumed = *past_midnight = FALSE;
  if (minutes == 0 && event->has_end)
    {
      KeelIcalTime end = event->end;

      if (end.is_own)
        end.zone = event->start.zone;
      minutes = (keel_ical_time_to_utc (&end, zones) - keel_ical_time_to_utc (&event->start, zones)) / 60;
      if (minutes < 0 && minutes > -KEEL_MINUTES_PER_DAY && !event->start.is_date)
        {
          minutes += KEEL_MINUTES_PER_DAY;
          *past_midnight = TRUE;
        }
    }
  if (minutes <= 0 && event->start.is_date)
    return KEEL_MINUTES_PER_DAY;
  *assumed = minutes <= 0;
  return minutes > 0 ? (guint) MIN (minutes, G_MAXINT) : USUAL_DURATION;
}

/* Whether a part says no more than the start does: BYHOUR=19 of what begins at 19:00. */
static gboolean
is_idle_part (const char *part, int minute)
{
  static const char *const names[] = { "BYHOUR=", "BYMINUTE=", "BYSECOND=" };
  const int values[] = { minute / 60, minute % 60, 0 };

  if (*part == '\0' || g_ascii_strncasecmp (part, "X-", 2) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (part, names[i], strlen (names[i])) == 0)
      {
        const char *value = part + strlen (names[i]);
        char *end;

        return g_ascii_isdigit (*value) && g_ascii_strtoll (value, &end, 10) == values[i] && *end == '\0';
      }
  return FALSE;
}

static char *
tidy_rule (const KeelIcalEvent *event)
{
  GString *rule;
  g_auto (GStrv) parts = NULL;

  if (event->rule == NULL)
    return NULL;
  rule = g_string_new (NULL);
  parts = g_strsplit (event->rule, ";", 100);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
      g_autofree char *part = g_strjoinv (NULL, words);

      if (is_idle_part (part, keel_local_time_get_minute (event->start.local)))
        continue;
      g_string_append (rule, rule->len > 0 ? ";" : "");
      g_string_append (rule, part);
    }
  return g_string_free (rule, FALSE);
}

static guint
get_duration (const Build *build, const KeelIcalEvent *event)
{
  gboolean assumed, past_midnight;

  return keel_ical_event_get_duration (event, build->zones, &assumed, &past_midnight);
}

/* --- Segments --- */

static void
replace_schedule (Build *build, KeelSchedule *schedule)
{
  g_clear_pointer (&build->schedule, keel_schedule_unref);
  build->schedule = schedule;
}

static gboolean
add_segment (Build *build, const KeelIcalEvent *event, GError **error)
{
  g_autofree char *rule = tidy_rule (event);
  guint duration = get_duration (build, event);
  KeelSchedule *schedule = build->schedule == NULL
                               ? keel_schedule_new (event->start.local, event->start.zone, duration, rule,
                                                    error)
                               : keel_schedule_change_from (build->schedule, event->start.local,
                                                            event->start.zone, duration, rule, error);

  if (schedule == NULL)
    return FALSE;
  replace_schedule (build, schedule);
  return TRUE;
}

static const KeelSegment *
get_last_segment (const Build *build)
{
  return keel_schedule_segment (build->schedule, build->schedule->segments->len - 1);
}

static gboolean
append_date_cb (KeelLocalTime local, gpointer data)
{
  g_array_append_val ((GArray *) data, local);
  return TRUE;
}

/* The dates that the rules of @segment, without overrides, have in [@from, @to). A floating one that
 * ends at an instant has those that any person has, as for KeelSchedule itself. */
static GArray *
expand_segment (const KeelSegment *segment, KeelLocalTime from, KeelLocalTime to)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (KeelLocalTime));
  g_autoptr (GTimeZone) furthest = g_time_zone_new_offset (14 * 3600);

  if (segment->recurrence == NULL && segment->start >= from && segment->start < to)
    append_date_cb (segment->start, dates);
  else if (segment->recurrence != NULL && from < to)
    keel_recurrence_expand (segment->recurrence, segment->start,
                            segment->zone != NULL ? segment->zone : furthest, MAX (from, segment->start), to,
                            append_date_cb, dates);
  return dates;
}

/* The rule of @segment as it goes on @days later and after the dates before @original. NULL where days
 * of the month or the year would have to be shifted. */
static char *
shift_rule (const KeelSegment *segment, KeelLocalTime original, gint64 days)
{
  g_autoptr (GArray) before = expand_segment (segment, segment->start, original);
  KeelRecurrence shifted = *segment->recurrence;
  int turn = (int) (((days % 7) + 7) % 7);

  if (days != 0 && (shifted.has_month_days || shifted.has_positions || shifted.months != 0 ||
                    (shifted.frequency > KEEL_FREQUENCY_WEEKLY && shifted.has_weekdays)))
    return NULL;
  shifted.weekdays = ((shifted.weekdays << turn) | (shifted.weekdays >> (7 - turn))) & 0x7f;
  if (shifted.count > 0)
    shifted.count = MAX (shifted.count - before->len, 1);
  return keel_recurrence_to_string (&shifted);
}

static gboolean
put_override (Build *build, KeelLocalTime original, KeelOverrideKind kind, KeelLocalTime start,
              guint duration, GError **error)
{
  KeelOverride override = { original, kind, start, duration };

  return keel_schedule_put_override (build->schedule, &override, error);
}

/* The dates of the segment that ends which lie between the day of @original and where the next one
 * begins. */
static gboolean
cancel_between (Build *build, const KeelSegment *segment, KeelLocalTime original, KeelLocalTime start,
                GError **error)
{
  g_autoptr (GArray) dates = expand_segment (segment, original, keel_schedule_get_midnight (start));

  for (guint i = 0; i < dates->len; i++)
    {
      KeelLocalTime date = g_array_index (dates, KeelLocalTime, i);

      if (!put_override (build, date, KEEL_OVERRIDE_CANCEL, date, 0, error))
        return FALSE;
    }
  return TRUE;
}

/* RANGE=THISANDFUTURE. A series that ends there goes on with one date, which is cancelled. */
static gboolean
change_future (Build *build, const KeelIcalEvent *event, GError **error)
{
  const KeelSegment *segment = get_last_segment (build);
  KeelLocalTime original = keel_ical_time_in_zone (&event->id, segment->zone_name, build->zones);
  KeelLocalTime start = event->is_cancelled || !event->has_start ? original : event->start.local;
  const char *zone = event->has_start && !event->start.is_own ? event->start.zone : segment->zone_name;
  guint duration = event->has_start ? get_duration (build, event) : segment->duration;
  g_autofree char *rule = tidy_rule (event);
  g_autoptr (KeelSchedule) before = keel_schedule_ref (build->schedule);
  KeelSchedule *changed;

  if (rule == NULL && segment->recurrence != NULL && !event->is_cancelled)
    {
      rule = shift_rule (segment, original,
                         keel_local_time_get_days (start) - keel_local_time_get_days (original));
      if (rule == NULL)
        {
          g_set_error_literal (error, KEEL_RECURRENCE_ERROR, KEEL_RECURRENCE_ERROR_UNSUPPORTED,
                               "All later dates are moved to other days of the month");
          return FALSE;
        }
    }
  if (event->is_cancelled)
    g_clear_pointer (&rule, g_free);
  changed = keel_schedule_change_from (before, start, zone, duration, rule, error);
  if (changed == NULL)
    return FALSE;
  replace_schedule (build, changed);
  if (event->is_cancelled)
    return put_override (build, original, KEEL_OVERRIDE_CANCEL, original, 0, error);
  return cancel_between (build, segment, original, start, error);
}

static gboolean
build_segments (Build *build, GPtrArray *masters, GPtrArray *overrides, GError **error)
{
  for (guint i = 0; i < masters->len; i++)
    if (!add_segment (build, masters->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < overrides->len; i++)
    {
      const KeelIcalEvent *event = overrides->pdata[i];

      if (event->and_future && !change_future (build, event, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Single dates --- */

/* The key of a date: in the zone of the segment that it belongs to. */
static KeelLocalTime
find_original (const Build *build, const KeelIcalTime *time)
{
  const KeelSegment *segment =
      keel_schedule_segment (build->schedule, keel_schedule_find_segment (build->schedule, time->local));
  KeelLocalTime original = keel_ical_time_in_zone (time, segment->zone_name, build->zones);

  return time->is_date ? original + keel_local_time_get_minute (segment->start) : original;
}

static void
say (Build *build, KeelLocalTime original, Said said, KeelLocalTime start, guint duration)
{
  Date date = { original, said, start, duration, FALSE };

  g_array_append_val (build->dates, date);
}

static void
collect_master (Build *build, const KeelIcalEvent *event)
{
  guint duration = get_duration (build, event);

  for (guint i = 0; i < event->excluded->len; i++)
    {
      const KeelIcalTime *time = &g_array_index (event->excluded, KeelIcalTime, i);
      KeelLocalTime original = find_original (build, time);
      gint64 day = keel_local_time_get_days (original);

      if (time->is_date)
        g_array_append_val (build->days, day);
      else
        say (build, original, SAID_EXCLUDED, original, 0);
    }
  for (guint i = 0; i < event->added->len; i++)
    {
      const KeelIcalAdded *added = &g_array_index (event->added, KeelIcalAdded, i);
      KeelLocalTime original = find_original (build, &added->time);

      say (build, original, SAID_ADDED, original, added->duration > 0 ? (guint) added->duration : duration);
    }
}

static void
collect_override (Build *build, const KeelIcalEvent *event)
{
  KeelLocalTime original = find_original (build, &event->id);
  const KeelSegment *segment = keel_schedule_segment (build->schedule,
                                                      keel_schedule_find_segment (build->schedule, original));

  if (event->is_cancelled)
    say (build, original, SAID_CANCELLED, original, 0);
  else if (event->has_start)
    say (build, original, SAID_OVERRIDDEN,
         keel_ical_time_in_zone (&event->start, segment->zone_name, build->zones),
         event->duration > 0 || event->has_end ? get_duration (build, event) : segment->duration);
}

static int
compare_dates_cb (gconstpointer a, gconstpointer b)
{
  const Date *one = a;
  const Date *other = b;

  if (one->original != other->original)
    return one->original < other->original ? -1 : 1;
  return (one->said > other->said) - (one->said < other->said);
}

static int
compare_days_cb (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static gboolean
is_excluded_day (const Build *build, KeelLocalTime local)
{
  gint64 day = keel_local_time_get_days (local);

  return g_array_binary_search (build->days, &day, compare_days_cb, NULL);
}

/* The first date at or behind @original. */
static guint
find_date (const Build *build, KeelLocalTime original)
{
  guint low = 0;
  guint high = build->dates->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (build->dates, Date, middle).original < original)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Meets the rules' dates once, whatever the number of dates that were changed. */
static gboolean
meet_rules (Build *build, guint place, KeelLocalTime from, KeelLocalTime to, GError **error)
{
  const KeelSegment *segment = keel_schedule_segment (build->schedule, place);
  KeelLocalTime end = place + 1 < build->schedule->segments->len
                          ? keel_schedule_get_midnight (segment[1].start)
                          : KEEL_LOCAL_TIME_END;
  g_autoptr (GArray) met = expand_segment (segment, from, MIN (to, end));

  for (guint i = 0; i < met->len; i++)
    {
      KeelLocalTime local = g_array_index (met, KeelLocalTime, i);

      for (guint j = find_date (build, local);
           j < build->dates->len && g_array_index (build->dates, Date, j).original == local; j++)
        g_array_index (build->dates, Date, j).is_known = TRUE;
      if (is_excluded_day (build, local) &&
          !put_override (build, local, KEEL_OVERRIDE_CANCEL, local, 0, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
meet_all_rules (Build *build, GError **error)
{
  KeelLocalTime from = KEEL_LOCAL_TIME_END;
  KeelLocalTime to = KEEL_LOCAL_TIME_MIN;

  if (build->dates->len > 0)
    {
      from = g_array_index (build->dates, Date, 0).original;
      to = g_array_index (build->dates, Date, build->dates->len - 1).original + 1;
    }
  if (build->days->len > 0)
    {
      from = MIN (from, g_array_index (build->days, gint64, 0) * KEEL_MINUTES_PER_DAY);
      to = MAX (to, (g_array_index (build->days, gint64, build->days->len - 1) + 1) * KEEL_MINUTES_PER_DAY);
    }
  for (guint i = 0; from < to && i < build->schedule->segments->len; i++)
    if (!meet_rules (build, i, from, to, error))
      return FALSE;
  return TRUE;
}

/* All that is said of one original: @first to @last. What changes it stands above what takes it out:
 * some calendars write both. */
static gboolean
apply_date (Build *build, const Date *first, const Date *last, GError **error)
{
  const Date *added = NULL;
  const KeelSegment *segment =
      keel_schedule_segment (build->schedule, keel_schedule_find_segment (build->schedule, first->original));

  for (const Date *date = first; date <= last; date++)
    if (date->said == SAID_ADDED)
      added = date;
  if (last->said == SAID_OVERRIDDEN && first->is_known)
    return (last->start == last->original && last->duration == segment->duration) ||
           put_override (build, last->original, KEEL_OVERRIDE_MOVE, last->start, last->duration, error);
  if (last->said == SAID_OVERRIDDEN)
    return put_override (build, added != NULL ? last->original : last->start, KEEL_OVERRIDE_ADD, last->start,
                         last->duration, error);
  if (last->said == SAID_CANCELLED || first->said == SAID_EXCLUDED)
    return !first->is_known ||
           put_override (build, first->original, KEEL_OVERRIDE_CANCEL, first->original, 0, error);
  if (is_excluded_day (build, first->original) || (first->is_known && added->duration == segment->duration))
    return TRUE;
  return put_override (build, added->original, KEEL_OVERRIDE_ADD, added->start, added->duration, error);
}

static gboolean
build_dates (Build *build, GPtrArray *masters, GPtrArray *overrides, GError **error)
{
  for (guint i = 0; i < masters->len; i++)
    collect_master (build, masters->pdata[i]);
  for (guint i = 0; i < overrides->len; i++)
    if (!((const KeelIcalEvent *) overrides->pdata[i])->and_future)
      collect_override (build, overrides->pdata[i]);
  g_array_sort (build->dates, compare_dates_cb);
  g_array_sort (build->days, compare_days_cb);
  if (!meet_all_rules (build, error))
    return FALSE;
  for (guint i = 0; i < build->dates->len;)
    {
      const Date *first = &g_array_index (build->dates, Date, i);
      const Date *last = first;

      while (++i < build->dates->len && last[1].original == first->original)
        last++;
      if (!apply_date (build, first, last, error))
        return FALSE;
    }
  return TRUE;
}

/* --- The whole --- */

static gboolean
has_odd_rule (GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    if (((const KeelIcalEvent *) events->pdata[i])->has_odd_rule)
      return TRUE;
  return FALSE;
}

KeelSchedule *
keel_ical_schedule_new (GPtrArray *masters, GPtrArray *overrides, KeelIcalZones *zones,
                        KeelSkipReason *reason, char **detail)
{
  const KeelIcalEvent *first = masters->pdata[0];
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (Date));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  Build build = { .zones = zones, .dates = dates, .days = days };
  gboolean built = !has_odd_rule (masters) && !has_odd_rule (overrides) &&
                   build_segments (&build, masters, overrides, &error) &&
                   build_dates (&build, masters, overrides, &error);

  if (built)
    return build.schedule;
  g_clear_pointer (&build.schedule, keel_schedule_unref);
  *reason = error == NULL || error->domain == KEEL_RECURRENCE_ERROR ? KEEL_SKIP_RHYTHM : KEEL_SKIP_BAD_TIME;
  *detail = g_strdup (*reason == KEEL_SKIP_RHYTHM ? first->rule : first->start_text);
  return NULL;
}

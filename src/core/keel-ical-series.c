#include "keel-ical-reader.h"

#include "keel-recurrence-private.h"
#include "keel-rhythm-change.h"
#include "keel-schedule-private.h"

#include <string.h>

#define N_DAYS 7

/* --- Which rows there are --- */

/* Whether its dates are the same weekdays week after week, so that each can be a row of its own. */
static gboolean
is_weekly (const KeelRecurrence *rule)
{
  return rule->frequency == KEEL_FREQUENCY_WEEKLY && !rule->has_positions && rule->weekdays != 0;
}

static gboolean
has_several (guint weekdays)
{
  return (weekdays & (weekdays - 1)) != 0;
}

/* The weekdays that have rows: by the rules alone, so that neither a cancelled date nor the passing of time
 * gives a meeting that is followed another name. 0 where it is one row, as what moves from one weekday to
 * another. */
static guint
get_weekdays (const KeelSchedule *schedule)
{
  guint weekdays = 0;
  gboolean several = FALSE;

  for (guint i = 0; i < schedule->segments->len; i++)
    {
      const KeelSegment *segment = keel_schedule_segment (schedule, i);

      if (segment->recurrence == NULL)
        continue;
      if (!is_weekly (segment->recurrence))
        return 0;
      weekdays |= segment->recurrence->weekdays;
      several = several || has_several (segment->recurrence->weekdays);
    }
  return several ? weekdays : 0;
}

/* --- One weekday of a schedule --- */

static gboolean
take_last_cb (KeelLocalTime local, gpointer data)
{
  *(KeelLocalTime *) data = local;
  return TRUE;
}

/* @rule of one weekday alone. How often it happens counts the others too: it becomes an end. */
static char *
write_day_rule (const KeelSegment *segment, int day)
{
  KeelRecurrence rule = *segment->recurrence;

  rule.weekdays = 1u << day;
  if (rule.count > 0)
    {
      rule.count = 0;
      rule.until_kind = KEEL_UNTIL_LOCAL;
      rule.until = segment->start;
      keel_recurrence_expand (segment->recurrence, segment->start, segment->zone, segment->start,
                              KEEL_LOCAL_TIME_END, take_last_cb, &rule.until);
    }
  return keel_recurrence_to_string (&rule);
}

typedef struct
{
  const KeelSchedule *schedule;
  KeelLocalTime last; /* KEEL_LOCAL_TIME_NONE: none yet */
} Last;

static gboolean
take_kept_cb (KeelLocalTime local, gpointer data)
{
  Last *last = data;
  const KeelOverride *override = keel_schedule_lookup_override (last->schedule, local);

  if (override == NULL || override->kind != KEEL_OVERRIDE_CANCEL)
    last->last = local;
  return TRUE;
}

/* @rule as far as its last date before @end that was not cancelled: when a series moves to another weekday,
 * the old row is not to go on until a date that never comes. NULL where it has none. */
static char *
end_day_rule (const KeelSchedule *schedule, const KeelSegment *segment, const char *rule, KeelLocalTime first,
              KeelLocalTime end)
{
  g_autoptr (KeelRecurrence) recurrence = keel_recurrence_parse (rule, NULL);
  Last last = { schedule, KEEL_LOCAL_TIME_NONE };

  if (end == KEEL_LOCAL_TIME_END || recurrence == NULL)
    return g_strdup (rule);
  keel_recurrence_expand (recurrence, first, segment->zone, first, end, take_kept_cb, &last);
  return last.last != KEEL_LOCAL_TIME_NONE ? keel_rhythm_end_rule (rule, first, segment->zone, last.last + 1)
                                           : NULL;
}

/* Nothing, where the segment does not have this weekday. */
static gboolean
append_day (const KeelSchedule *schedule, KeelSchedule *part, const KeelSegment *segment, KeelLocalTime end,
            int day)
{
  g_autofree char *rule = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *ended = NULL;
  KeelLocalTime first = segment->start;

  if (segment->recurrence == NULL)
    return keel_local_time_get_weekday (segment->start) != day ||
           keel_schedule_append_segment (part, segment->start, segment->zone_name, segment->duration, NULL,
                                         NULL);
  if ((segment->recurrence->weekdays >> day & 1) == 0)
    return TRUE;
  rule = write_day_rule (segment, day);
  rest = keel_rhythm_continue_rule (rule, segment->start, segment->zone, segment->start, &first);
  if (rest == NULL || first >= end)
    return TRUE;
  ended = end_day_rule (schedule, segment, rest, first, end);
  return ended == NULL ||
         keel_schedule_append_segment (part, first, segment->zone_name, segment->duration, ended, NULL);
}

/* NULL where it has no dates on @day. */
static KeelSchedule *
make_part (const KeelSchedule *schedule, int day)
{
  g_autoptr (KeelSchedule) part = keel_schedule_alloc ();

  for (guint i = 0; i < schedule->segments->len; i++)
    {
      KeelLocalTime end = i + 1 < schedule->segments->len
                              ? keel_schedule_get_midnight (keel_schedule_segment (schedule, i + 1)->start)
                              : KEEL_LOCAL_TIME_END;

      if (!append_day (schedule, part, keel_schedule_segment (schedule, i), end, day))
        return NULL;
    }
  return part->segments->len > 0 ? g_steal_pointer (&part) : NULL;
}

/* Each changed date goes with its weekday; one that was added on a day of its own with the first. */
static void
share_overrides (const KeelSchedule *schedule, KeelSchedule *const *parts)
{
  int first = 0;

  while (first < N_DAYS - 1 && parts[first] == NULL)
    first++;
  for (guint i = 0; parts[first] != NULL && i < schedule->overrides->len; i++)
    {
      const KeelOverride *override = keel_schedule_override (schedule, i);
      KeelSchedule *part = parts[keel_local_time_get_weekday (override->original)];

      keel_schedule_put_override (part != NULL ? part : parts[first], override, NULL);
    }
}

/* --- Meetings --- */

static KeelMeeting *
copy_meeting (KeelMeeting *meeting)
{
  KeelMeeting *copy = keel_meeting_new ();

  copy->slug = g_strdup (meeting->slug);
  copy->name = g_strdup (meeting->name);
  copy->program = g_strdup (meeting->program);
  copy->day = meeting->day;
  copy->minute = meeting->minute;
  copy->duration = meeting->duration;
  copy->any_time = meeting->any_time;
  copy->timezone = g_strdup (meeting->timezone);
  copy->location = g_strdup (meeting->location);
  copy->notes = g_strdup (meeting->notes);
  copy->conference_url = g_strdup (meeting->conference_url);
  copy->phone = g_strdup (meeting->phone);
  copy->url = g_strdup (meeting->url);
  copy->has_position = meeting->has_position;
  copy->latitude = meeting->latitude;
  copy->longitude = meeting->longitude;
  copy->venue = meeting->venue;
  copy->updated = meeting->updated;
  return copy;
}

/* None where day and minute say it all: every week, and it has begun. */
static void
set_schedule (KeelMeeting *meeting, KeelSchedule *schedule, gint64 now)
{
  KeelLocalTime start = keel_schedule_get_start (schedule);
  int day;

  if (!keel_schedule_is_plainly_weekly (schedule, &day) || start * 60 > now)
    {
      meeting->schedule = keel_schedule_ref (schedule);
      return;
    }
  meeting->day = day;
  meeting->minute = keel_local_time_get_minute (start);
}

static char *
make_day_slug (const char *slug, int day)
{
  return g_strdup_printf ("%s-%s", slug, keel_weekday_names[day]);
}

/* Nothing where this weekday never comes again. */
static void
append_part (KeelMeeting *whole, KeelSchedule *part, int day, gint64 now, GPtrArray *meetings)
{
  gint64 after = now - (gint64) keel_schedule_get_duration (part) * 60 - 1;
  g_autoptr (KeelMeeting) meeting = NULL;
  g_autofree char *slug = NULL;
  KeelOccurrence next;

  if (!keel_schedule_next (part, after, NULL, &next))
    return;
  meeting = copy_meeting (whole);
  slug = g_steal_pointer (&meeting->slug);
  meeting->slug = make_day_slug (slug, day);
  meeting->day = keel_local_time_get_weekday (next.local_start);
  meeting->minute = keel_local_time_get_minute (next.local_start);
  set_schedule (meeting, part, now);
  g_ptr_array_add (meetings, g_steal_pointer (&meeting));
}

void
keel_ical_series_to_meetings (KeelSeries *series, gint64 now, GPtrArray *meetings)
{
  guint weekdays;
  KeelMeeting *meeting;
  KeelSchedule *parts[N_DAYS] = { NULL };

  g_return_if_fail (KEEL_IS_SERIES (series));
  g_return_if_fail (meetings != NULL);

  weekdays = get_weekdays (series->schedule);
  if (weekdays == 0)
    {
      meeting = copy_meeting (series->meeting);
      set_schedule (meeting, series->schedule, now);
      g_ptr_array_add (meetings, meeting);
      return;
    }
  for (int day = 0; day < N_DAYS; day++)
    parts[day] = (weekdays >> day & 1) != 0 ? make_part (series->schedule, day) : NULL;
  share_overrides (series->schedule, parts);
  for (int day = 0; day < N_DAYS; day++)
    {
      if (parts[day] != NULL)
        append_part (series->meeting, parts[day], day, now, meetings);
      g_clear_pointer (&parts[day], keel_schedule_unref);
    }
}

char *
keel_ical_get_other_slug (const char *slug, int day)
{
  const char *dash = slug != NULL ? strrchr (slug, '-') : NULL;

  for (int i = 0; dash != NULL && dash > slug && i < N_DAYS; i++)
    if (g_str_equal (dash + 1, keel_weekday_names[i]))
      return g_strndup (slug, (gsize) (dash - slug));
  return slug != NULL && day >= 0 && day < N_DAYS ? make_day_slug (slug, day) : NULL;
}

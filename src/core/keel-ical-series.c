#include "keel-ical-reader.h"

#include "keel-schedule-private.h"
#include "keel-recurrence-private.h"

/* Of what a weekly meeting says in full: it has begun, no date is another than its rule has, and it goes on.
 * NULL for anything else. */
static const KeelRecurrence *
get_weekly_rule (KeelSchedule *schedule, gint64 now)
{
  const KeelSegment *segment = keel_schedule_segment (schedule, 0);
  const KeelRecurrence *rule = segment->recurrence;

  if (schedule->segments->len > 1 || schedule->overrides->len > 0 || segment->start * 60 > now)
    return NULL;
  if (rule == NULL || rule->frequency != KEEL_FREQUENCY_WEEKLY || rule->interval != 1 || rule->count > 0 ||
      rule->until_kind != KEEL_UNTIL_NONE || rule->months != 0 || rule->has_positions)
    return NULL;
  return rule;
}

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

/* One for each day; the first keeps the slug, since most have but one. */
static void
append_days (KeelSeries *series, guint weekdays, GPtrArray *meetings)
{
  KeelLocalTime start = keel_schedule_get_last_start (series->schedule);

  for (int day = 0; day < 7; day++)
    {
      KeelMeeting *meeting;
      g_autofree char *slug = NULL;

      if ((weekdays >> day & 1) == 0)
        continue;
      meeting = copy_meeting (series->meeting);
      meeting->day = day;
      meeting->minute = keel_local_time_get_minute (start);
      if ((weekdays & (weekdays - 1)) != 0)
        {
          slug = g_steal_pointer (&meeting->slug);
          meeting->slug = g_strdup_printf ("%s-%s", slug, keel_weekday_names[day]);
        }
      g_ptr_array_add (meetings, meeting);
    }
}

void
keel_ical_series_to_meetings (KeelSeries *series, gint64 now, GPtrArray *meetings)
{
  const KeelRecurrence *rule;
  KeelMeeting *meeting;

  g_return_if_fail (KEEL_IS_SERIES (series));
  g_return_if_fail (meetings != NULL);

  rule = get_weekly_rule (series->schedule, now);
  if (rule != NULL && rule->weekdays != 0)
    {
      append_days (series, rule->weekdays, meetings);
      return;
    }
  meeting = copy_meeting (series->meeting);
  if (rule == NULL)
    meeting->schedule = keel_schedule_ref (series->schedule);
  g_ptr_array_add (meetings, meeting);
}

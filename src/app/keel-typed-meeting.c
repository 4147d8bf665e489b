#include "config.h"

#include "keel-typed-meeting.h"

#include <glib/gi18n-lib.h>

#include "keel-typed-time.h"

#define USUAL_DURATION 60

static char *
strip (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/* "zoom.us/j/1" is what people type; it means https. */
static char *
check_link (const char *text)
{
  g_autofree char *with_scheme = NULL;
  char *link = keel_link_check (text);

  if (link != NULL || strstr (text, ":") != NULL || strchr (text, '.') == NULL)
    return link;
  with_scheme = g_strconcat ("https://", text, NULL);
  return keel_link_check (with_scheme);
}

static char *
make_rule (const KeelTypedMeeting *self)
{
  static const char *const codes[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };

  switch (self->repeat)
    {
    case KEEL_REPEAT_WEEKLY:
      return g_strdup_printf ("FREQ=WEEKLY;BYDAY=%s", codes[self->day]);
    case KEEL_REPEAT_FORTNIGHTLY:
      return g_strdup ("FREQ=WEEKLY;INTERVAL=2");
    case KEEL_REPEAT_ONCE:
    default:
      return NULL;
    }
}

static guint
get_duration (const KeelTypedMeeting *self)
{
  return self->before != NULL ? keel_schedule_get_duration (self->before->schedule) : USUAL_DURATION;
}

static KeelMeeting *
make_meeting (const KeelTypedMeeting *self, const char *name, const char *link, KeelLocalTime start)
{
  KeelMeeting *meeting = keel_meeting_new ();
  g_autofree char *place = strip (self->place);

  meeting->name = g_strdup (name);
  meeting->program = g_strdup (self->program);
  meeting->day = keel_local_time_get_weekday (start);
  meeting->minute = keel_local_time_get_minute (start);
  meeting->duration = (int) get_duration (self);
  meeting->timezone = g_strdup (self->zone);
  meeting->conference_url = g_strdup (link);
  if (*place != '\0')
    meeting->location = g_steal_pointer (&place);
  if (meeting->location != NULL)
    meeting->venue = link != NULL ? KEEL_VENUE_HYBRID : KEEL_VENUE_IN_PERSON;
  else if (link != NULL)
    meeting->venue = KEEL_VENUE_ONLINE;
  return meeting;
}

static gboolean
starts_as_before (const KeelTypedMeeting *self, KeelLocalTime start)
{
  return self->before != NULL && keel_schedule_get_last_start (self->before->schedule) == start &&
         g_strcmp0 (keel_schedule_get_zone (self->before->schedule), self->zone) == 0;
}

static KeelLocalTime
find_start (const KeelTypedMeeting *self, int minute, KeelTypedProblems *problems)
{
  g_autofree char *date = strip (self->date);
  KeelLocalTime start;

  if (self->repeat == KEEL_REPEAT_WEEKLY)
    return keel_typed_meeting_first (self->today, self->day, minute);
  if (!keel_local_time_parse (date, &start) || strlen (date) != strlen ("2000-01-01"))
    {
      problems->date = _ ("Write the date as year, month and day, for example 2027-03-31.");
      return 0;
    }
  start += minute;
  if (self->repeat == KEEL_REPEAT_ONCE && start < self->today && !starts_as_before (self, start))
    problems->date = _ ("That day is over. Choose one that is to come.");
  return start;
}

/* Whether the same dates are meant as before. Of weekly ones the first may have been years ago. */
static gboolean
is_as_before (const KeelTypedMeeting *self, KeelLocalTime start)
{
  KeelLocalTime last = keel_schedule_get_last_start (self->before->schedule);
  KeelRepeat repeat;

  if (!keel_typed_meeting_find_repeat (self->before, &repeat) || repeat != self->repeat)
    return FALSE;
  if (self->repeat == KEEL_REPEAT_WEEKLY && (start - last) % (7 * KEEL_MINUTES_PER_DAY) == 0)
    return starts_as_before (self, last);
  return starts_as_before (self, start);
}

/* Of the dates to come, none of before may stay behind. */
static KeelSchedule *
cancel_until (KeelSchedule *schedule, KeelLocalTime from, KeelLocalTime to, GError **error)
{
  const char *zone = keel_schedule_get_zone (schedule);
  /* Floating ones are the same dates on every clock. */
  g_autoptr (GTimeZone) clock = zone != NULL ? g_time_zone_new_identifier (zone) : g_time_zone_new_utc ();
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  g_autoptr (KeelSchedule) left = keel_schedule_ref (schedule);

  keel_schedule_expand (schedule, keel_local_time_to_utc (from, clock), keel_local_time_to_utc (to, clock),
                        clock, occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      KeelSchedule *less =
          keel_schedule_cancel (left, g_array_index (occurrences, KeelOccurrence, i).original, error);

      if (less == NULL)
        return NULL;
      keel_schedule_unref (left);
      left = less;
    }
  return g_steal_pointer (&left);
}

static KeelSchedule *
make_schedule (const KeelTypedMeeting *self, KeelLocalTime start, GError **error)
{
  g_autofree char *rule = make_rule (self);
  g_autoptr (KeelSchedule) changed = NULL;

  if (self->before == NULL)
    return keel_schedule_new (start, self->zone, USUAL_DURATION, rule, error);
  if (is_as_before (self, start))
    return keel_schedule_ref (self->before->schedule);
  if (keel_schedule_get_start (self->before->schedule) > self->today)
    return keel_schedule_new (start, self->zone, get_duration (self), rule, error);
  changed = keel_schedule_change_from (self->before->schedule, start, self->zone, get_duration (self), rule,
                                       error);
  return changed != NULL ? cancel_until (changed, self->today, start, error) : NULL;
}

/* What a list, or keelctl, knows of it beside what can be typed. */
static void
keep_the_rest (KeelMeeting *meeting, KeelMeeting *before)
{
  meeting->address = g_strdup (before->address);
  meeting->notes = g_strdup (before->notes);
  meeting->phone = g_strdup (before->phone);
  meeting->url = g_strdup (before->url);
  meeting->conference_notes = g_strdup (before->conference_notes);
}

static KeelSeries *
make_series (const KeelTypedMeeting *self, KeelMeeting *meeting, KeelSchedule *schedule)
{
  KeelSeries *series;

  if (self->before == NULL)
    return keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  keep_the_rest (meeting, self->before->meeting);
  series = keel_series_copy (self->before);
  keel_series_set_meeting (series, meeting);
  keel_series_set_schedule (series, schedule);
  return series;
}

KeelSeries *
keel_typed_meeting_to_series (const KeelTypedMeeting *self, KeelTypedProblems *problems)
{
  g_autofree char *name = strip (self->name);
  g_autofree char *link_text = strip (self->link);
  g_autofree char *link = *link_text != '\0' ? check_link (link_text) : NULL;
  g_autoptr (KeelMeeting) meeting = NULL;
  g_autoptr (KeelSchedule) schedule = NULL;
  KeelLocalTime start;
  int minute = 0;

  *problems = (KeelTypedProblems){ 0 };
  if (*name == '\0')
    problems->name = _ ("Give it a name, so that you know it again. Any name will do.");
  if (!keel_typed_time_parse (self->time, &minute))
    problems->time = _ ("Write the time as 19:00, 7:30 pm or 7pm.");
  if (*link_text != '\0' && link == NULL)
    problems->link = _ (
        "This is not a link that Keel can open safely. It begins with https:// and has no password in it.");
  start = find_start (self, minute, problems);
  if (problems->name != NULL || problems->time != NULL || problems->link != NULL || problems->date != NULL)
    return NULL;

  meeting = make_meeting (self, name, link, start);
  schedule = make_schedule (self, start, NULL);
  if (schedule == NULL)
    {
      problems->date = _ ("Keel cannot keep a date so far away.");
      return NULL;
    }
  return make_series (self, meeting, schedule);
}

gboolean
keel_typed_meeting_find_repeat (KeelSeries *series, KeelRepeat *repeat)
{
  g_autofree char *rule = keel_schedule_get_rule (series->schedule);
  g_auto (GStrv) parts = g_strsplit (rule != NULL ? rule : "", ";", -1);

  *repeat = rule == NULL ? KEEL_REPEAT_ONCE : KEEL_REPEAT_WEEKLY;
  for (char **part = parts; *part != NULL; part++)
    {
      if (strcmp (*part, "INTERVAL=2") == 0)
        *repeat = KEEL_REPEAT_FORTNIGHTLY;
      else if (strcmp (*part, "FREQ=WEEKLY") != 0 &&
               (!g_str_has_prefix (*part, "BYDAY=") || strlen (*part) != strlen ("BYDAY=TU")))
        return FALSE;
    }
  return TRUE;
}

KeelLocalTime
keel_typed_meeting_first (KeelLocalTime now, int day, int minute)
{
  int ahead = (day - keel_local_time_get_weekday (now) + 7) % 7;
  KeelLocalTime first = (keel_local_time_get_days (now) + ahead) * KEEL_MINUTES_PER_DAY + minute;

  /* One that began within its hour is still on. */
  return first + USUAL_DURATION < now ? first + 7 * KEEL_MINUTES_PER_DAY : first;
}

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

static KeelMeeting *
make_meeting (const KeelTypedMeeting *self, const char *name, const char *link, KeelLocalTime start)
{
  KeelMeeting *meeting = keel_meeting_new ();
  g_autofree char *place = strip (self->place);

  meeting->name = g_strdup (name);
  meeting->program = g_strdup (self->program);
  meeting->day = keel_local_time_get_weekday (start);
  meeting->minute = keel_local_time_get_minute (start);
  meeting->duration = USUAL_DURATION;
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

static KeelLocalTime
find_start (const KeelTypedMeeting *self, int minute, KeelTypedProblems *problems)
{
  g_autofree char *date = strip (self->date);
  KeelLocalTime start;

  if (self->repeat == KEEL_REPEAT_WEEKLY)
    return keel_typed_meeting_first (self->today, self->day, minute);
  if (!keel_local_time_parse (date, &start) || strlen (date) != strlen ("2000-01-01"))
    {
      problems->date = _("Write the date as year, month and day, for example 2027-03-31.");
      return 0;
    }
  start += minute;
  if (self->repeat == KEEL_REPEAT_ONCE && start < self->today)
    problems->date = _("That day is over. Choose one that is to come.");
  return start;
}

KeelSeries *
keel_typed_meeting_to_series (const KeelTypedMeeting *self, KeelTypedProblems *problems)
{
  g_autofree char *name = strip (self->name);
  g_autofree char *link_text = strip (self->link);
  g_autofree char *link = *link_text != '\0' ? check_link (link_text) : NULL;
  g_autofree char *rule = make_rule (self);
  g_autoptr (KeelMeeting) meeting = NULL;
  g_autoptr (KeelSchedule) schedule = NULL;
  KeelLocalTime start;
  int minute = 0;

  *problems = (KeelTypedProblems){ 0 };
  if (*name == '\0')
    problems->name = _("Give it a name, so that you know it again. Any name will do.");
  if (!keel_typed_time_parse (self->time, &minute))
    problems->time = _("Write the time as 19:00, 7:30 pm or 7pm.");
  if (*link_text != '\0' && link == NULL)
    problems->link = _("This is not a link that Keel can open safely. It begins with https:// and has no password in it.");
  start = find_start (self, minute, problems);
  if (problems->name != NULL || problems->time != NULL || problems->link != NULL || problems->date != NULL)
    return NULL;

  meeting = make_meeting (self, name, link, start);
  schedule = keel_schedule_new (start, self->zone, USUAL_DURATION, rule, NULL);
  if (schedule == NULL)
    {
      problems->date = _("Keel cannot keep a date so far away.");
      return NULL;
    }
  return keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
}

KeelLocalTime
keel_typed_meeting_first (KeelLocalTime now, int day, int minute)
{
  int ahead = (day - keel_local_time_get_weekday (now) + 7) % 7;
  KeelLocalTime first = (keel_local_time_get_days (now) + ahead) * KEEL_MINUTES_PER_DAY + minute;

  /* One that began within its hour is still on. */
  return first + USUAL_DURATION < now ? first + 7 * KEEL_MINUTES_PER_DAY : first;
}

#include "config.h"

#include "keel-typed-meeting.h"

#include <glib/gi18n-lib.h>

/* What stands in a telephone number beside its digits. */
#define PHONE_SIGNS "+-()/.,;* #"
#define LEAST_DIGITS 3

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

/* Digits, of whatever script, and what people write between them; words for an extension too. */
static gboolean
is_phone (const char *text)
{
  int n_digits = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_digits += g_unichar_isdigit (c);
      if (!g_unichar_isalnum (c) && !g_unichar_isspace (c) &&
          (c > 127 || strchr (PHONE_SIGNS, (int) c) == NULL))
        return FALSE;
    }
  return n_digits >= LEAST_DIGITS;
}

static char *
strip_or_null (const char *text)
{
  char *stripped = strip (text);

  if (*stripped == '\0')
    g_clear_pointer (&stripped, g_free);
  return stripped;
}

static KeelMeeting *
make_meeting (const KeelTypedMeeting *self, const char *name, const char *link)
{
  KeelMeeting *meeting = keel_meeting_new ();
  KeelLocalTime start = keel_schedule_get_last_start (self->schedule);

  meeting->name = g_strdup (name);
  meeting->program = self->kind == KEEL_SERIES_MEETING ? g_strdup (self->program) : NULL;
  meeting->day = keel_local_time_get_weekday (start);
  meeting->minute = keel_local_time_get_minute (start);
  meeting->duration = (int) keel_schedule_get_duration (self->schedule);
  meeting->timezone = g_strdup (self->zone);
  meeting->conference_url = g_strdup (link);
  meeting->location = strip_or_null (self->place);
  meeting->phone = strip_or_null (self->phone);
  if (meeting->location != NULL)
    meeting->venue = link != NULL ? KEEL_VENUE_HYBRID : KEEL_VENUE_IN_PERSON;
  else if (link != NULL)
    meeting->venue = KEEL_VENUE_ONLINE;
  return meeting;
}

/* What a list, or keelctl, knows of it beside what can be typed. */
static void
keep_the_rest (KeelMeeting *meeting, KeelMeeting *before)
{
  meeting->address = g_strdup (before->address);
  meeting->notes = g_strdup (before->notes);
  meeting->url = g_strdup (before->url);
  meeting->conference_notes = g_strdup (before->conference_notes);
}

static KeelSeries *
make_series (const KeelTypedMeeting *self, KeelMeeting *meeting)
{
  KeelSeries *series;

  if (self->before != NULL)
    {
      keep_the_rest (meeting, self->before->meeting);
      series = keel_series_copy (self->before);
      series->kind = self->kind;
      keel_series_set_meeting (series, meeting);
      keel_series_set_schedule (series, self->schedule);
    }
  else
    {
      series = keel_series_new (self->kind, meeting, self->schedule);
    }
  if (keel_series_is_appointment (series))
    {
      g_free (series->note);
      series->note = strip_or_null (self->note);
    }
  return series;
}

KeelSeries *
keel_typed_meeting_to_series (const KeelTypedMeeting *self, KeelTypedProblems *problems)
{
  g_autofree char *name = strip (self->name);
  g_autofree char *link_text = strip (self->link);
  g_autofree char *phone = strip (self->phone);
  g_autofree char *link = *link_text != '\0' ? check_link (link_text) : NULL;
  g_autoptr (KeelMeeting) meeting = NULL;

  *problems = (KeelTypedProblems){ 0 };
  if (*name == '\0')
    problems->name = _ ("Give it a name, so that you know it again. Any name will do.");
  if (*link_text != '\0' && link == NULL)
    problems->link = _ (
        "This is not a link that Keel can open safely. It begins with https:// and has no password in it.");
  if (*phone != '\0' && !is_phone (phone))
    problems->phone = _ ("Write a telephone number, for example 555 0100, or nothing.");
  if (problems->name != NULL || problems->link != NULL || problems->phone != NULL || self->schedule == NULL)
    return NULL;

  meeting = make_meeting (self, name, link);
  return make_series (self, meeting);
}

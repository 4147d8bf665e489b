#include "keel-meeting-change.h"

/* What an unsaid length is taken for. */
#define USUAL_DURATION 60

#define SEPARATOR "\x1f"

static int
get_duration (KeelMeeting *meeting)
{
  return meeting->duration > 0 ? meeting->duration : USUAL_DURATION;
}

/* A list that turns "" into nothing has not changed anything. */
static gboolean
is_other (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") != 0;
}

/* Day and minute of a meeting with a schedule are those of its next date, which is another one each time. */
static gboolean
is_other_time (KeelMeeting *was, KeelMeeting *now)
{
  if (was->schedule != NULL && now->schedule != NULL)
    return !keel_schedule_equal (was->schedule, now->schedule);
  if (was->schedule != NULL || now->schedule != NULL)
    return TRUE;
  return was->day != now->day || was->minute != now->minute || was->any_time != now->any_time ||
         get_duration (was) != get_duration (now) || is_other (was->timezone, now->timezone);
}

KeelMeetingChange
keel_meeting_compare (KeelMeeting *was, KeelMeeting *now)
{
  guint what = KEEL_MEETING_CHANGE_NONE;

  g_return_val_if_fail (KEEL_IS_MEETING (was), KEEL_MEETING_CHANGE_NONE);

  if (now == NULL)
    return KEEL_MEETING_CHANGE_GONE;
  if (is_other (was->name, now->name))
    what |= KEEL_MEETING_CHANGE_NAME;
  if (is_other_time (was, now))
    what |= KEEL_MEETING_CHANGE_TIME;
  if (is_other (was->location, now->location) || is_other (was->address, now->address))
    what |= KEEL_MEETING_CHANGE_PLACE;
  if (is_other (was->conference_url, now->conference_url))
    what |= KEEL_MEETING_CHANGE_LINK;
  if (is_other (was->phone, now->phone))
    what |= KEEL_MEETING_CHANGE_PHONE;
  if (was->venue != now->venue)
    what |= KEEL_MEETING_CHANGE_VENUE;
  if (is_other (was->notes, now->notes))
    what |= KEEL_MEETING_CHANGE_NOTES;
  return what;
}

static void
add_text (GChecksum *sum, const char *text)
{
  if (text != NULL)
    g_checksum_update (sum, (const guchar *) text, -1);
  g_checksum_update (sum, (const guchar *) SEPARATOR, 1);
}

static char *
describe_time (KeelMeeting *self)
{
  if (self->schedule != NULL)
    return keel_schedule_to_string (self->schedule);
  return g_strdup_printf ("%d %d %d %d %s", self->day, self->minute, self->any_time, get_duration (self),
                          self->timezone != NULL ? self->timezone : "");
}

char *
keel_meeting_make_fingerprint (KeelMeeting *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *time = self != NULL ? describe_time (self) : NULL;
  g_autofree char *venue = self != NULL ? g_strdup_printf ("%d", self->venue) : NULL;

  if (self != NULL)
    {
      add_text (sum, time);
      add_text (sum, venue);
      add_text (sum, self->name);
      add_text (sum, self->location);
      add_text (sum, self->address);
      add_text (sum, self->conference_url);
      add_text (sum, self->phone);
      add_text (sum, self->notes);
    }
  return g_strdup (g_checksum_get_string (sum));
}

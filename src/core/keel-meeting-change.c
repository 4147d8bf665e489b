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

/* Every week at that time: whether a list says it by day and minute or by a rule (that of a calendar, which
 * has a first date until that has come) is the same to who goes there. */
typedef struct
{
  int day, minute, duration;
} Week;

/* FALSE where it says more than that. Day and minute of a meeting with a schedule are those of its next date,
 * which is another one each time. */
static gboolean
get_week (KeelMeeting *meeting, Week *week)
{
  KeelLocalTime start;
  int day;

  *week = (Week){ meeting->day, meeting->minute, get_duration (meeting) };
  if (meeting->schedule == NULL)
    return TRUE;
  if (!keel_schedule_is_plainly_weekly (meeting->schedule, &day))
    return FALSE;
  start = keel_schedule_get_start (meeting->schedule);
  *week = (Week){ day, keel_local_time_get_minute (start),
                  (int) keel_schedule_get_duration (meeting->schedule) };
  return TRUE;
}

static gboolean
is_other_time (KeelMeeting *was, KeelMeeting *now)
{
  Week before, after;
  gboolean weekly = get_week (was, &before);

  if (weekly != get_week (now, &after))
    return TRUE;
  if (!weekly)
    return !keel_schedule_equal (was->schedule, now->schedule);
  return before.day != after.day || before.minute != after.minute || before.duration != after.duration ||
         was->any_time != now->any_time || is_other (was->timezone, now->timezone);
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
  Week week;

  if (!get_week (self, &week))
    return keel_schedule_to_string (self->schedule);
  return g_strdup_printf ("%d %d %d %d %s", week.day, week.minute, self->any_time, week.duration,
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

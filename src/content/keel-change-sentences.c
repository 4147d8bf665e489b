#include "keel-change-sentences.h"

#include <glib/gi18n-lib.h>

#include "keel-phrases.h"
#include "keel-sentences.h"

/* Takes @part. */
static void
add_part (GString *text, char *part)
{
  if (text->len > 0)
    /* Translators: between the changes of one meeting: “Tuesday 19:00 → Tuesday 19:30; new link”. */
    g_string_append (text, C_ ("list of changes", "; "));
  g_string_append (text, part);
  g_free (part);
}

static char *
describe_time (KeelMeeting *meeting, gboolean with_end, gboolean with_zone)
{
  g_autofree char *day = keel_sentence_weekday (meeting->day);
  g_autofree char *start = NULL, *end = NULL, *city = NULL, *time = NULL;

  if (meeting->schedule != NULL)
    return keel_sentence_schedule (meeting->schedule);
  if (meeting->day == KEEL_DAY_BY_APPOINTMENT || meeting->minute < 0)
    return g_steal_pointer (&day);
  if (meeting->any_time)
    return keel_sentence_any_time (meeting->day);
  start = keel_sentence_time (meeting->minute);
  end = keel_sentence_time ((meeting->minute + (meeting->duration > 0 ? meeting->duration : 60)) %
                            KEEL_MINUTES_PER_DAY);
  if (with_end)
    /* Translators: a weekday, when a meeting begins and when it ends: “Tuesday 19:00–20:30”. */
    time = g_strdup_printf (_ ("%1$s %2$s–%3$s"), day, start, end);
  else
    /* Translators: a weekday and when a meeting begins: “Tuesday 19:00”. */
    time = g_strdup_printf (C_ ("meeting time", "%1$s %2$s"), day, start);
  if (!with_zone || meeting->timezone == NULL)
    return g_steal_pointer (&time);
  city = keel_sentence_zone (meeting->timezone);
  /* Translators: when a meeting is where it is held: “Tuesday 19:00 (New York time)”. */
  return g_strdup_printf (_ ("%1$s (%2$s time)"), time, city);
}

/* Translators: what something was and what it is now: “Tuesday 19:00 → Tuesday 19:30”. */
static char *
join (const char *was, const char *now)
{
  return g_strdup_printf (_ ("%1$s → %2$s"), was, now);
}

static char *
describe_times (KeelMeeting *was, KeelMeeting *now)
{
  gboolean same_start = was->day == now->day && was->minute == now->minute;
  gboolean other_zone = g_strcmp0 (was->timezone, now->timezone) != 0;
  gboolean with_end = same_start && !other_zone;
  g_autofree char *before = describe_time (was, with_end, other_zone);
  g_autofree char *after = describe_time (now, with_end, other_zone);

  return join (before, after);
}

static char *
describe_places (KeelMeeting *was, KeelMeeting *now)
{
  gboolean same_name = g_strcmp0 (was->location, now->location) == 0;
  const char *before = same_name || was->location == NULL ? was->address : was->location;
  const char *after = same_name || now->location == NULL ? now->address : now->location;

  if (after == NULL)
    return g_strdup (_ ("no place given any more"));
  if (before == NULL)
    /* Translators: of a meeting that had no place before; %s is its name or address. */
    return g_strdup_printf (_ ("new place: %s"), after);
  return join (before, after);
}

static char *
describe_venue (KeelMeeting *now)
{
  g_autofree char *venue = keel_sentence_venue (now);

  if (now->venue == KEEL_VENUE_INACTIVE)
    return keel_sentence_paused ();
  if (now->venue == KEEL_VENUE_UNKNOWN)
    return g_strdup (_ ("no longer says whether it is online or in person"));
  /* Translators: %s is “Online”, “In person” or “In person and online”. */
  return g_strdup_printf (_ ("now: %s"), venue);
}

char *
keel_sentence_paused (void)
{
  return g_strdup (_ ("its list says that it does not meet at present"));
}

char *
keel_sentence_for_change (KeelMeeting *was, KeelMeeting *now)
{
  guint what = keel_meeting_compare (was, now);
  GString *text = g_string_new (NULL);

  if (what & KEEL_MEETING_CHANGE_GONE)
    add_part (text, g_strdup (_ ("no longer in its list")));
  if (what & KEEL_MEETING_CHANGE_NAME)
    /* Translators: %s is what a meeting is called now. */
    add_part (text, g_strdup_printf (_ ("new name: %s"), now->name));
  if (what & KEEL_MEETING_CHANGE_TIME)
    add_part (text, describe_times (was, now));
  if (what & KEEL_MEETING_CHANGE_PLACE)
    add_part (text, describe_places (was, now));
  if (what & KEEL_MEETING_CHANGE_LINK)
    add_part (text, g_strdup (now->conference_url != NULL ? _ ("new link") : _ ("no link any more")));
  if (what & KEEL_MEETING_CHANGE_PHONE)
    add_part (text, g_strdup (now->phone != NULL ? _ ("new phone number") : _ ("no phone number any more")));
  if (what & KEEL_MEETING_CHANGE_VENUE)
    add_part (text, describe_venue (now));
  if (what & KEEL_MEETING_CHANGE_NOTES)
    add_part (text, g_strdup (now->notes != NULL ? _ ("new notes") : _ ("no notes any more")));
  return g_string_free (text, FALSE);
}

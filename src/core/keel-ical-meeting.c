#include "keel-ical-meeting.h"

#include <math.h>
#include <string.h>

#define MAX_SLUG 128
#define MAX_TRIED_LINKS 20

/* Hosts of online rooms, with all that stands before them behind a dot. */
static const char *const room_hosts[] = {
  "zoom.us",
  "zoom.com",
  "zoomgov.com",
  "meet.google.com",
  "teams.microsoft.com",
  "teams.live.com",
  "webex.com",
  "gotomeeting.com",
  "gotomeet.me",
  "goto.com",
  "whereby.com",
  "meet.jit.si",
  "8x8.vc",
  "bluejeans.com",
  "join.skype.com",
  "meet.skype.com",
  "ringcentral.com",
  "freeconference.com",
  "freeconferencecall.com",
  "chime.aws",
  "bigbluebutton.org",
  "intherooms.com",
  "whatsapp.com",
  "meet.google",
};

static gboolean
is_room (const char *link)
{
  g_autofree char *host = link != NULL ? keel_link_get_host (link) : NULL;

  if (host == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (room_hosts); i++)
    {
      gsize length = strlen (room_hosts[i]);
      gsize host_length = strlen (host);

      if (host_length >= length && g_ascii_strcasecmp (host + host_length - length, room_hosts[i]) == 0 &&
          (host_length == length || host[host_length - length - 1] == '.'))
        return TRUE;
    }
  return FALSE;
}

/* A link of @text whose host is one where people meet online; NULL where there is none. */
static char *
find_room (const char *text)
{
  const char *p = text;

  for (guint i = 0; p != NULL && i < MAX_TRIED_LINKS && (p = strstr (p, "http")) != NULL; i++)
    {
      gsize length = strcspn (p, " \t\r\n<>\"'()[]{}|");
      g_autofree char *piece = g_strndup (p, length);
      g_autofree char *link = keel_link_check (piece);

      if (is_room (link))
        return g_steal_pointer (&link);
      p += length;
    }
  return NULL;
}

/* The page, and the room where the event has one: in its own property, else the address of the event
 * itself, else the first in place or description. */
static void
set_links (KeelMeeting *meeting, const KeelIcalEvent *event, KeelFeedContext *context)
{
  g_autofree char *url = event->url != NULL && *event->url != '\0'
                             ? keel_feed_context_check_link (context, event->url)
                             : NULL;

  for (guint i = 0; meeting->conference_url == NULL && event->links != NULL && i < event->links->len; i++)
    {
      g_autofree char *link = keel_link_check (event->links->pdata[i]);

      if (link != NULL && g_str_has_prefix (link, "tel:") && meeting->phone == NULL)
        meeting->phone = g_strdup (link + strlen ("tel:"));
      else if (link != NULL && g_str_has_prefix (link, "http"))
        meeting->conference_url = g_steal_pointer (&link);
    }
  if (meeting->conference_url == NULL && is_room (url))
    meeting->conference_url = g_steal_pointer (&url);
  if (meeting->conference_url == NULL && event->location != NULL)
    meeting->conference_url = find_room (event->location);
  if (meeting->conference_url == NULL && event->description != NULL)
    meeting->conference_url = find_room (event->description);
  if (meeting->conference_url == NULL && event->html != NULL)
    meeting->conference_url = find_room (event->html);
  meeting->url = g_steal_pointer (&url);
}

/* A place that is only the address of a room is none. */
static void
set_place (KeelMeeting *meeting, const KeelIcalEvent *event)
{
  char *location = event->location != NULL ? keel_feed_clean (event->location, FALSE) : NULL;

  if (location != NULL && g_str_has_prefix (location, "http") && strchr (location, ' ') == NULL)
    g_clear_pointer (&location, g_free);
  meeting->location = location;
  if (meeting->conference_url != NULL || meeting->phone != NULL)
    meeting->venue = location != NULL ? KEEL_VENUE_HYBRID : KEEL_VENUE_ONLINE;
  else
    meeting->venue = location != NULL ? KEEL_VENUE_IN_PERSON : KEEL_VENUE_UNKNOWN;
}

static void
set_position (KeelMeeting *meeting, const char *geo)
{
  char *middle, *end;
  double latitude, longitude;

  if (geo == NULL)
    return;
  latitude = g_ascii_strtod (geo, &middle);
  if (middle == geo || (*middle != ';' && *middle != ','))
    return;
  longitude = g_ascii_strtod (middle + 1, &end);
  if (end == middle + 1 || !(fabs (latitude) <= 90) || !(fabs (longitude) <= 180) ||
      (latitude == 0 && longitude == 0))
    return;
  meeting->has_position = TRUE;
  meeting->latitude = latitude;
  meeting->longitude = longitude;
}

/* The UID, else a hash of what the event says: the same event has the same slug next time. */
static char *
make_slug (const KeelIcalEvent *event)
{
  g_autofree char *uid = event->uid != NULL ? keel_feed_clean (event->uid, FALSE) : NULL;
  g_autofree char *digest = NULL;
  g_autofree char *text = NULL;

  if (uid != NULL && strlen (uid) <= MAX_SLUG)
    return g_steal_pointer (&uid);
  text = uid != NULL
             ? g_strdup (uid)
             : g_strjoin ("\n", event->summary, event->start_text, event->rule != NULL ? event->rule : "",
                          event->location != NULL ? event->location : "", NULL);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return g_strndup (digest, 32);
}

static void
note_zone (KeelFeedContext *context, const KeelIcalEvent *event)
{
  g_autofree char *zone = NULL;

  switch (event->source)
    {
    case KEEL_ICAL_ZONE_MATCHED:
      keel_feed_context_note (context, KEEL_NOTICE_ZONE_MATCHED, event->start.zone);
      break;
    case KEEL_ICAL_ZONE_ASSUMED:
      keel_feed_context_note (context,
                              event->start.zone != NULL ? KEEL_NOTICE_ZONE_ASSUMED : KEEL_NOTICE_ZONE_UNKNOWN,
                              event->start.zone);
      break;
    case KEEL_ICAL_ZONE_BAD:
      zone = keel_feed_clean (event->start_zone, FALSE);
      keel_feed_context_note (context, KEEL_NOTICE_ZONE_BAD, zone);
      break;
    case KEEL_ICAL_ZONE_KNOWN:
    default:
      break;
    }
}

KeelMeeting *
keel_ical_meeting_new (const KeelIcalEvent *event, KeelFeedContext *context)
{
  g_autofree char *name = event->summary != NULL ? keel_feed_clean (event->summary, FALSE) : NULL;
  const char *notes = event->description != NULL ? event->description : event->html;
  KeelMeeting *meeting;

  if (name == NULL)
    return NULL;
  meeting = keel_meeting_new ();
  meeting->name = g_steal_pointer (&name);
  meeting->slug = make_slug (event);
  meeting->program = g_strdup (context->program);
  meeting->timezone = g_strdup (event->start.zone);
  meeting->notes = notes != NULL ? keel_feed_clean (notes, TRUE) : NULL;
  meeting->updated = event->updated;
  set_links (meeting, event, context);
  set_place (meeting, event);
  set_position (meeting, event->geo);
  note_zone (context, event);
  if (event->has_contacts)
    keel_feed_context_note (context, KEEL_NOTICE_CONTACTS_DROPPED, NULL);
  return meeting;
}

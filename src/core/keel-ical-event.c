#include "keel-ical-event.h"

#include <string.h>

#include "keel-ical-lines.h"

/* Per event; a calendar of decades of exceptions has hundreds. */
#define MAX_DATES 10000
#define MAX_LINKS 16
#define MAX_LEADS 16
#define MAX_LEAD_MINUTES (28 * KEEL_MINUTES_PER_DAY)

typedef struct
{
  KeelIcalEvent *event;
  KeelIcalZones *zones;
  int depth; /* 1: in the event */
  gboolean in_alarm;
} Reading;

static gboolean
parse_time (Reading *reading, const char *line, const char *value, KeelIcalTime *time,
            KeelIcalZoneSource *source)
{
  g_autofree char *tzid = keel_ical_line_get_parameter (line, "TZID");
  KeelIcalValue parsed;

  if (value == NULL || !keel_ical_value_parse (value, &parsed))
    return FALSE;
  time->local = parsed.local;
  time->is_date = parsed.is_date;
  time->is_own = !parsed.is_utc && tzid == NULL;
  *source = KEEL_ICAL_ZONE_KNOWN;
  time->zone = parsed.is_utc ? "UTC" : keel_ical_zones_resolve (reading->zones, tzid, source);
  return TRUE;
}

static void
take_start (Reading *reading, const char *line, const char *value)
{
  KeelIcalEvent *event = reading->event;

  if (event->has_start)
    return;
  g_free (event->start_text);
  event->start_text = g_utf8_make_valid (value, MIN (strlen (value), 64));
  g_free (event->start_zone);
  event->start_zone = keel_ical_line_get_parameter (line, "TZID");
  event->has_start = parse_time (reading, line, value, &event->start, &event->source);
}

static void
take_end (Reading *reading, const char *line, const char *value)
{
  KeelIcalZoneSource source;

  reading->event->has_end = parse_time (reading, line, value, &reading->event->end, &source);
}

static void
take_id (Reading *reading, const char *line, const char *value)
{
  g_autofree char *range = keel_ical_line_get_parameter (line, "RANGE");
  KeelIcalZoneSource source;

  reading->event->has_id = parse_time (reading, line, value, &reading->event->id, &source);
  reading->event->and_future = range != NULL && g_ascii_strcasecmp (range, "THISANDFUTURE") == 0;
}

static void
take_duration (Reading *reading, const char *line, const char *value)
{
  if (!keel_ical_value_parse_duration (value, &reading->event->duration) || reading->event->duration < 0)
    reading->event->duration = 0;
}

static void
take_excluded (Reading *reading, const char *line, const char *value)
{
  g_auto (GStrv) texts = g_strsplit (value, ",", MAX_DATES);

  for (guint i = 0; texts[i] != NULL && reading->event->excluded->len < MAX_DATES; i++)
    {
      KeelIcalZoneSource source;
      KeelIcalTime time;

      if (parse_time (reading, line, texts[i], &time, &source))
        g_array_append_val (reading->event->excluded, time);
    }
}

/* A PERIOD has its end or its duration behind a slash. */
static void
take_added_date (Reading *reading, const char *line, char *text)
{
  char *slash = strchr (text, '/');
  KeelIcalAdded added = { .duration = 0 };
  KeelIcalZoneSource source;
  KeelIcalTime end;
  gint64 minutes = 0;

  if (slash != NULL)
    *slash = '\0';
  if (!parse_time (reading, line, text, &added.time, &source))
    return;
  if (slash != NULL && parse_time (reading, line, slash + 1, &end, &source))
    minutes = (keel_ical_time_to_utc (&end, reading->zones) -
               keel_ical_time_to_utc (&added.time, reading->zones)) /
              60;
  else if (slash != NULL)
    keel_ical_value_parse_duration (slash + 1, &minutes);
  if (minutes > 0 && minutes <= G_MAXINT)
    added.duration = minutes;
  g_array_append_val (reading->event->added, added);
}

static void
take_added (Reading *reading, const char *line, const char *value)
{
  g_auto (GStrv) texts = g_strsplit (value, ",", MAX_DATES);

  for (guint i = 0; texts[i] != NULL && reading->event->added->len < MAX_DATES; i++)
    take_added_date (reading, line, texts[i]);
}

static void
take_rule (Reading *reading, const char *line, const char *value)
{
  KeelIcalEvent *event = reading->event;

  if (event->rule != NULL && strcmp (event->rule, value) != 0)
    event->has_odd_rule = TRUE;
  else if (event->rule == NULL)
    event->rule = g_utf8_make_valid (value, -1);
}

static void
take_odd_rule (Reading *reading, const char *line, const char *value)
{
  reading->event->has_odd_rule = TRUE;
}

static void
take_text (char **member, const char *value)
{
  if (*member == NULL && *value != '\0')
    *member = keel_ical_value_parse_text (value);
}

static void
take_uid (Reading *reading, const char *line, const char *value)
{
  take_text (&reading->event->uid, value);
}

static void
take_summary (Reading *reading, const char *line, const char *value)
{
  take_text (&reading->event->summary, value);
}

static void
take_location (Reading *reading, const char *line, const char *value)
{
  take_text (&reading->event->location, value);
}

static void
take_description (Reading *reading, const char *line, const char *value)
{
  take_text (&reading->event->description, value);
}

static void
take_html (Reading *reading, const char *line, const char *value)
{
  take_text (&reading->event->html, value);
}

static void
take_url (Reading *reading, const char *line, const char *value)
{
  take_text (&reading->event->url, value);
}

static void
take_geo (Reading *reading, const char *line, const char *value)
{
  take_text (&reading->event->geo, value);
}

static void
take_link (Reading *reading, const char *line, const char *value)
{
  KeelIcalEvent *event = reading->event;

  if (event->links == NULL)
    event->links = g_ptr_array_new_with_free_func (g_free);
  if (event->links->len < MAX_LINKS)
    g_ptr_array_add (event->links, keel_ical_value_parse_text (value));
}

static void
take_status (Reading *reading, const char *line, const char *value)
{
  reading->event->is_cancelled = g_ascii_strcasecmp (value, "CANCELLED") == 0;
}

static void
take_sequence (Reading *reading, const char *line, const char *value)
{
  reading->event->sequence = g_ascii_strtoll (value, NULL, 10);
}

static void
take_updated (Reading *reading, const char *line, const char *value)
{
  KeelIcalValue updated;

  if (keel_ical_value_parse (value, &updated))
    reading->event->updated = updated.local * 60;
}

static void
take_contact (Reading *reading, const char *line, const char *value)
{
  reading->event->has_contacts = TRUE;
}

static void
take_segment (Reading *reading, const char *line, const char *value)
{
  reading->event->is_segment = TRUE;
}

static const struct
{
  const char *name;
  void (*take) (Reading *reading, const char *line, const char *value);
} properties[] = {
  { "ATTENDEE", take_contact },
  { "CONFERENCE", take_link },
  { "CONTACT", take_contact },
  { "DESCRIPTION", take_description },
  { "DTEND", take_end },
  { "DTSTART", take_start },
  { "DURATION", take_duration },
  { "EXDATE", take_excluded },
  { "EXRULE", take_odd_rule },
  { "GEO", take_geo },
  { "LAST-MODIFIED", take_updated },
  { "LOCATION", take_location },
  { "ORGANIZER", take_contact },
  { "RDATE", take_added },
  { "RECURRENCE-ID", take_id },
  { "RRULE", take_rule },
  { "SEQUENCE", take_sequence },
  { "STATUS", take_status },
  { "SUMMARY", take_summary },
  { "UID", take_uid },
  { "URL", take_url },
  { "X-ALT-DESC", take_html },
  { "X-GOOGLE-CONFERENCE", take_link },
  { "X-KEEL-SEGMENT-OF", take_segment },
  { "X-MICROSOFT-ONLINEMEETINGCONFLINK", take_link },
  { "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", take_link },
  { "X-MICROSOFT-SKYPETEAMSMEETINGURL", take_link },
};

/* TRIGGER:-PT30M of an alarm; those at a fixed time or after the start are none of Keel's. */
static void
take_trigger (Reading *reading, const char *line, const char *value)
{
  g_autofree char *related = keel_ical_line_get_parameter (line, "RELATED");
  GArray *leads = reading->event->leads;
  gint64 minutes;
  int lead;

  if (leads->len >= MAX_LEADS || (related != NULL && g_ascii_strcasecmp (related, "END") == 0) ||
      !keel_ical_value_parse_duration (value, &minutes) || minutes > 0 || minutes < -MAX_LEAD_MINUTES)
    return;
  lead = -minutes;
  g_array_append_val (leads, lead);
}

static void
take_line (Reading *reading, const char *line)
{
  const char *value = keel_ical_line_get_value (line);

  if (value == NULL)
    return;
  if (reading->depth == 2 && reading->in_alarm && keel_ical_line_is (line, "TRIGGER"))
    take_trigger (reading, line, value);
  if (reading->depth != 1)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (keel_ical_line_is (line, properties[i].name))
      {
        properties[i].take (reading, line, value);
        return;
      }
}

KeelIcalEvent *
keel_ical_event_read (const char *text, gsize length, KeelIcalZones *zones)
{
  Reading reading = { .event = g_new0 (KeelIcalEvent, 1), .zones = zones };
  g_auto (KeelIcalLines) lines = { NULL };

  reading.event->excluded = g_array_new (FALSE, FALSE, sizeof (KeelIcalTime));
  reading.event->added = g_array_new (FALSE, FALSE, sizeof (KeelIcalAdded));
  reading.event->leads = g_array_new (FALSE, FALSE, sizeof (int));
  keel_ical_lines_init (&lines, text, length);
  while (keel_ical_lines_next (&lines, NULL))
    {
      char *line = g_strchomp (lines.line->str);

      if (keel_ical_line_is (line, "BEGIN"))
        {
          reading.depth++;
          reading.in_alarm = g_ascii_strcasecmp (line, "BEGIN:VALARM") == 0;
        }
      else if (keel_ical_line_is (line, "END"))
        reading.depth--;
      else
        take_line (&reading, line);
    }
  return reading.event;
}

void
keel_ical_event_free (KeelIcalEvent *self)
{
  g_free (self->uid);
  g_free (self->summary);
  g_free (self->location);
  g_free (self->description);
  g_free (self->html);
  g_free (self->url);
  g_free (self->start_text);
  g_free (self->start_zone);
  g_free (self->geo);
  g_free (self->rule);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_array_unref (self->excluded);
  g_array_unref (self->added);
  g_array_unref (self->leads);
  g_free (self);
}

gint64
keel_ical_time_to_utc (const KeelIcalTime *time, KeelIcalZones *zones)
{
  GTimeZone *zone = time->zone != NULL ? keel_ical_zones_open (zones, time->zone) : NULL;

  return zone != NULL ? keel_local_time_to_utc (time->local, zone) : time->local * 60;
}

KeelLocalTime
keel_ical_time_in_zone (const KeelIcalTime *time, const char *zone, KeelIcalZones *zones)
{
  if (time->is_own || time->is_date || zone == NULL || time->zone == NULL || g_str_equal (time->zone, zone))
    return time->local;
  return keel_local_time_from_utc (keel_ical_time_to_utc (time, zones), keel_ical_zones_open (zones, zone));
}

#include "keel-ical-writer.h"

#include <string.h>

#include "keel-ical-text.h"
#include "keel-ical-zone-writer.h"
#include "keel-recurrence-private.h"
#include "keel-schedule-private.h"

typedef struct
{
  GString *text;
  const KeelIcalWriterOptions *options;
  KeelSeries *series;
  char *uid;       /* of the segment */
  char *first_uid; /* of the series */
  guint place;     /* of the segment */
  const KeelSegment *segment;
  KeelLocalTime start; /* DTSTART */
  guint duration;
} Writing;

/* --- Lines of every event --- */

static void
add_alarms (Writing *self, const char *title)
{
  for (guint i = 0; i < self->series->leads->len; i++)
    {
      keel_ical_text_add (self->text, "BEGIN:VALARM");
      keel_ical_text_add (self->text, "ACTION:DISPLAY");
      keel_ical_text_add_value (self->text, "DESCRIPTION", title);
      keel_ical_text_add (self->text, "TRIGGER:-PT%dM", g_array_index (self->series->leads, int, i));
      keel_ical_text_add (self->text, "END:VALARM");
    }
}

static void
add_place (Writing *self, KeelMeeting *meeting)
{
  g_autofree char *place = NULL;

  if (meeting->location != NULL && meeting->address != NULL)
    place = g_strdup_printf ("%s, %s", meeting->location, meeting->address);
  else
    place = g_strdup (meeting->location != NULL ? meeting->location : meeting->address);
  keel_ical_text_add_value (self->text, "LOCATION", place);
  if (meeting->has_position)
    {
      char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];

      keel_ical_text_add (self->text, "GEO:%s;%s",
                          g_ascii_formatd (latitude, sizeof latitude, "%.6f", meeting->latitude),
                          g_ascii_formatd (longitude, sizeof longitude, "%.6f", meeting->longitude));
    }
}

/* The room is what one wants to press; the page goes into the text then. */
static void
add_words (Writing *self, KeelMeeting *meeting)
{
  const char *url = meeting->conference_url != NULL ? meeting->conference_url : meeting->url;
  const char *lines[] = { meeting->notes, meeting->conference_notes, meeting->phone,
                          meeting->conference_url != NULL ? meeting->url : NULL };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", lines[i]);
  add_place (self, meeting);
  keel_ical_text_add_value (self->text, "DESCRIPTION", words->len > 0 ? words->str : NULL);
  if (url != NULL)
    keel_ical_text_add (self->text, "URL:%s", url);
  g_string_free (words, TRUE);
}

static void
begin_event (Writing *self, KeelLocalTime start, guint duration)
{
  g_autofree char *stamp = keel_ical_text_format_seconds (self->options->stamp);

  keel_ical_text_add (self->text, "BEGIN:VEVENT");
  keel_ical_text_add (self->text, "UID:%s", self->uid);
  if (self->place > 0)
    keel_ical_text_add (self->text, "X-KEEL-SEGMENT-OF:%s", self->first_uid);
  keel_ical_text_add (self->text, "DTSTAMP:%sZ", stamp);
  keel_ical_text_add_time (self->text, "DTSTART", start, self->segment->zone_name);
  keel_ical_text_add (self->text, "DURATION:PT%uM", duration);
}

static void
end_event (Writing *self)
{
  KeelMeeting *meeting = self->series->meeting;
  gboolean discreet = self->options->discreet_title != NULL;
  const char *title = discreet ? self->options->discreet_title : meeting->name;

  keel_ical_text_add_value (self->text, "SUMMARY", title);
  if (!discreet)
    add_words (self, meeting);
  keel_ical_text_add (self->text, "CLASS:PRIVATE");
  add_alarms (self, title);
  keel_ical_text_add (self->text, "END:VEVENT");
}

/* --- The rule of a segment --- */

static gboolean
append_date_cb (KeelLocalTime local, gpointer data)
{
  g_array_append_val ((GArray *) data, local);
  return TRUE;
}

static gboolean
stop_at_date_cb (KeelLocalTime local, gpointer data)
{
  *(KeelLocalTime *) data = local;
  return FALSE;
}

static GTimeZone *
open_zone (const KeelSegment *segment)
{
  return segment->zone != NULL ? g_time_zone_ref (segment->zone) : g_time_zone_new_offset (14 * 3600);
}

static KeelLocalTime
get_end (const Writing *self)
{
  const GArray *segments = self->series->schedule->segments;

  return self->place + 1 < segments->len ? keel_schedule_get_midnight (self->segment[1].start)
                                         : KEEL_LOCAL_TIME_END;
}

/* The first date of the rule, or the only one; KEEL_LOCAL_TIME_NONE where there is none. */
static KeelLocalTime
find_first (const Writing *self)
{
  const KeelSegment *segment = self->segment;
  g_autoptr (GTimeZone) zone = open_zone (segment);
  KeelLocalTime first = KEEL_LOCAL_TIME_NONE;

  if (segment->recurrence != NULL)
    keel_recurrence_expand (segment->recurrence, segment->start, zone, segment->start, get_end (self),
                            stop_at_date_cb, &first);
  return first;
}

/* With DTSTART in a zone, UNTIL is in UTC (RFC 5545 §3.3.10). */
static void
set_until (const Writing *self, KeelRecurrence *rule, KeelLocalTime local)
{
  rule->until_kind = self->segment->zone != NULL ? KEEL_UNTIL_UTC : KEEL_UNTIL_LOCAL;
  rule->until = self->segment->zone != NULL ? keel_local_time_to_utc (local, self->segment->zone) : local;
}

static char *
write_rule (const Writing *self)
{
  KeelRecurrence rule = *self->segment->recurrence;
  g_autoptr (GTimeZone) zone = open_zone (self->segment);
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelLocalTime));

  if (get_end (self) < KEEL_LOCAL_TIME_END)
    {
      keel_recurrence_expand (self->segment->recurrence, self->segment->start, zone, self->segment->start,
                              get_end (self), append_date_cb, dates);
      if (rule.count > 0)
        rule.count = dates->len;
      else
        set_until (self, &rule, g_array_index (dates, KeelLocalTime, dates->len - 1));
    }
  else if (rule.until_kind == KEEL_UNTIL_DATE)
    set_until (self, &rule, (rule.until + 1) * KEEL_MINUTES_PER_DAY - 1);
  else if (rule.until_kind == KEEL_UNTIL_LOCAL)
    set_until (self, &rule, rule.until);
  return keel_recurrence_to_string (&rule);
}

/* --- Its single dates --- */

static gboolean
is_rule_date (const Writing *self, KeelLocalTime local)
{
  g_autoptr (GTimeZone) zone = open_zone (self->segment);
  KeelLocalTime found = KEEL_LOCAL_TIME_NONE;

  if (local >= get_end (self) || local < self->segment->start)
    return FALSE;
  keel_recurrence_expand (self->segment->recurrence, self->segment->start, zone, local, local + 1,
                          stop_at_date_cb, &found);
  return found == local;
}

static gboolean
has_own_event (const Writing *self, const KeelOverride *override)
{
  return override->kind != KEEL_OVERRIDE_CANCEL &&
         (override->start != override->original || override->duration != self->duration);
}

static gboolean
is_of_segment (const Writing *self, const KeelOverride *override)
{
  return keel_schedule_find_segment (self->series->schedule, override->original) == self->place;
}

/* In UTC, where that says the same: libical's walk over the dates reads an RDATE without its zone. */
static void
add_date (Writing *self, KeelLocalTime local)
{
  GTimeZone *zone = self->segment->zone;
  gint64 utc = zone != NULL ? keel_local_time_to_utc (local, zone) : 0;

  if (zone != NULL && keel_local_time_from_utc (utc, zone) == local)
    keel_ical_text_add_time (self->text, "RDATE", utc / 60, "UTC");
  else
    keel_ical_text_add_time (self->text, "RDATE", local, self->segment->zone_name);
}

static void
add_changes (Writing *self)
{
  KeelSchedule *schedule = self->series->schedule;

  for (guint i = 0; i < schedule->overrides->len; i++)
    {
      const KeelOverride *override = keel_schedule_override (schedule, i);
      gboolean is_date;

      if (!is_of_segment (self, override))
        continue;
      is_date = is_rule_date (self, override->original);
      if (override->kind == KEEL_OVERRIDE_CANCEL && is_date)
        keel_ical_text_add_time (self->text, "EXDATE", override->original, self->segment->zone_name);
      else if (override->kind != KEEL_OVERRIDE_CANCEL && !is_date)
        add_date (self, override->original);
    }
}

static void
write_changed_date (Writing *self, KeelLocalTime original, KeelLocalTime start, guint duration)
{
  begin_event (self, start, duration);
  keel_ical_text_add_time (self->text, "RECURRENCE-ID", original, self->segment->zone_name);
  end_event (self);
}

static void
write_repeating (Writing *self)
{
  KeelSchedule *schedule = self->series->schedule;
  g_autofree char *rule = write_rule (self);

  self->duration = self->segment->duration;
  begin_event (self, find_first (self), self->duration);
  keel_ical_text_add (self->text, "RRULE:%s", rule);
  add_changes (self);
  end_event (self);
  for (guint i = 0; i < schedule->overrides->len; i++)
    {
      const KeelOverride *override = keel_schedule_override (schedule, i);

      if (is_of_segment (self, override) && has_own_event (self, override))
        write_changed_date (self, override->original, override->start, override->duration);
    }
}

static int
compare_dates_cb (gconstpointer a, gconstpointer b)
{
  KeelLocalTime one = ((const KeelOverride *) a)->start;
  KeelLocalTime other = ((const KeelOverride *) b)->start;

  return (one > other) - (one < other);
}

/* The dates of a segment without a rule's: as they are in the end, each with its duration. */
static GArray *
list_dates (const Writing *self)
{
  KeelSchedule *schedule = self->series->schedule;
  const KeelSegment *segment = self->segment;
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (KeelOverride));
  KeelOverride once = { segment->start, KEEL_OVERRIDE_ADD, segment->start, segment->duration };

  if (segment->recurrence == NULL && segment->start < get_end (self) &&
      keel_schedule_lookup_override (schedule, segment->start) == NULL)
    g_array_append_val (dates, once);
  for (guint i = 0; i < schedule->overrides->len; i++)
    {
      const KeelOverride *override = keel_schedule_override (schedule, i);

      if (is_of_segment (self, override) && override->kind != KEEL_OVERRIDE_CANCEL)
        g_array_append_val (dates, *override);
    }
  g_array_sort (dates, compare_dates_cb);
  return dates;
}

static void
write_single (Writing *self)
{
  g_autoptr (GArray) dates = list_dates (self);
  const KeelOverride *all = (const KeelOverride *) dates->data;

  if (dates->len == 0)
    return;
  self->duration = all[0].duration;
  begin_event (self, all[0].start, self->duration);
  for (guint i = 1; i < dates->len; i++)
    add_date (self, all[i].start);
  end_event (self);
  for (guint i = 1; i < dates->len; i++)
    if (all[i].duration != self->duration)
      write_changed_date (self, all[i].start, all[i].start, all[i].duration);
}

/* --- The whole --- */

/* A series that is not in the journal yet has its UID from what it is. */
static char *
make_uid (KeelSeries *series)
{
  g_autofree char *schedule = NULL;
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;

  if (series->uuid != NULL)
    return g_strdup (series->uuid);
  schedule = keel_schedule_to_string (series->schedule);
  text = g_strconcat (series->meeting->name, "\n", schedule, NULL);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return g_strndup (digest, 32);
}

static void
write_series (GString *text, KeelSeries *series, const KeelIcalWriterOptions *options)
{
  g_autofree char *uid = make_uid (series);
  Writing self = { .text = text, .options = options, .series = series, .first_uid = uid };

  for (self.place = 0; self.place < series->schedule->segments->len; self.place++)
    {
      self.segment = keel_schedule_segment (series->schedule, self.place);
      self.uid = self.place == 0 ? g_strdup (uid) : g_strdup_printf ("%s-%u", uid, self.place + 1);
      if (find_first (&self) != KEEL_LOCAL_TIME_NONE)
        write_repeating (&self);
      else
        write_single (&self);
      g_free (self.uid);
    }
}

static void
note_zone (GHashTable *zones, const char *zone, KeelLocalTime first)
{
  KeelLocalTime *known = g_hash_table_lookup (zones, zone);

  if (known != NULL)
    *known = MIN (*known, first);
  else
    g_hash_table_insert (zones, (gpointer) zone, g_memdup2 (&first, sizeof first));
}

/* The zones in use, each with the first local time that needs it. */
static GHashTable *
collect_zones (GPtrArray *all)
{
  GHashTable *zones = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < all->len; i++)
    {
      KeelSchedule *schedule = ((KeelSeries *) all->pdata[i])->schedule;
      KeelLocalTime first = keel_schedule_segment (schedule, 0)->start;

      for (guint j = 0; j < schedule->overrides->len; j++)
        first = MIN (first, MIN (keel_schedule_override (schedule, j)->start,
                                 keel_schedule_override (schedule, j)->original));
      for (guint j = 0; j < schedule->segments->len; j++)
        {
          const char *zone = keel_schedule_segment (schedule, j)->zone_name;

          if (zone != NULL && !g_str_equal (zone, "UTC"))
            note_zone (zones, zone, first);
        }
    }
  return zones;
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
write_zones (GString *text, GPtrArray *series)
{
  g_autoptr (GHashTable) zones = collect_zones (series);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (zones), compare_names_cb);

  for (const GList *name = names; name != NULL; name = name->next)
    keel_ical_write_zone (text, name->data, *(KeelLocalTime *) g_hash_table_lookup (zones, name->data));
}

GBytes *
keel_ical_write (GPtrArray *series, const KeelIcalWriterOptions *options)
{
  GString *text;

  g_return_val_if_fail (series != NULL && options != NULL, NULL);

  text = g_string_new (NULL);
  keel_ical_text_add (text, "BEGIN:VCALENDAR");
  keel_ical_text_add (text, "VERSION:2.0");
  keel_ical_text_add (text, "PRODID:-//Keel//Keel//EN");
  keel_ical_text_add (text, "CALSCALE:GREGORIAN");
  write_zones (text, series);
  for (guint i = 0; i < series->len; i++)
    write_series (text, series->pdata[i], options);
  keel_ical_text_add (text, "END:VCALENDAR");
  return g_string_free_to_bytes (text);
}

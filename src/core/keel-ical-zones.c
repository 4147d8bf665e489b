#include "keel-ical-zones.h"

#include <string.h>

#include "keel-ical-lines.h"
#include "keel-ical-offsets.h"
#include "keel-local-time.h"
#include "keel-windows-zones.h"

#define MAX_NAMES 1000
#define MAX_MATCHES 100 /* VTIMEZONEs that are walked, for each takes a while */

/* A year before and after now, in steps that no summer time slips through. */
#define SAMPLES 100
#define SAMPLE_STEP (G_GINT64_CONSTANT (7) * 86400 + 3600)

/* Of zones with the same clock, those where most people live. */
static const char *const likely_zones[] = { "America/New_York",    "America/Chicago", "America/Denver",
                                            "America/Los_Angeles", "Europe/London",   "Europe/Berlin",
                                            "Australia/Sydney" };

typedef struct
{
  char *name; /* NULL: not known */
  KeelIcalZoneSource source;
} Resolved;

struct _KeelIcalZones
{
  const KeelIcalIndex *index;
  char *chosen;
  char *assumed; /* X-WR-TIMEZONE's, else the chosen one; nullable */
  gint64 now;
  GHashTable *names; /* TZID → Resolved */
  GHashTable *open;  /* IANA name → GTimeZone */
  guint matches;
};

static void
free_resolved (gpointer data)
{
  Resolved *resolved = data;

  g_free (resolved->name);
  g_free (resolved);
}

static const char *
find_windows_zone (const char *name)
{
  for (guint i = 0; i < keel_n_windows_zones; i++)
    if (g_ascii_strcasecmp (keel_windows_zones[i].name, name) == 0)
      return keel_windows_zones[i].zone;
  return NULL;
}

/* By its name alone. */
static char *
resolve_name (const char *tzid)
{
  g_autofree char *stripped = NULL;
  char *name = keel_zone_name_resolve (tzid);

  if (name != NULL)
    return name;
  stripped = g_strstrip (g_strdelimit (g_strdup (tzid), "\"", ' '));
  /* `(UTC-05:00) Eastern Time (US & Canada)` */
  if (*stripped == '(' && strchr (stripped, ')') != NULL)
    return keel_zone_name_resolve (strchr (stripped, ')') + 1);
  return keel_zone_name_resolve (find_windows_zone (stripped));
}

KeelIcalZones *
keel_ical_zones_new (const KeelIcalIndex *index, const char *chosen, gint64 now)
{
  KeelIcalZones *self = g_new0 (KeelIcalZones, 1);

  self->index = index;
  self->now = now;
  self->chosen = g_strdup (chosen);
  self->assumed = index->timezone != NULL ? resolve_name (index->timezone) : NULL;
  if (self->assumed == NULL)
    self->assumed = g_strdup (chosen);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_resolved);
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_time_zone_unref);
  return self;
}

void
keel_ical_zones_free (KeelIcalZones *self)
{
  g_free (self->chosen);
  g_free (self->assumed);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->open);
  g_free (self);
}

static gint64
get_sample (const KeelIcalZones *self, guint place)
{
  return self->now + ((gint64) place - SAMPLES / 2) * SAMPLE_STEP;
}

/* @loosely: in the middle of winter and of summer alone, for rules of years ago. */
static gboolean
matches (const KeelIcalZones *self, const GArray *onsets, const char *name, gboolean loosely)
{
  g_autoptr (GTimeZone) zone = name != NULL ? keel_zone_open (name) : NULL;

  if (zone == NULL)
    return FALSE;
  for (guint i = 0; i < SAMPLES; i++)
    {
      gint64 at = get_sample (self, i);
      int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);
      int offset = 0, year, month, day;

      keel_civil_from_days (at / 86400, &year, &month, &day);
      if (loosely && month % 6 != 1)
        continue;
      keel_ical_offsets_lookup (onsets, at, &offset);
      if (g_time_zone_get_offset (zone, interval) != offset)
        return FALSE;
    }
  return TRUE;
}

/* The zone of the calendar or of the person, if it fits, is likelier than another with the same clock. */
static const char *
find_match (const KeelIcalZones *self, const GArray *onsets, gboolean loosely)
{
  if (matches (self, onsets, self->assumed, loosely))
    return self->assumed;
  if (matches (self, onsets, self->chosen, loosely))
    return self->chosen;
  for (guint i = 0; i < G_N_ELEMENTS (likely_zones); i++)
    if (matches (self, onsets, likely_zones[i], loosely))
      return likely_zones[i];
  for (guint i = 0; i < keel_n_windows_zones; i++)
    if (matches (self, onsets, keel_windows_zones[i].zone, loosely))
      return keel_windows_zones[i].zone;
  return NULL;
}

static char *
match_offsets (const KeelIcalZones *self, const KeelIcalSpan *span)
{
  g_autoptr (GArray) onsets = keel_ical_offsets_read (keel_ical_index_get_text (self->index, span),
                                                      span->length, get_sample (self, SAMPLES));
  const char *name;

  if (onsets->len == 0)
    return NULL;
  name = find_match (self, onsets, FALSE);
  return g_strdup (name != NULL ? name : find_match (self, onsets, TRUE));
}

/* Evolution and libical write where a VTIMEZONE comes from. */
static char *
read_location (const KeelIcalZones *self, const KeelIcalSpan *span)
{
  g_auto (KeelIcalLines) lines = { NULL };
  char *name = NULL;

  keel_ical_lines_init (&lines, keel_ical_index_get_text (self->index, span), span->length);
  while (name == NULL && keel_ical_lines_next (&lines, NULL))
    if (keel_ical_line_is (lines.line->str, "X-LIC-LOCATION"))
      name = resolve_name (keel_ical_line_get_value (lines.line->str));
  return name;
}

static Resolved *
resolve (KeelIcalZones *self, const char *tzid)
{
  Resolved *resolved = g_new0 (Resolved, 1);
  g_autofree char *valid = g_strstrip (g_utf8_make_valid (tzid, -1));
  const KeelIcalSpan *span = g_hash_table_lookup (self->index->zones, valid);

  resolved->name = resolve_name (valid);
  if (resolved->name == NULL && span != NULL)
    resolved->name = read_location (self, span);
  if (resolved->name != NULL)
    return resolved;

  resolved->source = KEEL_ICAL_ZONE_MATCHED;
  if (span != NULL && self->matches++ < MAX_MATCHES)
    resolved->name = match_offsets (self, span);
  if (resolved->name == NULL)
    resolved->source = KEEL_ICAL_ZONE_BAD;
  return resolved;
}

/* A copy of the IANA name that stays; there are only so many. */
static const char *
keep_name (KeelIcalZones *self, const char *name)
{
  gpointer kept;

  if (!g_hash_table_lookup_extended (self->open, name, &kept, NULL))
    {
      kept = g_strdup (name);
      g_hash_table_insert (self->open, kept, keel_zone_open (name));
    }
  return kept;
}

const char *
keel_ical_zones_resolve (KeelIcalZones *self, const char *tzid, KeelIcalZoneSource *source)
{
  Resolved *resolved = tzid != NULL ? g_hash_table_lookup (self->names, tzid) : NULL;

  *source = KEEL_ICAL_ZONE_ASSUMED;
  if (tzid == NULL)
    return self->assumed;
  if (resolved == NULL)
    {
      resolved = resolve (self, tzid);
      if (g_hash_table_size (self->names) >= MAX_NAMES)
        g_hash_table_remove_all (self->names);
      g_hash_table_insert (self->names, g_strdup (tzid), resolved);
    }
  *source = resolved->source;
  return resolved->name != NULL ? keep_name (self, resolved->name) : self->assumed;
}

GTimeZone *
keel_ical_zones_open (KeelIcalZones *self, const char *name)
{
  return g_hash_table_lookup (self->open, keep_name (self, name));
}

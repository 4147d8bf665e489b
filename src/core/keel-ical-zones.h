#pragma once

#include "keel-ical-index.h"

G_BEGIN_DECLS

/* How the zone of a time was found. */
typedef enum
{
  KEEL_ICAL_ZONE_KNOWN,   /* by its name */
  KEEL_ICAL_ZONE_MATCHED, /* by the offsets of its VTIMEZONE */
  KEEL_ICAL_ZONE_ASSUMED, /* the time has none; the calendar's or the chosen one, or floating */
  KEEL_ICAL_ZONE_BAD,     /* nobody knows it; as assumed */
} KeelIcalZoneSource;

/*
 * KeelIcalZones: what the zone names of one calendar mean. facts/meeting-formats.md §3: IANA name, then
 * Windows' name, then the embedded VTIMEZONE, then X-WR-TIMEZONE, then the zone chosen.
 */
typedef struct _KeelIcalZones KeelIcalZones;

/* @index must outlive it. @chosen: an IANA name, nullable. @now: seconds UTC; a VTIMEZONE is compared
 * by its offsets around it. */
KeelIcalZones *keel_ical_zones_new (const KeelIcalIndex *index, const char *chosen, gint64 now);
void keel_ical_zones_free (KeelIcalZones *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelIcalZones, keel_ical_zones_free)

/* The IANA name for @tzid (nullable: none was given); NULL: floating. Owned by @self. */
const char *keel_ical_zones_resolve (KeelIcalZones *self, const char *tzid, KeelIcalZoneSource *source);

/* The opened zone of a name that keel_ical_zones_resolve () gave; owned by @self. */
GTimeZone *keel_ical_zones_open (KeelIcalZones *self, const char *name);

G_END_DECLS

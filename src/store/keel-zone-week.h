#pragma once

/* Private to store: the week that begins now in one zone, for thousands of weekly starts at a time. */

#include "core/keel-local-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 now;              /* seconds UTC */
  gint64 today;            /* days since 1970-01-01, local */
  int weekday;             /* of today, 0 = Sunday */
  gint64 offset_before;    /* seconds east, until the change of offset in these days */
  gint64 offset_after;
  KeelLocalTime change;    /* local times from here on take offset_after */
} KeelZoneWeek;

void   keel_zone_week_init (KeelZoneWeek *self, GTimeZone *zone, gint64 now);

/* When a meeting of that weekday and minute next starts after now, in seconds UTC. As
 * keel_local_time_to_utc (), but it may be called a hundred thousand times for a keystroke. */
gint64 keel_zone_week_get_next (const KeelZoneWeek *self, int day, int minute);

G_END_DECLS

#pragma once

/* Private to store: the week that begins now in one zone, for thousands of weekly starts at a time. */

#include "core/keel-local-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 now;              /* seconds UTC */
  KeelLocalTime starts[7]; /* of the next Sunday … Saturday, today among them */
  gint64 offset_before;    /* seconds east, until the change of offset in these days */
  gint64 offset_after;
  KeelLocalTime change; /* local times from here on take offset_after */
} KeelZoneWeek;

void keel_zone_week_init (KeelZoneWeek *self, GTimeZone *zone, gint64 now);

static inline gint64
keel_zone_week_to_utc (const KeelZoneWeek *self, KeelLocalTime local)
{
  return local * 60 - (local < self->change ? self->offset_before : self->offset_after);
}

/* When a meeting of that weekday and minute next starts after now, in seconds UTC. Says the same as
 * keel_schedule_next (), but it is called a hundred thousand times for a keystroke. */
static inline gint64
keel_zone_week_get_next (const KeelZoneWeek *self, int day, int minute)
{
  KeelLocalTime local = self->starts[day] + minute;
  gint64 next = keel_zone_week_to_utc (self, local);

  return next > self->now ? next : keel_zone_week_to_utc (self, local + 7 * KEEL_MINUTES_PER_DAY);
}

G_END_DECLS

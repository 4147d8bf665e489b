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
  gint64 change_utc;    /* the same moment, seconds UTC */
} KeelZoneWeek;

void keel_zone_week_init (KeelZoneWeek *self, GTimeZone *zone, gint64 now);

static inline gint64
keel_zone_week_to_utc (const KeelZoneWeek *self, KeelLocalTime local)
{
  return local * 60 - (local < self->change ? self->offset_before : self->offset_after);
}

/* When a meeting of that weekday and minute next starts after now. Says the same as keel_schedule_next (),
 * but it is called thousands of times for a keystroke. */
static inline KeelLocalTime
keel_zone_week_get_next_local (const KeelZoneWeek *self, int day, int minute)
{
  KeelLocalTime local = self->starts[day] + minute;

  return keel_zone_week_to_utc (self, local) > self->now ? local : local + 7 * KEEL_MINUTES_PER_DAY;
}

/* The same in seconds UTC. */
static inline gint64
keel_zone_week_get_next (const KeelZoneWeek *self, int day, int minute)
{
  return keel_zone_week_to_utc (self, keel_zone_week_get_next_local (self, day, minute));
}

/* The minute of the day at @utc, which is in these days. */
static inline int
keel_zone_week_get_minute (const KeelZoneWeek *self, gint64 utc)
{
  gint64 offset = utc < self->change_utc ? self->offset_before : self->offset_after;

  return keel_local_time_get_minute ((utc + offset) / 60);
}

G_END_DECLS

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * KeelClock: where everything below the app gets "now" and the person's zone from.
 *
 * The system clock is KeelSystemClock in store; tests hand in one of their own and step it. Nothing
 * else in Keel reads a clock.
 */
#define KEEL_TYPE_CLOCK (keel_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (KeelClock, keel_clock, KEEL, CLOCK, GObject)

struct _KeelClockClass
{
  GObjectClass parent_class;

  gint64 (*get_now) (KeelClock *self);      /* microseconds since 1970-01-01T00:00Z */
  GTimeZone *(*get_zone) (KeelClock *self); /* transfer full */
};

gint64 keel_clock_get_now_us (KeelClock *self);
gint64 keel_clock_get_now (KeelClock *self); /* seconds, rounded down */
GTimeZone *keel_clock_get_zone (KeelClock *self);

G_END_DECLS

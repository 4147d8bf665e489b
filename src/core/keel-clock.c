#include "keel-clock.h"

G_DEFINE_ABSTRACT_TYPE (KeelClock, keel_clock, G_TYPE_OBJECT)

static void
keel_clock_class_init (KeelClockClass *klass)
{
}

static void
keel_clock_init (KeelClock *self)
{
}

/* Microseconds since 1970-01-01T00:00Z. */
gint64
keel_clock_get_now_us (KeelClock *self)
{
  g_return_val_if_fail (KEEL_IS_CLOCK (self), 0);

  return KEEL_CLOCK_GET_CLASS (self)->get_now (self);
}

/* Seconds since 1970-01-01T00:00Z, rounded down. */
gint64
keel_clock_get_now (KeelClock *self)
{
  gint64 now = keel_clock_get_now_us (self);

  return now / G_USEC_PER_SEC - (now % G_USEC_PER_SEC < 0);
}

/* The zone that the person is in at this moment; transfer full. */
GTimeZone *
keel_clock_get_zone (KeelClock *self)
{
  g_return_val_if_fail (KEEL_IS_CLOCK (self), NULL);

  return KEEL_CLOCK_GET_CLASS (self)->get_zone (self);
}

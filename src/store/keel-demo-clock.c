#include "keel-demo-clock.h"

struct _KeelDemoClock
{
  KeelClock parent_instance;

  KeelClock *real;
  gint64 now; /* seconds UTC; 0: what the real one shows */
};

G_DEFINE_FINAL_TYPE (KeelDemoClock, keel_demo_clock, KEEL_TYPE_CLOCK)

static gint64
keel_demo_clock_get_now (KeelClock *clock)
{
  KeelDemoClock *self = KEEL_DEMO_CLOCK (clock);

  return self->now != 0 ? self->now * G_USEC_PER_SEC : keel_clock_get_now_us (self->real);
}

static GTimeZone *
keel_demo_clock_get_zone (KeelClock *clock)
{
  return keel_clock_get_zone (KEEL_DEMO_CLOCK (clock)->real);
}

static void
keel_demo_clock_finalize (GObject *object)
{
  g_clear_object (&KEEL_DEMO_CLOCK (object)->real);

  G_OBJECT_CLASS (keel_demo_clock_parent_class)->finalize (object);
}

static void
keel_demo_clock_class_init (KeelDemoClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_demo_clock_finalize;
  KEEL_CLOCK_CLASS (klass)->get_now = keel_demo_clock_get_now;
  KEEL_CLOCK_CLASS (klass)->get_zone = keel_demo_clock_get_zone;
}

static void
keel_demo_clock_init (KeelDemoClock *self)
{
}

KeelDemoClock *
keel_demo_clock_new (KeelClock *real)
{
  KeelDemoClock *self = g_object_new (KEEL_TYPE_DEMO_CLOCK, NULL);

  self->real = g_object_ref (real);
  return self;
}

void
keel_demo_clock_set (KeelDemoClock *self, gint64 now)
{
  g_return_if_fail (KEEL_IS_DEMO_CLOCK (self));

  self->now = now;
}

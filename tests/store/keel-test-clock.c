#include "keel-test-clock.h"

struct _KeelTestClock
{
  KeelClock parent_instance;

  gint64 now_us;
  GTimeZone *zone;
};

G_DEFINE_FINAL_TYPE (KeelTestClock, keel_test_clock, KEEL_TYPE_CLOCK)

static gint64
keel_test_clock_get_now (KeelClock *clock)
{
  return KEEL_TEST_CLOCK (clock)->now_us;
}

static GTimeZone *
keel_test_clock_get_zone (KeelClock *clock)
{
  return g_time_zone_ref (KEEL_TEST_CLOCK (clock)->zone);
}

static void
keel_test_clock_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_TEST_CLOCK (object)->zone, g_time_zone_unref);

  G_OBJECT_CLASS (keel_test_clock_parent_class)->finalize (object);
}

static void
keel_test_clock_class_init (KeelTestClockClass *klass)
{
  KeelClockClass *clock_class = KEEL_CLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_test_clock_finalize;
  clock_class->get_now = keel_test_clock_get_now;
  clock_class->get_zone = keel_test_clock_get_zone;
}

static void
keel_test_clock_init (KeelTestClock *self)
{
}

KeelTestClock *
keel_test_clock_new (const char *now, const char *zone)
{
  KeelTestClock *self = g_object_new (KEEL_TYPE_TEST_CLOCK, NULL);

  keel_test_clock_set (self, now);
  keel_test_clock_set_zone (self, zone);
  return self;
}

void
keel_test_clock_set (KeelTestClock *self, const char *now)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, utc);

  g_assert_nonnull (time);
  self->now_us = g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
}

void
keel_test_clock_step (KeelTestClock *self, gint64 seconds)
{
  self->now_us += seconds * G_USEC_PER_SEC;
}

void
keel_test_clock_set_zone (KeelTestClock *self, const char *zone)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_new_identifier (zone);
  g_assert_nonnull (self->zone);
}

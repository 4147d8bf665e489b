#include "keel-system-clock.h"

#include "core/keel-local-time.h"

#include <string.h>

struct _KeelSystemClock
{
  KeelClock parent_instance;
};

G_DEFINE_FINAL_TYPE (KeelSystemClock, keel_system_clock, KEEL_TYPE_CLOCK)

#define SYSTEM_ZONE_LINK "/etc/localtime"

static char *
read_zone_link (void)
{
  g_autofree char *target = g_file_read_link (SYSTEM_ZONE_LINK, NULL);
  const char *name;

  if (target == NULL)
    return NULL;

  name = strstr (target, "zoneinfo/");
  return name != NULL ? keel_zone_name_resolve (name + strlen ("zoneinfo/")) : NULL;
}

static gint64
keel_system_clock_get_now (KeelClock *clock)
{
  return g_get_real_time ();
}

static GTimeZone *
keel_system_clock_get_zone (KeelClock *clock)
{
  return g_time_zone_new_local ();
}

static void
keel_system_clock_class_init (KeelSystemClockClass *klass)
{
  KeelClockClass *clock_class = KEEL_CLOCK_CLASS (klass);

  clock_class->get_now = keel_system_clock_get_now;
  clock_class->get_zone = keel_system_clock_get_zone;
}

static void
keel_system_clock_init (KeelSystemClock *self)
{
}

KeelClock *
keel_system_clock_new (void)
{
  return g_object_new (KEEL_TYPE_SYSTEM_CLOCK, NULL);
}

char *
keel_zone_get_name (GTimeZone *zone)
{
  const char *identifier;

  g_return_val_if_fail (zone != NULL, NULL);

  identifier = g_time_zone_get_identifier (zone);
  if (identifier != NULL && identifier[0] == ':') /* as POSIX has it in TZ */
    identifier++;
  if (identifier == NULL || g_str_equal (identifier, "local") || g_path_is_absolute (identifier))
    return read_zone_link ();

  return keel_zone_name_resolve (identifier);
}

#include "keel-logical-day.h"

gboolean
keel_day_is_possible (gint64 day)
{
  return day >= KEEL_LOCAL_TIME_MIN / KEEL_MINUTES_PER_DAY &&
         day < KEEL_LOCAL_TIME_END / KEEL_MINUTES_PER_DAY;
}

gint64
keel_logical_day_at (KeelLocalTime time, int night_end)
{
  return keel_local_time_get_days (time - CLAMP (night_end, 0, KEEL_NIGHT_END_MAX));
}

static gboolean
is_same_zone (GTimeZone *zone, GTimeZone *other)
{
  return g_str_equal (g_time_zone_get_identifier (zone), g_time_zone_get_identifier (other));
}

KeelLogicalNow
keel_logical_now (gint64 utc, GTimeZone *kept, GTimeZone *here, int night_end)
{
  KeelLogicalNow now = { .night_end = CLAMP (night_end, 0, KEEL_NIGHT_END_MAX) };

  now.time = keel_local_time_from_utc (utc, here);
  now.day = keel_logical_day_at (now.time, night_end);
  if (kept == NULL)
    now.moves = TRUE;
  else if (!is_same_zone (kept, here))
    {
      KeelLocalTime time = keel_local_time_from_utc (utc, kept);
      gint64 day = keel_logical_day_at (time, night_end);

      now.moves = day == now.day;
      if (!now.moves)
        {
          now.day = day;
          now.time = time;
        }
    }
  return now;
}

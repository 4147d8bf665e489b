#include "keel-zone-week.h"

#define SECONDS_PER_DAY 86400

/* From now to the last start that is asked for, which is at most a week and a shift of the clock away. */
#define SPAN (9 * SECONDS_PER_DAY)

static gint64
get_offset (GTimeZone *zone, gint64 utc)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc));
}

/* The first second in (@from, @to] with the offset of @to. */
static gint64
find_change (GTimeZone *zone, gint64 from, gint64 to)
{
  gint64 before = get_offset (zone, from);

  while (to - from > 1)
    {
      gint64 middle = from + (to - from) / 2;

      if (get_offset (zone, middle) == before)
        from = middle;
      else
        to = middle;
    }
  return to;
}

void
keel_zone_week_init (KeelZoneWeek *self, GTimeZone *zone, gint64 now)
{
  KeelLocalTime local = keel_local_time_from_utc (now, zone);
  gint64 from = now - SECONDS_PER_DAY;
  gint64 to = now + SPAN;

  self->now = now;
  for (gint64 days = keel_local_time_get_days (local), i = 0; i < 7; i++)
    {
      KeelLocalTime start = (days + i) * KEEL_MINUTES_PER_DAY;

      self->starts[keel_local_time_get_weekday (start)] = start;
    }
  self->offset_before = get_offset (zone, from);
  self->offset_after = get_offset (zone, to);
  self->change = G_MAXINT64;
  /* What a gap leaves out and what an overlap has twice both take the offset before (RFC 5545 §3.3.5). */
  self->change_utc = G_MAXINT64;
  if (self->offset_before == self->offset_after)
    return;
  self->change_utc = find_change (zone, from, to);
  self->change = (self->change_utc + MAX (self->offset_before, self->offset_after)) / 60;
}

#include "keel-zone-week.h"

#define SECONDS_PER_DAY 86400
#define MINUTES_PER_WEEK (7 * KEEL_MINUTES_PER_DAY)

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

static gint64
to_utc (const KeelZoneWeek *self, KeelLocalTime local)
{
  return local * 60 - (local < self->change ? self->offset_before : self->offset_after);
}

void
keel_zone_week_init (KeelZoneWeek *self, GTimeZone *zone, gint64 now)
{
  KeelLocalTime local = keel_local_time_from_utc (now, zone);
  gint64 from = now - SECONDS_PER_DAY;
  gint64 to = now + SPAN;

  self->now = now;
  self->today = keel_local_time_get_days (local);
  self->weekday = keel_local_time_get_weekday (local);
  self->offset_before = get_offset (zone, from);
  self->offset_after = get_offset (zone, to);
  self->change = G_MAXINT64;
  /* What a gap leaves out and what an overlap has twice both take the offset before (RFC 5545 §3.3.5). */
  if (self->offset_before != self->offset_after)
    self->change = (find_change (zone, from, to) + MAX (self->offset_before, self->offset_after)) / 60;
}

gint64
keel_zone_week_get_next (const KeelZoneWeek *self, int day, int minute)
{
  gint64 days = self->today + (day - self->weekday + 7) % 7;
  KeelLocalTime local = days * KEEL_MINUTES_PER_DAY + minute;
  gint64 next = to_utc (self, local);

  return next > self->now ? next : to_utc (self, local + MINUTES_PER_WEEK);
}

#include "keel-local-time.h"

#include <string.h>

#define SECONDS_PER_DAY 86400

/* No two offsets that a zone has ever used are further apart than this (Samoa's skipped day and a bit
 * for local mean time). */
#define OFFSET_SPREAD (26 * 3600)

/* How far ahead a cursor looks for the next change of the offset. */
#define CURSOR_REACH (256 * SECONDS_PER_DAY)

static inline gint64
floor_div (gint64 value, gint64 by)
{
  return value / by - (value % by < 0);
}

static inline gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
keel_days_in_month (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 31);

  return lengths[month - 1] + (month == 2 && is_leap_year (year));
}

/* Counts in years that begin in March, so that the leap day is the last of its year: month m of such
 * a year begins on its day (153 m + 2) / 5. */
gint64
keel_days_from_civil (int year, int month, int day)
{
  gint64 y = (gint64) year - (month <= 2);
  gint64 era = floor_div (y, 400);
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

void
keel_civil_from_days (gint64 days, int *year, int *month, int *day)
{
  gint64 shifted = days + 719468;
  gint64 era = floor_div (shifted, 146097);
  gint64 day_of_era = shifted - era * 146097;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 march_month = (5 * day_of_year + 2) / 153;
  int civil_month = (int) (march_month < 10 ? march_month + 3 : march_month - 9);

  *day = (int) (day_of_year - (153 * march_month + 2) / 5 + 1);
  *month = civil_month;
  *year = (int) (year_of_era + era * 400 + (civil_month <= 2));
}

KeelLocalTime
keel_local_time_new (int year, int month, int day, int hour, int minute)
{
  return keel_days_from_civil (year, month, day) * KEEL_MINUTES_PER_DAY + hour * 60 + minute;
}

gint64
keel_local_time_get_days (KeelLocalTime local)
{
  return floor_div (local, KEEL_MINUTES_PER_DAY);
}

int
keel_local_time_get_minute (KeelLocalTime local)
{
  int minute = (int) (local % KEEL_MINUTES_PER_DAY);

  return minute < 0 ? minute + KEEL_MINUTES_PER_DAY : minute;
}

int
keel_local_time_get_weekday (KeelLocalTime local)
{
  gint64 days = keel_local_time_get_days (local) + 4; /* 1970-01-01 was a Thursday */

  return (int) (days - floor_div (days, 7) * 7);
}

/* Reads exactly @digits digits at *@text and steps over them; -1 when there are not that many. */
static int
read_number (const char **text, int digits)
{
  int value = 0;

  for (int i = 0; i < digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return -1;
      value = value * 10 + (**text - '0');
    }
  return value;
}

static gboolean
read_separator (const char **text, char separator)
{
  if (**text != separator)
    return FALSE;
  (*text)++;
  return TRUE;
}

static gboolean
read_date (const char **text, gint64 *days)
{
  int year, month, day;

  if ((year = read_number (text, 4)) < 1 || !read_separator (text, '-') ||
      (month = read_number (text, 2)) < 1 || month > 12 || !read_separator (text, '-') ||
      (day = read_number (text, 2)) < 1 || day > keel_days_in_month (year, month))
    return FALSE;
  *days = keel_days_from_civil (year, month, day);
  return TRUE;
}

static gboolean
read_time (const char **text, int *minute_of_day)
{
  int hour, minute, second;

  if ((hour = read_number (text, 2)) < 0 || hour > 23 || !read_separator (text, ':') ||
      (minute = read_number (text, 2)) < 0 || minute > 59)
    return FALSE;
  if (read_separator (text, ':') && ((second = read_number (text, 2)) < 0 || second > 60))
    return FALSE;
  *minute_of_day = hour * 60 + minute;
  return TRUE;
}

gboolean
keel_local_time_parse (const char *text, KeelLocalTime *local)
{
  gint64 days;
  int minute = 0;

  g_return_val_if_fail (text != NULL && local != NULL, FALSE);

  if (!read_date (&text, &days))
    return FALSE;
  if (*text != '\0' && ((!read_separator (&text, 'T') && !read_separator (&text, ' ')) ||
                        !read_time (&text, &minute) || *text != '\0'))
    return FALSE;
  *local = days * KEEL_MINUTES_PER_DAY + minute;
  return TRUE;
}

char *
keel_local_time_format (KeelLocalTime local)
{
  int minute = keel_local_time_get_minute (local);
  int year, month, day;

  keel_civil_from_days (keel_local_time_get_days (local), &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", year, month, day, minute / 60, minute % 60);
}

static inline gint64
offset_of (GTimeZone *zone, int interval)
{
  return g_time_zone_get_offset (zone, interval);
}

static gboolean
is_interval_at (GTimeZone *zone, int interval, gint64 utc)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc) == interval;
}

/* Walks the zone's intervals of constant offset, from the last one that surely began before @seconds
 * (a local time in seconds), to the first in which that local time exists. Where the next interval
 * begins too late for it, the local time lies in the gap between the two. *@since gets an instant from
 * which on the interval surely holds. */
static gint64
find_first_utc (GTimeZone *zone, gint64 seconds, int *interval_out, gint64 *since)
{
  gint64 lead = seconds - 2 * SECONDS_PER_DAY;
  int first = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, lead);
  int interval = first;
  gint64 utc;

  for (;;)
    {
      utc = seconds - offset_of (zone, interval);
      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc) <= interval)
        break;
      interval++;
      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds - offset_of (zone, interval)) <
          interval)
        break; /* the instant itself lies behind the gap */
    }
  *interval_out = interval;
  *since = interval == first ? lead : utc;
  return utc;
}

/* The instant at which a wall clock in @zone shows @local, in seconds UTC. */
gint64
keel_local_time_to_utc (KeelLocalTime local, GTimeZone *zone)
{
  int interval;
  gint64 since;

  g_return_val_if_fail (zone != NULL, 0);

  return find_first_utc (zone, local * 60, &interval, &since);
}

/* What a wall clock in @zone shows at @utc (seconds), seconds dropped. */
KeelLocalTime
keel_local_time_from_utc (gint64 utc, GTimeZone *zone)
{
  int interval;

  g_return_val_if_fail (zone != NULL, 0);

  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc);
  return floor_div (utc + offset_of (zone, interval), 60);
}

void
keel_zone_cursor_init (KeelZoneCursor *self, GTimeZone *zone, gint64 end)
{
  *self = (KeelZoneCursor){ .zone = zone, .end = end, .from = G_MAXINT64, .to = G_MININT64 };
}

/* Looks for the change of the offset that ends the stretch, no closer than the dates lie apart. */
static void
extend_stretch (KeelZoneCursor *self, gint64 utc)
{
  gint64 grain = MAX (utc - self->to, SECONDS_PER_DAY);
  gint64 far = utc + CURSOR_REACH;

  if (self->end > utc && self->end < far)
    far = self->end;
  self->to = utc;
  if (far < self->limit)
    {
      if (is_interval_at (self->zone, self->interval, far))
        {
          self->to = far;
          return;
        }
      self->limit = far;
    }
  while (self->limit - self->to > grain)
    {
      gint64 middle = self->to + (self->limit - self->to) / 2;

      if (is_interval_at (self->zone, self->interval, middle))
        self->to = middle;
      else
        self->limit = middle;
    }
}

gint64
keel_zone_cursor_to_utc (KeelZoneCursor *self, KeelLocalTime local, KeelLocalTime *shown)
{
  gint64 utc = local * 60 - self->offset;

  /* The spread keeps a local time that exists twice from taking the second. */
  if (self->from < self->limit && utc - OFFSET_SPREAD >= self->from && utc < self->limit)
    {
      if (utc > self->to && is_interval_at (self->zone, self->interval, utc))
        extend_stretch (self, utc);
      if (utc <= self->to)
        {
          *shown = local;
          return utc;
        }
    }

  utc = find_first_utc (self->zone, local * 60, &self->interval, &self->from);
  self->to = utc;
  self->limit = G_MAXINT64;
  self->offset = offset_of (self->zone, self->interval);
  *shown = floor_div (utc + self->offset, 60);
  return utc;
}

/* IANA names begin with a capital and hold digits only below a folder or in a few old names; the other
 * files beside them (`leapseconds`, `zone.tab`), POSIX rules (`Foo3`) and `Z` do not look so. */
static gboolean
is_zone_name (const char *name)
{
  static const char *const with_digits[] = { "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT",
                                             "GMT0",    "GMT+0",   "GMT-0",   NULL };

  if (!g_ascii_isupper (*name) || strnlen (name, 65) > 64 || name[1] == '\0')
    return FALSE;
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("_+-/", *c) == NULL)
      return FALSE;
  return strchr (name, '/') != NULL || strpbrk (name, "0123456789") == NULL ||
         g_strv_contains (with_digits, name);
}

GTimeZone *
keel_zone_open (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return is_zone_name (name) ? g_time_zone_new_identifier (name) : NULL;
}

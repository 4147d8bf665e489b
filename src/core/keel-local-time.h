#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * KeelLocalTime: what a clock on the wall shows, as minutes since 1970-01-01T00:00 on that same wall.
 * It has no zone. Instants are gint64 seconds since 1970-01-01T00:00Z and are named _utc or
 * documented so.
 */
typedef gint64 KeelLocalTime;

#define KEEL_LOCAL_TIME_NONE G_MININT64
#define KEEL_MINUTES_PER_DAY 1440

/* Keel knows the years 1 to 9999; these are their first minute and the first minute after them. */
#define KEEL_LOCAL_TIME_MIN (G_GINT64_CONSTANT (-719162) * KEEL_MINUTES_PER_DAY)
#define KEEL_LOCAL_TIME_END (G_GINT64_CONSTANT (2932897) * KEEL_MINUTES_PER_DAY)

KeelLocalTime keel_local_time_new (int year, int month, int day, int hour, int minute);

/* Days since 1970-01-01 in the proleptic Gregorian calendar; month 1–12. */
gint64 keel_days_from_civil (int year, int month, int day);
void keel_civil_from_days (gint64 days, int *year, int *month, int *day);
int keel_days_in_month (int year, int month);

gint64 keel_local_time_get_days (KeelLocalTime local);
int keel_local_time_get_minute (KeelLocalTime local);  /* of the day, 0–1439 */
int keel_local_time_get_weekday (KeelLocalTime local); /* 0 = Sunday */

/* `YYYY-MM-DDTHH:MM`, also with a space for the T and with seconds (dropped), or a date alone
 * (midnight). FALSE when @text is anything else or no real date. */
gboolean keel_local_time_parse (const char *text, KeelLocalTime *local);
char *keel_local_time_format (KeelLocalTime local); /* `YYYY-MM-DDTHH:MM` */

/* RFC 5545 §3.3.5: a time inside a gap moves forward by the gap, one that exists twice takes the first. */
gint64 keel_local_time_to_utc (KeelLocalTime local, GTimeZone *zone);
KeelLocalTime keel_local_time_from_utc (gint64 utc, GTimeZone *zone);

/*
 * KeelZoneCursor: converts many local times of one zone, best in ascending order, and remembers a
 * stretch of time whose offset it knows. On the stack; needs no freeing; @zone must outlive it.
 */
typedef struct
{
  GTimeZone *zone;
  gint64 end;      /* seconds UTC: there is no use in looking further */
  gint64 from, to; /* seconds UTC, the first and last instant of the stretch; none while from > to */
  gint64 limit;    /* seconds UTC: the offset has changed by then */
  gint64 offset;   /* seconds east of UTC in the stretch */
  int interval;    /* of @zone, in the stretch */
} KeelZoneCursor;

/* @end: about where the last instant will be; a hint alone. */
void keel_zone_cursor_init (KeelZoneCursor *self, GTimeZone *zone, gint64 end);
/* As keel_local_time_to_utc (); *@shown gets what the wall clock shows at that instant, which differs
 * from @local only inside a gap. */
gint64 keel_zone_cursor_to_utc (KeelZoneCursor *self, KeelLocalTime local, KeelLocalTime *shown);

/* The zone with exactly this IANA name, or NULL. Safe for names out of a file: GLib itself would also
 * open paths and read made-up POSIX zones. */
GTimeZone *keel_zone_open (const char *name);

/* The IANA name that @name means (`pacific/honolulu`, `ET`, `America/Toronto `, `US-Eastern` …) or
 * NULL when it means none that this computer knows. facts/meeting-formats.md §1 and §3. */
char *keel_zone_name_resolve (const char *name);

G_END_DECLS

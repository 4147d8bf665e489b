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

KeelLocalTime keel_local_time_new (int year, int month, int day, int hour, int minute);

/* Days since 1970-01-01 in the proleptic Gregorian calendar; month 1–12. */
gint64 keel_days_from_civil (int year, int month, int day);
void   keel_civil_from_days (gint64 days, int *year, int *month, int *day);

gint64 keel_local_time_get_days    (KeelLocalTime local);
int    keel_local_time_get_minute  (KeelLocalTime local); /* of the day, 0–1439 */
int    keel_local_time_get_weekday (KeelLocalTime local); /* 0 = Sunday */

/* `YYYY-MM-DDTHH:MM`, also with a space for the T and with seconds (dropped), or a date alone
 * (midnight). FALSE when @text is anything else or no real date. */
gboolean keel_local_time_parse  (const char *text, KeelLocalTime *local);
char    *keel_local_time_format (KeelLocalTime local); /* `YYYY-MM-DDTHH:MM` */

/* RFC 5545 §3.3.5: a time inside a gap moves forward by the gap, one that exists twice takes the first. */
gint64        keel_local_time_to_utc   (KeelLocalTime local, GTimeZone *zone);
KeelLocalTime keel_local_time_from_utc (gint64 utc, GTimeZone *zone);

/* The IANA name that @name means (`pacific/honolulu`, `ET`, `America/Toronto `, `US-Eastern` …) or
 * NULL when it means none that this computer knows. facts/meeting-formats.md §1 and §3. */
char *keel_zone_name_resolve (const char *name);

G_END_DECLS

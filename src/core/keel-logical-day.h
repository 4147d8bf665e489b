#pragma once

#include "keel-local-time.h"

G_BEGIN_DECLS

/*
 * Days as a person counts them. A day goes from the end of one night to the end of the next, so that whoever
 * is still up at one o'clock is still in the day before; when a reminder is due has nothing to do with it.
 * Days are numbers: days since 1970-01-01. facts/content.md section 10.
 */
#define KEEL_DAY_NONE G_MININT64 /* no day */
#define KEEL_NIGHT_END_MAX (12 * 60)

/* KeelLogicalNow: what day it is for the person. */
typedef struct
{
  gint64 day;
  KeelLocalTime time; /* on the wall, in the zone that days are counted in */
  int night_end;      /* minutes after midnight */
  gboolean moves;     /* days are counted in the zone here from now on: to be kept */
} KeelLogicalNow;

/* Of a year that Keel knows, see keel-local-time.h. */
gboolean keel_day_is_possible (gint64 day);

/* The day of a time on the wall; @night_end from 0 (midnight) to KEEL_NIGHT_END_MAX. */
gint64 keel_logical_day_at (KeelLocalTime time, int night_end);

/* @utc in seconds; @kept (nullable: none yet) is the zone that days were counted in so far, @here the one
 * where the person is. Whoever travels takes the count along at a moment at which it is the same day in both
 * zones: it neither gains nor loses a day then. Until that moment it goes on as it was at home. */
KeelLogicalNow keel_logical_now (gint64 utc, GTimeZone *kept, GTimeZone *here, int night_end);

G_END_DECLS

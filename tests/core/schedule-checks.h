#pragma once

#include "core/keel-schedule.h"

G_BEGIN_DECLS

/* What the tests of schedules share. */

char *read_schedule_fixture (const char *name); /* a file of tests/fixtures/schedule */
KeelLocalTime read_local (const char *text);    /* must be one */
GArray *expand_schedule (KeelSchedule *schedule, gint64 from, gint64 to, GTimeZone *person);
const KeelOccurrence *get_nth (GArray *occurrences, guint n);

/* The schedule's text gives an equal schedule with the same occurrences in the span. */
void check_round_trip (KeelSchedule *schedule, gint64 from, gint64 to, GTimeZone *person);

G_END_DECLS

#pragma once

#include "core/keel-series.h"

G_BEGIN_DECLS

/* Series made by chance for the tests of written calendars. */

#define ICAL_STAMP G_GINT64_CONSTANT (1767225600) /* 2026-01-01T00:00Z */
#define ICAL_DAY G_GINT64_CONSTANT (86400)

/* 2026, in seconds UTC. Within it alone the dates of other programs are compared. */
#define ICAL_SPAN_FROM G_GINT64_CONSTANT (1767225600)
#define ICAL_SPAN_TO G_GINT64_CONSTANT (1798761600)

gboolean chance (GRand *rand, int percent);
const char *pick_zone (GRand *rand);
/* @changed unless it is NULL; frees the other. */
KeelSchedule *take_schedule (KeelSchedule *before, KeelSchedule *changed);

/* A schedule in 2026 with changed dates and now and then a second segment, by rules that all programs read
 * alike. */
KeelSchedule *pick_plain_schedule (GRand *rand);

KeelSeries *make_series (KeelSchedule *schedule, const char *uuid);
char *write_calendar (GPtrArray *series, const char *discreet_title);
char *write_series (KeelSeries *series, const char *discreet_title);

/* @starts (of gint64, seconds UTC) as lines: ascending, but for a week at both ends of the span. */
char *write_instants (GArray *starts);
void append_starts (KeelSchedule *schedule, GArray *starts);

G_END_DECLS

#pragma once

#include "keel-schedule.h"

G_BEGIN_DECLS

/* What is left of @rule, of something that started at @start, from @from on: its first date then becomes
 * *@first, and a COUNT is less by the dates before. NULL when none is left or @rule cannot be read. */
char *keel_rhythm_continue_rule (const char *rule, KeelLocalTime start, GTimeZone *zone, KeelLocalTime from,
                                 KeelLocalTime *first);

/* @rule as far as it goes before @before. NULL where it has no date before, or cannot be read. */
char *keel_rhythm_end_rule (const char *rule, KeelLocalTime start, GTimeZone *zone, KeelLocalTime before);

/*
 * @schedule with all its dates before @from as they are, and from then on those of a new segment
 * alone: its @start, which is not before @from, @zone, @duration and @rule as for keel_schedule_new ().
 * Unlike keel_schedule_change_from () no date of the old rules is left between @from and @start.
 */
KeelSchedule *keel_rhythm_change_schedule (KeelSchedule *schedule, KeelLocalTime from, KeelLocalTime start,
                                           const char *zone, guint duration, const char *rule,
                                           GError **error);

G_END_DECLS

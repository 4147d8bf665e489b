#pragma once

#include "keel-schedule.h"

G_BEGIN_DECLS

/*
 * What @followed becomes where a person takes what its list says now, @listed; @known (nullable) is what the
 * list said when they last took it.
 *
 * Every date that has begun by @now (seconds UTC) stays as it is, with its key. After that there are the
 * dates of @listed alone: those after @now, or where today, as @listed's zone has it, has a date by the rules
 * that has begun, of the one or of the other, those from tomorrow on and what both have later today. What the
 * person changed themselves (moved, cancelled, added, put back, or took out of what @known added) stays where
 * @listed still has that date, or one by its rules on that day instead, and says nothing new of it; so do
 * future dates that they added.
 *
 * @listed is to have a zone; @person is the one of floating dates of @followed. KEEL_SCHEDULE_ERROR_DATE
 * where nothing comes any more.
 */
KeelSchedule *keel_rhythm_take (KeelSchedule *followed, KeelSchedule *known, KeelSchedule *listed, gint64 now,
                                GTimeZone *person, GError **error);

G_END_DECLS

#pragma once

#include "keel-schedule.h"

G_BEGIN_DECLS

/*
 * The way back from keel_rhythm_take (), which made @made of @before, when there is @current by now: @before
 * with those dates moved, cancelled, added and restored that the person did so with since, as far as it has
 * them: then, with the same key, or on the same day at another time. @current itself where they gave it
 * another rhythm since. @person is the zone of floating dates.
 */
KeelSchedule *keel_rhythm_untake (KeelSchedule *before, KeelSchedule *made, KeelSchedule *current,
                                  GTimeZone *person, GError **error);

G_END_DECLS

#pragma once

#include "keel-meeting.h"
#include "keel-person.h"
#include "keel-plan.h"

G_BEGIN_DECLS

/* Where a plan that is bound to something belongs: it is shown there. What a person wrote in their own words
 * fits a name or an address that has these words, one after the other and whole, whatever their accents and
 * case. */

/* Bound to this meeting, or to the place where it is. @series (nullable) is the UUID under which it is
 * followed. */
gboolean keel_plan_fits_meeting (const KeelPlan *self, const char *series, const KeelMeeting *meeting);
/* Bound to this person. */
gboolean keel_plan_fits_person (const KeelPlan *self, const KeelPerson *person);

G_END_DECLS

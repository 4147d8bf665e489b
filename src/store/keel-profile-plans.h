#pragma once

#include "core/keel-plan.h"
#include "keel-profile.h"

G_BEGIN_DECLS

/* The if-then plans, each with its reminder: a prompt of kind KEEL_PROMPT_PLAN, which is told of as
 * discreetly as all others (keel-profile-prompts.h) and comes, changes and goes with its plan, in one
 * transaction. */

GPtrArray *keel_profile_get_plans (KeelProfile *self, GError **error); /* of KeelPlan, as they were made */

/* Puts @plan down and fills in what it has not yet: the UUID, and the prompt's. One with a UUID takes the
 * place of the plan with it, also of a deleted one. *@before (nullable; transfer full) is what stood there
 * and was not deleted. Words lose the white space around them. INVALID where it says what cannot be. */
gboolean keel_profile_set_plan (KeelProfile *self, KeelPlan *plan, KeelPlan **before, GError **error);
/* With its reminder, and back with it. NOT_FOUND where there is none. */
gboolean keel_profile_set_plan_deleted (KeelProfile *self, const char *uuid, gboolean deleted,
                                        GError **error);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "core/keel-plan.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelPlanBindBox: what a plan is bound to: a time, a place, a person, a meeting, or nothing. */
#define KEEL_TYPE_PLAN_BIND_BOX (keel_plan_bind_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelPlanBindBox, keel_plan_bind_box, KEEL, PLAN_BIND_BOX, AdwBin)

KeelPlanBindBox *keel_plan_bind_box_new (KeelSession *session);
/* @people (nullable) is of KeelPerson. */
void keel_plan_bind_box_show (KeelPlanBindBox *self, const KeelPlan *plan, GPtrArray *people);
/* FALSE, and it is told at its place, where something is missing. */
gboolean keel_plan_bind_box_read (KeelPlanBindBox *self, KeelPlan *plan);

/* "At work", "Every Friday at 17:00", "With Alex K."; NULL where it is bound to nothing. Transfer full. */
char *keel_plan_bind_box_describe (KeelSession *session, const KeelPlan *plan, GPtrArray *people);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "core/keel-plan.h"

G_BEGIN_DECLS

/*
 * KeelPlanForm: "If …, then I will …": both picked from lists, or in one's own words.
 *
 * Signal: "changed".
 */
#define KEEL_TYPE_PLAN_FORM (keel_plan_form_get_type ())
G_DECLARE_FINAL_TYPE (KeelPlanForm, keel_plan_form, KEEL, PLAN_FORM, AdwBin)

/* What is asked for, nullable both; with other things to choose from for @families. */
KeelPlanForm *keel_plan_form_new (const char *situation, const char *action, gboolean families);

void keel_plan_form_show (KeelPlanForm *self, const KeelPlan *plan);
/* Puts what is written into @plan. FALSE, and it is told at its place, where one of the two is missing. */
gboolean keel_plan_form_read (KeelPlanForm *self, KeelPlan *plan);
gboolean keel_plan_form_is_empty (KeelPlanForm *self); /* nothing is written in either */
gboolean keel_plan_form_is_whole (KeelPlanForm *self); /* both are */

/* "If it is payday, then I will call someone." Transfer full. */
char *keel_plan_form_describe (const KeelPlan *plan);

G_END_DECLS

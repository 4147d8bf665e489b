#pragma once

#include <adwaita.h>

#include "core/keel-plan.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelPlanDialog: an if-then plan to make or to change. */
#define KEEL_TYPE_PLAN_DIALOG (keel_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelPlanDialog, keel_plan_dialog, KEEL, PLAN_DIALOG, AdwWindow)

/* @plan is nullable: a new one. @people is of KeelPerson, nullable. */
void keel_plan_dialog_present (GtkWindow *parent, KeelSession *session, const KeelPlan *plan,
                               GPtrArray *people);

G_END_DECLS

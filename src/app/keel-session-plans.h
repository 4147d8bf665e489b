#pragma once

#include "core/keel-plan.h"
#include "keel-session-rows.h"

G_BEGIN_DECLS

/* The if-then plans of the open profile. "plans-changed" comes after each change. */

/* Of KeelPlan, in the order in which they were made. */
void keel_session_list_plans_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_list_plans_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Of KeelPlan. The reminder of a plan comes, changes and goes with it. */
extern const KeelSessionRows keel_plan_rows;

G_END_DECLS

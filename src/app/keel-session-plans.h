#pragma once

#include "core/keel-plan.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* The if-then plans of the open profile. "plans-changed" comes after each change. */

/* Of KeelPlan, in the order in which they were made. */
void keel_session_list_plans_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_list_plans_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Puts @plan down: a new one where it has no UUID, else in the place of the one with it. Its reminder comes,
 * changes and goes with it. */
void keel_session_save_plan_async (KeelSession *self, const KeelPlan *plan, KeelSessionCallback callback,
                                   gpointer data);
/* As it is now, with its UUID; transfer full. *@before (nullable; transfer full) is what stood there: NULL
 * for a new one. To undo is to save that, or to delete the new one. */
KeelPlan *keel_session_save_plan_finish (KeelSession *self, GAsyncResult *result, KeelPlan **before,
                                         GError **error);
/* Takes it away with its reminder, or takes that back with it. Ended by keel_session_change_finish (). */
void keel_session_delete_plan_async (KeelSession *self, const char *uuid, gboolean deleted,
                                     KeelSessionCallback callback, gpointer data);

G_END_DECLS

#include "keel-session-plans.h"

#include "keel-session-private.h"
#include "store/keel-profile-plans.h"

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *plans = keel_profile_get_plans (keel_session_get_profile (KEEL_SESSION (source)), &error);

  if (plans != NULL)
    g_task_return_pointer (task, plans, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_list_plans_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, list_in_thread, FALSE);
}

GPtrArray *
keel_session_list_plans_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const KeelSessionRows keel_plan_rows = {
  .copy = (GBoxedCopyFunc) keel_plan_copy,
  .free = (GBoxedFreeFunc) keel_plan_free,
  .uuid = G_STRUCT_OFFSET (KeelPlan, uuid),
  .in_profile = TRUE,
  .set = (KeelSessionSetRow) keel_profile_set_plan,
  .set_deleted = (KeelSessionSetRowDeleted) keel_profile_set_plan_deleted,
  .signal = "plans-changed",
  .changes = TRUE,
};

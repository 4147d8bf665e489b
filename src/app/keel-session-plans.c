#include "keel-session-plans.h"

#include "keel-session-private.h"
#include "store/keel-profile-plans.h"

#define CHANGED "plans-changed"

typedef struct
{
  KeelPlan *plan;
  KeelPlan *before; /* what came of it; nullable */
} Job;

static void
job_free (Job *job)
{
  keel_plan_free (job->plan);
  keel_plan_free (job->before);
  g_free (job);
}

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

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (keel_profile_set_plan (keel_session_get_profile (KEEL_SESSION (source)), job->plan, &job->before,
                             &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
keel_session_save_plan_async (KeelSession *self, const KeelPlan *plan, KeelSessionCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Job *job = g_new0 (Job, 1);

  job->plan = keel_plan_copy (plan);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  keel_session_tell_after (self, task, CHANGED, NULL);
  keel_session_run (self, task, save_in_thread, TRUE);
}

KeelPlan *
keel_session_save_plan_finish (KeelSession *self, GAsyncResult *result, KeelPlan **before, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (before != NULL)
    *before = g_steal_pointer (&job->before);
  return g_steal_pointer (&job->plan);
}

static void
delete_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const KeelRowWish *wish = task_data;
  GError *error = NULL;

  if (keel_profile_set_plan_deleted (keel_session_get_profile (KEEL_SESSION (source)), wish->uuid,
                                     wish->deleted, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
keel_session_delete_plan_async (KeelSession *self, const char *uuid, gboolean deleted,
                                KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_tell_after (self, task, CHANGED, NULL);
  keel_row_wish_set (task, uuid, deleted);
  keel_session_run (self, task, delete_in_thread, TRUE);
}

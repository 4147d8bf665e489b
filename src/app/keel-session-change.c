#include "keel-session-private.h"

/* A change on its way through the store thread. */
typedef struct
{
  KeelSessionChange apply;
  gpointer wish;
  GDestroyNotify free_wish;
  GObject *outcome;
} Job;

static void
job_free (Job *job)
{
  if (job->free_wish != NULL)
    job->free_wish (job->wish);
  g_clear_object (&job->outcome);
  g_free (job);
}

static void
change_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (job->apply (keel_session_get_profile (KEEL_SESSION (source)), job->wish, &job->outcome, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
keel_session_change (KeelSession *self, KeelSessionChange change, gpointer wish, GDestroyNotify free_wish,
                     KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Job *job = g_new0 (Job, 1);

  job->apply = change;
  job->wish = wish;
  job->free_wish = free_wish;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  keel_session_run (self, task, change_in_thread, TRUE);
}

gboolean
keel_session_change_take (GAsyncResult *result, gpointer *outcome, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  KeelSession *self = g_task_get_source_object (G_TASK (result));
  GError *failure = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &failure))
    {
      /* What was written last and goes with the profile: nobody is there to read it in the window. */
      if (!keel_session_is_open (self))
        keel_session_set_draft_error (self, failure);
      g_propagate_error (error, failure);
      return FALSE;
    }
  *outcome = g_steal_pointer (&job->outcome);
  return TRUE;
}

gboolean
keel_session_change_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

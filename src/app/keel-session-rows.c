#include "keel-session-rows.h"

#include "keel-session-private.h"

typedef struct
{
  const KeelSessionRows *rows;
  gpointer row; /* to be saved; or */
  char *uuid;   /* of the one that goes, or comes back */
  gboolean deleted;
  KeelSessionCallback callback;
  gpointer data;

  gpointer before; /* what came of it; nullable */
  gpointer read;
} Job;

static void
job_free (Job *job)
{
  job->rows->free (job->row);
  job->rows->free (job->before);
  g_clear_pointer (&job->read, job->rows->free_read);
  g_free (job->uuid);
  g_free (job);
}

static gboolean
change (Job *job, gpointer store, GError **error)
{
  if (job->row != NULL)
    return job->rows->set (store, job->row, &job->before, error);
  return job->rows->set_deleted (store, job->uuid, job->deleted, error);
}

static gboolean
run (Job *job, KeelProfile *profile, GError **error)
{
  const KeelSessionRows *rows = job->rows;
  gpointer store = profile;

  if (!rows->in_profile)
    store = keel_profile_get_journal (profile);
  if (!change (job, store, error))
    return FALSE;
  if (rows->read != NULL)
    job->read = rows->read (store, error);
  return rows->read == NULL || job->read != NULL;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  GError *error = NULL;

  if (profile == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The profile is closed");
  else if (run (task_data, profile, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (job->read != NULL)
    job->rows->take (KEEL_SESSION (source), g_steal_pointer (&job->read));
  if (job->callback != NULL)
    job->callback (source, result, job->data);
}

/* Takes @job. */
static void
begin (KeelSession *self, Job *job, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, ended_cb, NULL);

  job->callback = callback;
  job->data = data;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  if (job->rows->signal != NULL)
    keel_session_tell_after (self, task, job->rows->signal, job->rows->other);
  keel_session_run (self, task, run_in_thread, job->rows->changes);
}

const char *
keel_session_rows_get_uuid (const KeelSessionRows *rows, gconstpointer row)
{
  return G_STRUCT_MEMBER (const char *, row, rows->uuid);
}

void
keel_session_save_row_async (KeelSession *self, const KeelSessionRows *rows, gconstpointer row,
                             KeelSessionCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->rows = rows;
  job->row = rows->copy ((gpointer) row);
  begin (self, job, callback, data);
}

gpointer
keel_session_save_row_finish (KeelSession *self, GAsyncResult *result, gpointer *before, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (before != NULL)
    *before = g_steal_pointer (&job->before);
  return g_steal_pointer (&job->row);
}

void
keel_session_delete_row_async (KeelSession *self, const KeelSessionRows *rows, const char *uuid,
                               gboolean deleted, KeelSessionCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->rows = rows;
  job->uuid = g_strdup (uuid);
  job->deleted = deleted;
  begin (self, job, callback, data);
}

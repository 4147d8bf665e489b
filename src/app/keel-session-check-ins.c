#include "keel-session-check-ins.h"

#include "keel-session-private.h"
#include "store/keel-journal-check-ins.h"

static KeelJournal *
get_journal (gpointer source)
{
  return keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
}

typedef struct
{
  gint64 since;
  guint limit;
} Span;

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Span *span = task_data;
  GError *error = NULL;
  GPtrArray *check_ins = keel_journal_get_check_ins (get_journal (source), span->since, span->limit, &error);

  if (check_ins != NULL)
    g_task_return_pointer (task, check_ins, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_list_check_ins_async (KeelSession *self, gint64 since, guint limit, KeelSessionCallback callback,
                                   gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Span *span = g_new0 (Span, 1);

  span->since = since;
  span->limit = limit;
  g_task_set_task_data (task, span, g_free);
  keel_session_run (self, task, list_in_thread, FALSE);
}

GPtrArray *
keel_session_list_check_ins_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  KeelCheckIn *check_in;
  KeelCheckIn *before; /* what came of it; nullable */
} Job;

static void
job_free (Job *job)
{
  keel_check_in_free (job->check_in);
  keel_check_in_free (job->before);
  g_free (job);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (keel_journal_set_check_in (get_journal (source), job->check_in, &job->before, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
keel_session_save_check_in_async (KeelSession *self, const KeelCheckIn *check_in,
                                  KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Job *job = g_new0 (Job, 1);

  job->check_in = keel_check_in_copy (check_in);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  keel_session_tell_after (self, task, "check-ins-changed", NULL);
  keel_session_run (self, task, save_in_thread, FALSE);
}

KeelCheckIn *
keel_session_save_check_in_finish (KeelSession *self, GAsyncResult *result, KeelCheckIn **before,
                                   GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (before != NULL)
    *before = g_steal_pointer (&job->before);
  return g_steal_pointer (&job->check_in);
}

static void
delete_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const KeelRowWish *wish = task_data;
  GError *error = NULL;

  if (keel_journal_set_check_in_deleted (get_journal (source), wish->uuid, wish->deleted, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
keel_session_delete_check_in_async (KeelSession *self, const char *uuid, gboolean deleted,
                                    KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_tell_after (self, task, "check-ins-changed", NULL);
  keel_row_wish_set (task, uuid, deleted);
  keel_session_run (self, task, delete_in_thread, FALSE);
}

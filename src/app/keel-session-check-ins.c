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

const KeelSessionRows keel_check_in_rows = {
  .copy = (GBoxedCopyFunc) keel_check_in_copy,
  .free = (GBoxedFreeFunc) keel_check_in_free,
  .uuid = G_STRUCT_OFFSET (KeelCheckIn, uuid),
  .set = (KeelSessionSetRow) keel_journal_set_check_in,
  .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_check_in_deleted,
  .signal = "check-ins-changed",
};

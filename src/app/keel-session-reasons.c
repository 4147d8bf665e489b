#include "keel-session-reasons.h"

#include "keel-session-private.h"
#include "store/keel-journal-reasons.h"

static KeelJournal *
get_journal (gpointer source)
{
  return keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *reasons = keel_journal_get_reasons (get_journal (source), &error);

  if (reasons != NULL)
    g_task_return_pointer (task, reasons, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_list_reasons_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, list_in_thread, FALSE);
}

GPtrArray *
keel_session_list_reasons_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
set_reason (KeelJournal *journal, KeelReason *reason, KeelReason **before, GError **error)
{
  return keel_journal_set_reason (journal, reason, error);
}

const KeelSessionRows keel_reason_rows = {
  .copy = (GBoxedCopyFunc) keel_reason_copy,
  .free = (GBoxedFreeFunc) keel_reason_free,
  .uuid = G_STRUCT_OFFSET (KeelReason, uuid),
  .set = (KeelSessionSetRow) set_reason,
  .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_reason_deleted,
  .signal = "reasons-changed",
};

static void
order_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const char *const *uuids = task_data;
  GError *error = NULL;

  if (keel_journal_order_reasons (get_journal (source), uuids, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
keel_session_order_reasons_async (KeelSession *self, const char *const *uuids, KeelSessionCallback callback,
                                  gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, g_strdupv ((char **) uuids), (GDestroyNotify) g_strfreev);
  keel_session_tell_after (self, task, "reasons-changed", NULL);
  keel_session_run (self, task, order_in_thread, FALSE);
}

#include "keel-session-diary.h"

#include "store/keel-journal-diary.h"
#include "store/keel-journal-entries.h"

#include "keel-session-private.h"

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelSession *self = KEEL_SESSION (source);
  KeelJournal *journal = keel_profile_get_journal (keel_session_get_profile (self));
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self);
  const char *words = task_data;
  GPtrArray *pages = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (words == NULL || keel_journal_index_entries (journal, &error))
    pages = keel_journal_get_diary (journal, words, zone, &error);
  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_list_diary_async (KeelSession *self, const char *words, GCancellable *cancellable,
                               KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_task_data (task, g_strdup (words), g_free);
  keel_session_run (self, task, list_in_thread, FALSE);
}

GPtrArray *
keel_session_list_diary_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

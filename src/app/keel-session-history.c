#include "keel-session-history.h"

#include "core/keel-history-count.h"
#include "keel-session-private.h"
#include "keel-session-settings.h"
#include "store/keel-journal-history.h"

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelJournal *journal = keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
  GError *error = NULL;
  KeelHistory *history = keel_journal_read_history (journal, G_MININT64, &error);

  if (history != NULL)
    g_task_return_pointer (task, history, (GDestroyNotify) keel_history_free);
  else
    g_task_return_error (task, error);
}

void
keel_session_read_history_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, read_in_thread, FALSE);
}

KeelHistory *
keel_session_read_history_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  KeelPageGroups groups = keel_session_get_page_groups (self);
  KeelHistory *history = g_task_propagate_pointer (G_TASK (result), error);

  if (history != NULL)
    keel_history_keep (history, (groups & KEEL_PAGES_MEMBER) != 0, (groups & KEEL_PAGES_FAMILY) != 0);
  return history;
}

void
keel_session_watch_history (KeelSession *self, GCallback changed, gpointer object)
{
  static const char *const signals[] = { "attendance-changed", "going-changed",     "entries-changed",
                                         "urges-changed",      "check-ins-changed", "days-changed",
                                         "care-changed",       "pages-changed" };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self, signals[i], changed, object, G_CONNECT_SWAPPED);
}

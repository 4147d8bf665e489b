#include "keel-session-today-cards.h"

#include "keel-session-private.h"

#define KEY "today/cards"

static KeelJournal *
get_journal (gpointer source)
{
  return keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *order = keel_journal_get_setting (get_journal (source), KEY, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, order, g_free);
}

static void
set_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (keel_journal_set_setting (get_journal (source), KEY, task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
keel_session_read_today_cards_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, read_in_thread, FALSE);
}

char *
keel_session_read_today_cards_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
keel_session_set_today_cards_async (KeelSession *self, const char *order, KeelSessionCallback callback,
                                    gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, g_strdup (order), g_free);
  keel_session_run (self, task, set_in_thread, FALSE);
}

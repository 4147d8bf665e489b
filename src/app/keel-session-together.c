#include "keel-session-together.h"

#include "store/keel-journal.h"

#include "keel-session-private.h"

#define SETTING "together"

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  g_autofree char *text = NULL;
  GError *error = NULL;

  text = keel_journal_get_setting (keel_profile_get_journal (profile), SETTING, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, keel_together_from_string (text), (GDestroyNotify) keel_together_free);
}

void
keel_session_read_together_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, read_in_thread, FALSE);
}

KeelTogether *
keel_session_read_together_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  GError *error = NULL;

  if (keel_journal_set_setting (keel_profile_get_journal (profile), SETTING, task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
keel_session_save_together_async (KeelSession *self, const KeelTogether *together,
                                  KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, keel_together_to_string (together), g_free);
  keel_session_run (self, task, save_in_thread, FALSE);
}

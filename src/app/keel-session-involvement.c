#include "keel-session-involvement.h"

#include "keel-session-private.h"

#define KEY "involvement"

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  GError *error = NULL;
  char *text = keel_journal_get_setting (keel_profile_get_journal (profile), KEY, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, text != NULL ? text : g_strdup (""), g_free);
}

void
keel_session_read_involvement_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, read_in_thread, FALSE);
}

gboolean
keel_session_read_involvement_finish (KeelSession *self, GAsyncResult *result, KeelInvolvement *involvement,
                                      GError **error)
{
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), error);

  keel_involvement_parse (involvement, text);
  return text != NULL;
}

static gboolean
set_involvement (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  return keel_journal_set_setting (keel_profile_get_journal (profile), KEY, wish, error);
}

void
keel_session_set_involvement_async (KeelSession *self, const KeelInvolvement *involvement,
                                    KeelSessionCallback callback, gpointer data)
{
  keel_session_change (self, set_involvement, keel_involvement_format (involvement), g_free, callback, data);
}

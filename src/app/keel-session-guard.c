#include "keel-session-guard.h"

#include "keel-session-private.h"

#define KEY "ask-again"
#define ON "1"
#define SEEN "keel-seen"

static KeelJournal *
get_journal (gpointer session, GError **error)
{
  KeelProfile *profile = keel_session_get_profile (session);

  if (profile != NULL)
    return keel_profile_get_journal (profile);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The profile is closed");
  return NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  KeelJournal *journal = get_journal (source, &error);
  gboolean on = journal != NULL && keel_guard_is_on (journal, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, on);
}

static void
set_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  KeelJournal *journal = get_journal (source, &error);

  if (journal != NULL && keel_journal_set_setting (journal, KEY, task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
keel_session_read_guard_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, read_in_thread, FALSE);
}

gboolean
keel_session_read_guard_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
keel_session_set_guard_async (KeelSession *self, gboolean guarded, KeelSessionCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, guarded ? (gpointer) ON : NULL, NULL);
  keel_session_run (self, task, set_in_thread, FALSE);
}

gboolean
keel_guard_is_on (KeelJournal *journal, GError **error)
{
  g_autofree char *value = keel_journal_get_setting (journal, KEY, error);

  return g_strcmp0 (value, ON) == 0;
}

static GHashTable *
make_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
keel_session_note_seen (KeelSession *self, const char *uuid)
{
  GHashTable *seen = g_object_get_data (G_OBJECT (self), SEEN);

  if (seen == NULL)
    {
      seen = make_set ();
      g_object_set_data_full (G_OBJECT (self), SEEN, seen, (GDestroyNotify) g_hash_table_unref);
    }
  g_hash_table_add (seen, g_strdup (uuid));
}

GHashTable *
keel_session_copy_seen (KeelSession *self)
{
  GHashTable *seen = g_object_get_data (G_OBJECT (self), SEEN);
  GHashTable *copy = make_set ();
  GHashTableIter uuids;
  gpointer uuid;

  if (seen == NULL)
    return copy;
  g_hash_table_iter_init (&uuids, seen);
  while (g_hash_table_iter_next (&uuids, &uuid, NULL))
    g_hash_table_add (copy, g_strdup (uuid));
  return copy;
}

#include "keel-session-trash.h"

#include "store/keel-journal-entries.h"

#include "keel-session-private.h"

/* More often than once a day, since a computer that sleeps does not count its hours. */
#define PERIOD_S (60 * 60)

static void
empty_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  GError *error = NULL;

  if (profile == NULL || keel_journal_empty_trash (keel_profile_get_journal (profile), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
emptied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Cannot empty the trash: %s", error->message);
}

static void
empty (KeelSession *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, emptied_cb, NULL);

  keel_session_run (self, task, empty_in_thread, FALSE);
}

static gboolean
period_cb (gpointer data)
{
  g_autoptr (KeelSession) self = g_weak_ref_get (data);

  if (self == NULL || !keel_session_is_open (self))
    return G_SOURCE_REMOVE;
  empty (self);
  return G_SOURCE_CONTINUE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
keel_session_watch_trash (KeelSession *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  g_timeout_add_seconds_full (G_PRIORITY_LOW, PERIOD_S, period_cb, weak, weak_ref_free);
  empty (self);
}

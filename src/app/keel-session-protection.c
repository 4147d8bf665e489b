#include "keel-session-private.h"

#include "store/keel-profiles.h"
#include "store/keel-protection.h"
#include "store/keel-recovery-code.h"

#include "keel-passphrase.h"
#include "keel-session-settings.h"

/* What a job needs beside the session; each uses what it needs. */
typedef struct
{
  KeelSecret *old;
  KeelSecret *passphrase; /* or a code */
  char *folder;
  gint64 now;
  KeelVaultKey *key;
  GTaskThreadFunc next; /* the last job of the session, once the old passphrase was right */
} Job;

static void
job_free (Job *job)
{
  keel_secret_free (job->old);
  keel_secret_free (job->passphrase);
  g_clear_pointer (&job->key, keel_vault_key_unref);
  g_free (job->folder);
  g_free (job);
}

static GTask *
make_task (KeelSession *self, const char *old, const char *passphrase, KeelSessionCallback callback,
           gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  Job *job = g_new0 (Job, 1);

  job->old = g_strdup (old);
  job->passphrase = g_strdup (passphrase);
  job->folder = g_strdup (keel_session_get_folder (self));
  job->now = keel_session_get_now (self);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  return task;
}

static void
return_done (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
return_code (GTask *task, char *code, GError *error)
{
  if (code != NULL)
    g_task_return_pointer (task, code, (GDestroyNotify) keel_secret_free);
  else
    g_task_return_error (task, error);
}

/* The key by the old passphrase, else the one that the session has: the profile was unlocked with the
 * recovery code. */
static KeelVaultKey *
find_key (KeelSession *self, Job *job, GError **error)
{
  if (job->old != NULL)
    return keel_protection_unlock (job->folder, KEEL_KEY_SLOT_PASSPHRASE, job->old, job->now, error);
  return keel_vault_key_ref (keel_session_get_key (self));
}

/* That there is none left to write down. The worst that comes of a failure is that Keel offers another. */
static void
note_code (KeelSession *self)
{
  g_autoptr (GError) error = NULL;

  if (!keel_session_note_code (self, TRUE, &error))
    g_warning ("Cannot keep that no code is left to write down: %s", error->message);
}

static void
protect_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  char *code = NULL;

  keel_session_drop_profile (KEEL_SESSION (source));
  if (keel_session_note_code (KEEL_SESSION (source), FALSE, &error))
    code = keel_protection_turn_on (job->folder, job->passphrase, keel_key_cost_choose (), &error);
  return_code (task, code, error);
}

static void
change_passphrase_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (KeelVaultKey) key = find_key (KEEL_SESSION (source), job, &error);
  gboolean done;

  done = key != NULL &&
         keel_protection_set_passphrase (job->folder, key, job->passphrase, keel_key_cost_choose (), &error);
  return_done (task, done, error);
}

static void
make_code_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (KeelVaultKey) key = find_key (KEEL_SESSION (source), task_data, &error);

  return_code (task, key != NULL ? keel_recovery_code_new () : NULL, error);
}

static void
set_code_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelSession *self = KEEL_SESSION (source);
  Job *job = task_data;
  GError *error = NULL;
  gboolean done;

  done = keel_protection_set_recovery_code (job->folder, keel_session_get_key (self), job->passphrase,
                                            &error);
  if (done)
    note_code (self);
  return_done (task, done, error);
}

static void
remove_code_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (KeelVaultKey) key = find_key (KEEL_SESSION (source), job, &error);
  gboolean done = key != NULL && keel_protection_remove_recovery_code (job->folder, &error);

  if (done)
    note_code (KEEL_SESSION (source));
  return_done (task, done, error);
}

static void
unprotect_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gboolean done;

  keel_session_drop_profile (KEEL_SESSION (source));
  done = keel_protection_turn_off (job->folder, job->key, &error);
  if (done)
    note_code (KEEL_SESSION (source));
  return_done (task, done, error);
}

static void
remove_profile_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelSession *self = KEEL_SESSION (source);
  GError *error = NULL;
  gboolean done;

  keel_session_drop_profile (self);
  done = keel_profiles_remove (keel_session_get_data_dir (self), keel_session_get_profile_id (self), &error);
  return_done (task, done, error);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  KeelVaultKey *key = find_key (KEEL_SESSION (source), task_data, &error);

  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) keel_vault_key_unref);
  else
    g_task_return_error (task, error);
}

/* The profile stays open for a passphrase that does not fit. */
static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->key = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->key != NULL)
    keel_session_end (KEEL_SESSION (source), task, job->next);
  else
    g_task_return_error (task, error);
}

static void
check_then_end (KeelSession *self, GTask *task, GTaskThreadFunc next)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GTask) check = make_task (self, job->old, NULL, checked_cb, g_object_ref (task));

  job->next = next;
  keel_session_run (self, check, check_in_thread, FALSE);
}

static void
check_alone_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (KeelVaultKey) key = find_key (KEEL_SESSION (source), task_data, &error);

  return_done (task, key != NULL, error);
}

void
keel_session_check_passphrase_async (KeelSession *self, const char *passphrase, KeelSessionCallback callback,
                                     gpointer data)
{
  g_autoptr (GTask) task = make_task (self, passphrase, NULL, callback, data);

  keel_session_run (self, task, check_alone_in_thread, FALSE);
}

void
keel_session_protect_async (KeelSession *self, const char *passphrase, KeelSessionCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = make_task (self, NULL, passphrase, callback, data);

  keel_session_end (self, task, protect_in_thread);
}

char *
keel_session_code_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
keel_session_unprotect_async (KeelSession *self, const char *passphrase, KeelSessionCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = make_task (self, passphrase, NULL, callback, data);

  check_then_end (self, task, unprotect_in_thread);
}

void
keel_session_remove_profile_async (KeelSession *self, const char *passphrase, KeelSessionCallback callback,
                                   gpointer data)
{
  g_autoptr (GTask) task = make_task (self, passphrase, NULL, callback, data);

  if (keel_session_is_protected (self))
    check_then_end (self, task, remove_profile_in_thread);
  else
    keel_session_end (self, task, remove_profile_in_thread);
}

static void
passphrase_set_cb (GTask *task, GParamSpec *pspec, KeelSession *self)
{
  if (!g_task_had_error (task))
    keel_session_set_by_code (self, FALSE);
}

void
keel_session_change_passphrase_async (KeelSession *self, const char *old, const char *passphrase,
                                      KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = make_task (self, old, passphrase, callback, data);

  g_signal_connect_object (task, "notify::completed", G_CALLBACK (passphrase_set_cb), self, 0);
  keel_session_run (self, task, change_passphrase_in_thread, FALSE);
}

gboolean
keel_session_protection_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
keel_session_make_recovery_code_async (KeelSession *self, const char *passphrase,
                                       KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = make_task (self, passphrase, NULL, callback, data);

  keel_session_run (self, task, make_code_in_thread, FALSE);
}

void
keel_session_set_recovery_code_async (KeelSession *self, const char *code, KeelSessionCallback callback,
                                      gpointer data)
{
  g_autoptr (GTask) task = make_task (self, NULL, code, callback, data);

  keel_session_run (self, task, set_code_in_thread, FALSE);
}

void
keel_session_remove_recovery_code_async (KeelSession *self, const char *passphrase,
                                         KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = make_task (self, passphrase, NULL, callback, data);

  keel_session_run (self, task, remove_code_in_thread, FALSE);
}

#include "keel-session-private.h"

typedef struct
{
  char *directory_path;
  KeelVaultKey *key; /* nullable */
  GFile *file;
  GFile *formats;
  char *list;
  char *program;
  char *timezone;
  KeelTypeTable *types;
  gint64 now;

  KeelImportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Import;

/* One call of the progress function on its way to the main thread. */
typedef struct
{
  KeelImportProgress progress;
  gpointer data;
  GCancellable *cancellable;
  guint64 bytes, total;
  guint meetings;
} Step;

void
keel_import_outcome_free (KeelImportOutcome *self)
{
  g_clear_pointer (&self->report, keel_import_report_free);
  g_clear_pointer (&self->changed, g_ptr_array_unref);
  g_clear_error (&self->unseen);
  g_free (self);
}

static void
import_free (Import *import)
{
  g_free (import->directory_path);
  g_clear_pointer (&import->key, keel_vault_key_unref);
  g_clear_object (&import->file);
  g_clear_object (&import->formats);
  g_free (import->list);
  g_free (import->program);
  g_free (import->timezone);
  g_clear_pointer (&import->types, keel_type_table_unref);
  g_clear_object (&import->cancellable);
  g_free (import);
}

static void
step_free (Step *step)
{
  g_object_unref (step->cancellable);
  g_free (step);
}

static gboolean
show_step_cb (gpointer data)
{
  Step *step = data;

  if (!g_cancellable_is_cancelled (step->cancellable))
    step->progress (step->bytes, step->total, step->meetings, step->data);
  return G_SOURCE_REMOVE;
}

static void
progress_in_thread (guint64 bytes, guint64 total, guint meetings, gpointer data)
{
  Import *import = data;
  Step *step = g_new0 (Step, 1);

  step->progress = import->progress;
  step->data = import->progress_data;
  step->cancellable = g_object_ref (import->cancellable);
  step->bytes = bytes;
  step->total = total;
  step->meetings = meetings;
  g_idle_add_full (G_PRIORITY_DEFAULT, show_step_cb, step, (GDestroyNotify) step_free);
}

static void
import_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Import *import = task_data;
  KeelImportOptions options = { 0 };
  KeelImportReport *report;
  GError *error = NULL;

  options.list = import->list;
  options.program = import->program;
  options.timezone = import->timezone;
  options.formats = import->formats;
  options.types = import->types;
  options.now = import->now;
  report = keel_importer_import (import->directory_path, import->key, import->file, &options,
                                 progress_in_thread, import, cancellable, &error);
  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) keel_import_report_free);
  else
    g_task_return_error (task, error);
}

/* However it ends: the task of the whole import is done then, and its callback was called. */
static void
whole_completed_cb (GTask *task, GParamSpec *pspec, GCancellable *cancellable)
{
  keel_session_note_import (g_task_get_source_object (task), cancellable, FALSE);
}

/* The list is on the disk, whatever comes of this. */
static void
reconcile_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelImportOutcome *outcome = task_data;
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));

  if (keel_profile_reconcile (profile, NULL, &outcome->unseen))
    outcome->changed = keel_profile_get_changes (profile, outcome->report->list, &outcome->unseen);
  if (outcome->changed == NULL)
    outcome->changed = g_ptr_array_new ();
  g_task_return_boolean (task, TRUE);
}

static void
reconciled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) whole = data;
  KeelImportOutcome *outcome = g_task_get_task_data (G_TASK (result));
  KeelImportOutcome *taken = g_new0 (KeelImportOutcome, 1);

  taken->report = g_steal_pointer (&outcome->report);
  taken->changed = g_steal_pointer (&outcome->changed);
  taken->unseen = g_steal_pointer (&outcome->unseen);
  /* Where the session was closed meanwhile, the job does not run. */
  g_task_propagate_boolean (G_TASK (result), taken->unseen == NULL ? &taken->unseen : NULL);
  if (taken->changed == NULL)
    taken->changed = g_ptr_array_new ();
  g_task_return_pointer (whole, taken, (GDestroyNotify) keel_import_outcome_free);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) whole = data;
  g_autoptr (GTask) task = NULL;
  KeelImportReport *report;
  KeelImportOutcome *outcome;
  GError *error = NULL;

  report = g_task_propagate_pointer (G_TASK (result), &error);
  if (report == NULL)
    {
      g_task_return_error (whole, error);
      return;
    }
  outcome = g_new0 (KeelImportOutcome, 1);
  outcome->report = report;
  task = g_task_new (source, NULL, reconciled_cb, g_steal_pointer (&whole));
  g_task_set_task_data (task, outcome, (GDestroyNotify) keel_import_outcome_free);
  keel_session_run (KEEL_SESSION (source), task, reconcile_in_thread, TRUE);
}

void
keel_session_import_async (KeelSession *self, GFile *file, const KeelImportChoice *choice,
                           KeelImportProgress progress, gpointer progress_data, GCancellable *cancellable,
                           KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GTask *whole = g_task_new (self, NULL, callback, data);
  Import *import = g_new0 (Import, 1);

  import->directory_path = keel_session_dup_directory_path (self);
  if (keel_session_get_key (self) != NULL)
    import->key = keel_vault_key_ref (keel_session_get_key (self));
  import->file = g_object_ref (file);
  g_set_object (&import->formats, choice->formats);
  import->list = g_strdup (choice->list);
  import->program = g_strdup (choice->program);
  import->timezone = g_strdup (choice->timezone);
  import->types = keel_type_table_ref (keel_content_get_types (keel_session_get_content (self)));
  import->now = keel_session_get_now (self);
  import->progress = progress;
  import->progress_data = progress_data;
  import->cancellable = g_object_ref (cancellable);

  keel_session_note_import (self, cancellable, TRUE);
  g_signal_connect_object (whole, "notify::completed", G_CALLBACK (whole_completed_cb), cancellable, 0);
  task = g_task_new (self, cancellable, imported_cb, whole);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  /* A cancelled import whose transaction was committed already has happened: say so. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, import_in_thread);
}

KeelImportOutcome *
keel_session_import_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *uuid;
  char *shown;
  gboolean take;
} Answer;

static void
answer_free (Answer *answer)
{
  g_free (answer->uuid);
  g_free (answer->shown);
  g_free (answer);
}

static void
answer_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Answer *answer = task_data;
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  GError *error = NULL;
  KeelSeries *before = answer->take ? keel_profile_take_change (profile, answer->uuid, answer->shown, &error)
                                    : keel_profile_keep_mine (profile, answer->uuid, answer->shown, &error);

  if (before != NULL)
    g_task_return_pointer (task, before, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_answer_change_async (KeelSession *self, const char *uuid, const char *shown, gboolean take,
                                  KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Answer *answer = g_new0 (Answer, 1);

  answer->uuid = g_strdup (uuid);
  answer->shown = g_strdup (shown);
  answer->take = take;
  g_task_set_task_data (task, answer, (GDestroyNotify) answer_free);
  keel_session_run (self, task, answer_in_thread, TRUE);
}

KeelSeries *
keel_session_answer_change_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
undo_answer (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  return keel_profile_undo_answer (profile, (KeelSeries *) wish, error);
}

void
keel_session_undo_answer_async (KeelSession *self, KeelSeries *before, KeelSessionCallback callback,
                                gpointer data)
{
  keel_session_change (self, undo_answer, g_object_ref (before), g_object_unref, callback, data);
}

static void
get_changes_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *changes = keel_profile_get_changes (keel_session_get_profile (KEEL_SESSION (source)), NULL,
                                                 &error);

  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_get_changes_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, get_changes_in_thread, FALSE);
}

GPtrArray *
keel_session_get_changes_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

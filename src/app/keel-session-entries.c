#include "config.h"

#include "keel-session-entries.h"

#include "keel-entry-guards.h"
#include "keel-session-private.h"

typedef struct _Job Job;

/* What it comes to goes back through the task: NULL with an error. */
typedef gpointer (*JobFunc) (KeelJournal *journal, const Job *job, GError **error);

/* Each uses what it needs. */
struct _Job
{
  JobFunc func;
  GDestroyNotify free_outcome; /* NULL: a boolean */
  char *uuid;
  char *text;
  gint64 number;
  gboolean flag;
  KeelWorksheet *worksheet;
  KeelAnswers *answers;
  KeelEntryLink link; /* of @target, nullable */
  char *target;
  KeelEntryGuards *guards; /* nullable */
};

KeelWriting *
keel_writing_new (KeelEntry *entry, KeelWorksheet *worksheet, KeelAnswers *answers)
{
  KeelWriting *self = g_new0 (KeelWriting, 1);

  self->entry = entry;
  self->worksheet = worksheet;
  self->answers = answers;
  return self;
}

void
keel_writing_free (KeelWriting *self)
{
  g_clear_object (&self->entry);
  g_clear_pointer (&self->worksheet, keel_worksheet_unref);
  g_clear_pointer (&self->answers, keel_answers_unref);
  g_free (self->target);
  g_free (self);
}

static void
job_free (Job *job)
{
  g_free (job->uuid);
  g_free (job->text);
  g_free (job->target);
  g_clear_pointer (&job->worksheet, keel_worksheet_unref);
  g_clear_pointer (&job->answers, keel_answers_unref);
  g_clear_pointer (&job->guards, keel_entry_guards_free);
  g_free (job);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  const Job *job = task_data;
  GError *error = NULL;
  gpointer outcome;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (profile == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The profile is closed");
      return;
    }
  outcome = job->func (keel_profile_get_journal (profile), job, &error);
  if (outcome == NULL)
    g_task_return_error (task, error);
  else if (job->free_outcome != NULL)
    g_task_return_pointer (task, outcome, job->free_outcome);
  else
    g_task_return_boolean (task, TRUE);
}

static Job *
job_new (JobFunc func, GDestroyNotify free_outcome, const char *uuid)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->free_outcome = free_outcome;
  job->uuid = g_strdup (uuid);
  return job;
}

/* Takes @job. Nothing that the snapshots of the session tell is changed by it. */
static void
run (KeelSession *self, Job *job, GCancellable *cancellable, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  keel_session_run (self, task, run_in_thread, FALSE);
}

static void
entries_changed_cb (GTask *task, GParamSpec *pspec, KeelSession *self)
{
  if (!g_task_had_error (task))
    g_signal_emit_by_name (self, "entries-changed");
}

/* As run (); and lists of entries are to follow. */
static void
run_change (KeelSession *self, Job *job, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (entries_changed_cb), self, 0);
  keel_session_run (self, task, run_in_thread, FALSE);
}

static gpointer
list (KeelJournal *journal, const Job *job, GError **error)
{
  const KeelEntryFilter filter = { .words = job->text, .trash = job->flag, .limit = (guint) job->number };

  if (job->flag && !keel_journal_empty_trash (journal, error))
    return NULL;
  if (job->text != NULL && !keel_journal_index_entries (journal, error))
    return NULL;
  return keel_entry_guards_list (job->guards, journal, &filter, error);
}

static gpointer
read_paper (KeelJournal *journal, const char *uuid, GError **error)
{
  g_autoptr (KeelEntry) entry = keel_journal_find_entry (journal, uuid, error);
  g_autoptr (KeelWorksheet) worksheet = NULL;
  KeelAnswers *answers = NULL;

  if (entry != NULL)
    worksheet = keel_journal_read_template (journal, uuid, error);
  if (worksheet != NULL)
    answers = keel_journal_read_answers (journal, uuid, error);
  if (answers == NULL)
    return NULL;
  return keel_writing_new (g_steal_pointer (&entry), g_steal_pointer (&worksheet), answers);
}

static gpointer
read_entry (KeelJournal *journal, const Job *job, GError **error)
{
  return read_paper (journal, job->uuid, error);
}

static gboolean
belongs (const KeelEntry *entry, const Job *job)
{
  return job->target == NULL || (entry->link == job->link && g_strcmp0 (entry->target, job->target) == 0);
}

/* The one whose answers were changed last: pinned ones come before the others in the list. Nullable. Of one
 * that there is only once, what it belongs to does not matter. */
static KeelEntry *
find_newest (GPtrArray *entries, const Job *job)
{
  KeelEntry *newest = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      KeelEntry *entry = g_ptr_array_index (entries, i);

      if ((job == NULL || belongs (entry, job)) && (newest == NULL || entry->changed_at > newest->changed_at))
        newest = entry;
    }
  return newest;
}

static gpointer
open_worksheet (KeelJournal *journal, const Job *job, GError **error)
{
  const KeelEntryFilter filter = { .worksheet = job->worksheet->id };
  g_autoptr (GPtrArray) entries = keel_journal_get_entries (journal, &filter, error);
  g_autoptr (KeelAnswers) last = NULL;
  KeelWriting *writing;
  KeelEntry *newest, *again = NULL;

  if (entries == NULL)
    return NULL;
  newest = find_newest (entries, NULL);
  if (job->worksheet->undated)
    again = newest;
  else if (job->flag && job->worksheet->single)
    again = find_newest (entries, job);
  if (again != NULL)
    return read_paper (journal, again->uuid, error);
  /* What cannot be read carries nothing on. */
  if (newest != NULL)
    last = keel_journal_read_answers (journal, newest->uuid, NULL);
  writing = keel_writing_new (NULL, keel_worksheet_ref (job->worksheet),
                              keel_worksheet_begin (job->worksheet, last));
  writing->link = job->link;
  writing->target = g_strdup (job->target);
  return writing;
}

static gpointer
duplicate (KeelJournal *journal, const Job *job, GError **error)
{
  g_autoptr (KeelEntry) entry = keel_journal_duplicate_entry (journal, job->uuid, error);

  return entry != NULL ? read_paper (journal, entry->uuid, error) : NULL;
}

static gboolean
leave (KeelJournal *journal, const char *uuid, const Job *job, GError **error)
{
  if (!job->worksheet->undated && !keel_answers_is_empty (job->answers) &&
      !keel_journal_keep_version (journal, uuid, error))
    return FALSE;
  return keel_journal_index_entries (journal, error);
}

static KeelEntry *
find_again (KeelJournal *journal, KeelEntry *begun)
{
  KeelEntry *entry = keel_journal_find_entry (journal, begun->uuid, NULL);

  return entry != NULL ? entry : g_object_ref (begun);
}

/* An entry that was begun and could not be filled goes again. */
static gpointer
save (KeelJournal *journal, const Job *job, GError **error)
{
  g_autoptr (KeelEntry) begun = NULL;
  const char *uuid = job->uuid;

  if (uuid == NULL)
    {
      begun = keel_journal_begin_entry (journal, job->worksheet, job->link, job->target, error);
      if (begun == NULL)
        return NULL;
      uuid = begun->uuid;
    }
  if (!keel_journal_save_entry (journal, uuid, job->answers, error))
    {
      if (begun != NULL)
        keel_journal_destroy_entry (journal, uuid, NULL);
      return NULL;
    }
  /* What is written is kept by now; without the entry it would be begun once more. The rest is done when it
   * is left the next time. */
  if (job->flag && !leave (journal, uuid, job, begun != NULL ? NULL : error) && begun == NULL)
    return NULL;
  return begun != NULL ? find_again (journal, begun) : keel_journal_find_entry (journal, uuid, error);
}

static gpointer
title (KeelJournal *journal, const Job *job, GError **error)
{
  if (!keel_journal_set_entry_title (journal, job->uuid, job->text, error))
    return NULL;
  return keel_journal_find_entry (journal, job->uuid, error);
}

static gpointer
mark (KeelJournal *journal, const Job *job, GError **error)
{
  if (!keel_journal_set_entry_state (journal, job->uuid, (KeelEntryState) job->number, error))
    return NULL;
  return keel_journal_find_entry (journal, job->uuid, error);
}

static gpointer
pin (KeelJournal *journal, const Job *job, GError **error)
{
  if (!keel_journal_set_entry_pinned (journal, job->uuid, job->flag, error))
    return NULL;
  return keel_journal_find_entry (journal, job->uuid, error);
}

static gpointer
trash (KeelJournal *journal, const Job *job, GError **error)
{
  if (!keel_journal_set_entry_deleted (journal, job->uuid, job->flag, error))
    return NULL;
  return keel_journal_find_entry (journal, job->uuid, error);
}

static gpointer
destroy (KeelJournal *journal, const Job *job, GError **error)
{
  return GINT_TO_POINTER (keel_journal_destroy_entry (journal, job->uuid, error));
}

static gpointer
list_versions (KeelJournal *journal, const Job *job, GError **error)
{
  return keel_journal_get_versions (journal, job->uuid, error);
}

static gpointer
read_version (KeelJournal *journal, const Job *job, GError **error)
{
  return keel_journal_read_version (journal, job->uuid, job->number, error);
}

void
keel_session_list_entries_async (KeelSession *self, const char *words, gboolean trash, guint limit,
                                 GCancellable *cancellable, KeelSessionCallback callback, gpointer data)
{
  Job *job = job_new (list, (GDestroyNotify) g_ptr_array_unref, NULL);

  job->text = g_strdup (words);
  job->flag = trash;
  job->number = limit;
  job->guards = keel_entry_guards_new (self);
  run (self, job, cancellable, callback, data);
}

GPtrArray *
keel_session_list_entries_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
keel_session_open_worksheet_async (KeelSession *self, const KeelWorksheet *worksheet, gboolean again,
                                   KeelSessionCallback callback, gpointer data)
{
  Job *job = job_new (open_worksheet, (GDestroyNotify) keel_writing_free, NULL);

  job->worksheet = keel_worksheet_ref ((KeelWorksheet *) worksheet);
  job->flag = again;
  run (self, job, NULL, callback, data);
}

void
keel_session_open_worksheet_for_async (KeelSession *self, const KeelWorksheet *worksheet, KeelEntryLink link,
                                       const char *target, KeelSessionCallback callback, gpointer data)
{
  Job *job = job_new (open_worksheet, (GDestroyNotify) keel_writing_free, NULL);

  job->worksheet = keel_worksheet_ref ((KeelWorksheet *) worksheet);
  job->flag = TRUE;
  job->link = link;
  job->target = g_strdup (target);
  run (self, job, NULL, callback, data);
}

void
keel_session_read_entry_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                               gpointer data)
{
  run (self, job_new (read_entry, (GDestroyNotify) keel_writing_free, uuid), NULL, callback, data);
}

void
keel_session_duplicate_entry_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                    gpointer data)
{
  run_change (self, job_new (duplicate, (GDestroyNotify) keel_writing_free, uuid), callback, data);
}

KeelWriting *
keel_session_writing_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
keel_session_save_entry_async (KeelSession *self, const char *uuid, KeelWorksheet *worksheet,
                               KeelEntryLink link, const char *target, KeelAnswers *answers, gboolean leaving,
                               KeelSessionCallback callback, gpointer data)
{
  Job *job = job_new (save, g_object_unref, uuid);

  job->worksheet = keel_worksheet_ref (worksheet);
  job->link = link;
  job->target = g_strdup (target);
  job->answers = answers;
  job->flag = leaving;
  /* What is saved while one writes changes no list, as long as it is there. */
  if (uuid == NULL || leaving)
    run_change (self, job, callback, data);
  else
    run (self, job, NULL, callback, data);
}

void
keel_session_title_entry_async (KeelSession *self, const char *uuid, const char *words,
                                KeelSessionCallback callback, gpointer data)
{
  Job *job = job_new (title, g_object_unref, uuid);

  job->text = g_strdup (words);
  run_change (self, job, callback, data);
}

void
keel_session_mark_entry_async (KeelSession *self, const char *uuid, KeelEntryState state,
                               KeelSessionCallback callback, gpointer data)
{
  Job *job = job_new (mark, g_object_unref, uuid);

  job->number = state;
  run_change (self, job, callback, data);
}

void
keel_session_pin_entry_async (KeelSession *self, const char *uuid, gboolean pinned,
                              KeelSessionCallback callback, gpointer data)
{
  Job *job = job_new (pin, g_object_unref, uuid);

  job->flag = pinned;
  run_change (self, job, callback, data);
}

void
keel_session_trash_entry_async (KeelSession *self, const char *uuid, gboolean into,
                                KeelSessionCallback callback, gpointer data)
{
  Job *job = job_new (trash, g_object_unref, uuid);

  job->flag = into;
  run_change (self, job, callback, data);
}

KeelEntry *
keel_session_entry_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  GError *failure = NULL;
  KeelEntry *entry = g_task_propagate_pointer (G_TASK (result), &failure);

  if (failure == NULL)
    return entry;
  /* What was written last: nobody is there to read in the window that it could not be kept. */
  if (!keel_session_is_open (self))
    keel_session_set_draft_error (self, failure);
  g_propagate_error (error, failure);
  return NULL;
}

void
keel_session_destroy_entry_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                  gpointer data)
{
  run_change (self, job_new (destroy, NULL, uuid), callback, data);
}

void
keel_session_list_versions_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                  gpointer data)
{
  run (self, job_new (list_versions, (GDestroyNotify) g_array_unref, uuid), NULL, callback, data);
}

GArray *
keel_session_list_versions_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
keel_session_read_version_async (KeelSession *self, const char *uuid, gint64 id, KeelSessionCallback callback,
                                 gpointer data)
{
  Job *job = job_new (read_version, (GDestroyNotify) keel_answers_unref, uuid);

  job->number = id;
  run (self, job, NULL, callback, data);
}

KeelAnswers *
keel_session_read_version_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

#include "keel-session-programs.h"

#include "content/keel-wording.h"
#include "keel-session-private.h"
#include "store/keel-journal-programs.h"

#define PROGRAMS "keel-session-programs"

/* What the session knows: replaced whole. */
typedef struct
{
  KeelProgramChoice *choice;
  GPtrArray *chosen; /* of const KeelProgram: those of the choice that are there */
} Known;

typedef struct _Job Job;
typedef gboolean (*JobFunc) (KeelJournal *journal, Job *job, GError **error);

struct _Job
{
  JobFunc func; /* NULL: nothing is changed, and what there is read again */
  char *code;
  char *milestone;
  char *colour; /* nullable */
  char **codes;
  gboolean flag;
  KeelProgram *program; /* what is to be saved, then what was saved */
  KeelProgramChoice *after;
  GTask *asked; /* what the caller waits for; nullable */
};

static void
known_free (Known *known)
{
  keel_program_choice_free (known->choice);
  g_ptr_array_unref (known->chosen);
  g_free (known);
}

static void
job_free (Job *job)
{
  g_free (job->code);
  g_free (job->milestone);
  g_free (job->colour);
  g_strfreev (job->codes);
  g_clear_pointer (&job->program, keel_program_unref);
  g_clear_pointer (&job->after, keel_program_choice_free);
  g_clear_object (&job->asked);
  g_free (job);
}

static Known *
get_known (KeelSession *self)
{
  Known *known = g_object_get_data (G_OBJECT (self), PROGRAMS);

  if (known != NULL)
    return known;
  known = g_new0 (Known, 1);
  known->choice = keel_program_choice_new ();
  known->chosen = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (self), PROGRAMS, known, (GDestroyNotify) known_free);
  return known;
}

/* What is as it was stays the same one: whoever shows it need not show it anew. */
static void
keep_same (GPtrArray *own, const GPtrArray *before)
{
  for (guint i = 0; i < own->len; i++)
    for (guint j = 0; j < before->len; j++)
      if (keel_program_equal (own->pdata[i], before->pdata[j]))
        {
          keel_program_unref (own->pdata[i]);
          own->pdata[i] = keel_program_ref (before->pdata[j]);
          break;
        }
}

void
keel_session_take_programs (KeelSession *self, KeelProgramChoice *choice)
{
  KeelContent *content = keel_session_get_content (self);
  Known *known;

  if (keel_program_choice_equal (get_known (self)->choice, choice))
    {
      keel_program_choice_free (choice);
      return;
    }
  keep_same (choice->own, get_known (self)->choice->own);
  keel_content_set_own_programs (content, choice->own);
  known = g_new0 (Known, 1);
  known->choice = choice;
  known->chosen = g_ptr_array_new ();
  for (guint i = 0; choice->chosen[i] != NULL; i++)
    {
      const KeelProgram *program = keel_content_find_program (content, choice->chosen[i]);

      if (program != NULL && !program->gone)
        g_ptr_array_add (known->chosen, (gpointer) program);
    }
  g_object_set_data_full (G_OBJECT (self), PROGRAMS, known, (GDestroyNotify) known_free);
  g_signal_emit_by_name (self, "programs-changed");
}

static void
change_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  Job *job = task_data;
  GError *error = NULL;

  if (profile == NULL)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The profile is closed");
  else if (job->func == NULL || job->func (keel_profile_get_journal (profile), job, &error))
    job->after = keel_journal_get_programs (keel_profile_get_journal (profile), &error);
  if (job->after != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The session knows of the change before the caller does, so that one can be asked for right after the other.
 */
static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelSession *self = KEEL_SESSION (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    keel_session_take_programs (self, g_steal_pointer (&job->after));
  if (job->asked == NULL && error != NULL)
    g_warning ("Cannot read the programs again: %s", error->message);
  if (job->asked == NULL)
    g_clear_error (&error);
  else if (error != NULL)
    g_task_return_error (job->asked, error);
  else if (job->program != NULL)
    g_task_return_pointer (job->asked, g_steal_pointer (&job->program), (GDestroyNotify) keel_program_unref);
  else
    g_task_return_boolean (job->asked, TRUE);
}

/* Takes @job. */
static void
run (KeelSession *self, Job *job)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, changed_cb, NULL);

  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  keel_session_run (self, task, change_in_thread, FALSE);
}

static Job *
job_new (KeelSession *self, JobFunc func, KeelSessionCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->asked = g_task_new (self, NULL, callback, data);
  return job;
}

static gboolean
choose_all (KeelJournal *journal, Job *job, GError **error)
{
  return keel_journal_choose_programs (journal, (const char *const *) job->codes, error);
}

static gboolean
choose (KeelJournal *journal, Job *job, GError **error)
{
  return keel_journal_choose_program (journal, job->code, job->flag, error);
}

static gboolean
set_labels (KeelJournal *journal, Job *job, GError **error)
{
  return keel_journal_set_labels (journal, job->flag, error);
}

static gboolean
set_colour (KeelJournal *journal, Job *job, GError **error)
{
  return keel_journal_set_milestone_colour (journal, job->code, job->milestone, job->colour, error);
}

static gboolean
save (KeelJournal *journal, Job *job, GError **error)
{
  KeelProgram *saved = keel_journal_save_program (journal, job->program, error);

  g_clear_pointer (&job->program, keel_program_unref);
  job->program = saved;
  return saved != NULL;
}

static gboolean delete (KeelJournal *journal, Job *job, GError **error)
{
  return keel_journal_set_program_deleted (journal, job->code, job->flag, error);
}

/* One that was chosen by a newer Keel can stay chosen. */
static gboolean
can_be_chosen (KeelSession *self, const char *code)
{
  return keel_content_find_program (keel_session_get_content (self), code) != NULL ||
         g_strv_contains ((const char *const *) get_known (self)->choice->chosen, code);
}

static gboolean
refuse (KeelSession *self, const char *code, KeelSessionCallback callback, gpointer data)
{
  if (can_be_chosen (self, code))
    return FALSE;
  g_task_report_new_error (self, callback, data, refuse, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                           "There is no program “%s”", code);
  return TRUE;
}

void
keel_session_read_programs (KeelSession *self)
{
  run (self, g_new0 (Job, 1));
}

GPtrArray *
keel_session_get_programs (KeelSession *self)
{
  return get_known (self)->chosen;
}

gboolean
keel_session_has_program (KeelSession *self, const char *code)
{
  GPtrArray *chosen = get_known (self)->chosen;

  for (guint i = 0; i < chosen->len; i++)
    if (g_strcmp0 (((const KeelProgram *) chosen->pdata[i])->code, code) == 0)
      return TRUE;
  return FALSE;
}

gboolean
keel_session_uses_labels (KeelSession *self)
{
  return get_known (self)->choice->labels;
}

const char *
keel_session_get_word (KeelSession *self, const char *key)
{
  const Known *known = get_known (self);

  return keel_wording_get (keel_session_get_content (self), known->chosen, known->choice->labels, key);
}

char **
keel_session_dup_program_codes (KeelSession *self)
{
  return g_strdupv (get_known (self)->choice->chosen);
}

guint
keel_session_get_n_damaged_programs (KeelSession *self)
{
  return get_known (self)->choice->n_damaged;
}

void
keel_session_set_programs_async (KeelSession *self, const char *const *codes, KeelSessionCallback callback,
                                 gpointer data)
{
  Job *job;

  for (guint i = 0; codes[i] != NULL; i++)
    if (refuse (self, codes[i], callback, data))
      return;
  job = job_new (self, choose_all, callback, data);
  job->codes = g_strdupv ((char **) codes);
  run (self, job);
}

void
keel_session_choose_program_async (KeelSession *self, const char *code, gboolean chosen,
                                   KeelSessionCallback callback, gpointer data)
{
  Job *job;

  if (refuse (self, code, callback, data))
    return;
  job = job_new (self, choose, callback, data);
  job->code = g_strdup (code);
  job->flag = chosen;
  run (self, job);
}

void
keel_session_set_labels_async (KeelSession *self, gboolean labels, KeelSessionCallback callback,
                               gpointer data)
{
  Job *job = job_new (self, set_labels, callback, data);

  job->flag = labels;
  run (self, job);
}

const char *
keel_session_get_milestone_colour (KeelSession *self, const KeelProgram *program,
                                   const KeelMilestone *milestone)
{
  g_autofree char *format = keel_milestone_format (milestone);
  g_autofree char *key = g_strconcat (program->code, "/", format, NULL);
  const char *colour = g_hash_table_lookup (get_known (self)->choice->colours, key);

  return colour != NULL ? colour : milestone->colour;
}

void
keel_session_set_milestone_colour_async (KeelSession *self, const char *code, const char *milestone,
                                         const char *colour, KeelSessionCallback callback, gpointer data)
{
  Job *job = job_new (self, set_colour, callback, data);

  job->code = g_strdup (code);
  job->milestone = g_strdup (milestone);
  job->colour = g_strdup (colour);
  run (self, job);
}

void
keel_session_save_program_async (KeelSession *self, const KeelProgram *program, KeelSessionCallback callback,
                                 gpointer data)
{
  Job *job = job_new (self, save, callback, data);

  job->program = keel_program_copy (program);
  run (self, job);
}

KeelProgram *
keel_session_save_program_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
keel_session_delete_program_async (KeelSession *self, const char *code, gboolean deleted,
                                   KeelSessionCallback callback, gpointer data)
{
  Job *job = job_new (self, delete, callback, data);

  job->code = g_strdup (code);
  job->flag = deleted;
  run (self, job);
}

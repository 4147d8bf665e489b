#include "keel-session-templates.h"

#include "keel-session-private.h"
#include "store/keel-journal-templates.h"

#define TEMPLATES "keel-session-templates"

struct _KeelTemplates
{
  GPtrArray *worksheets; /* of KeelWorksheet */
  guint n_damaged;
};

typedef struct
{
  KeelWorksheet *worksheet; /* to be saved; NULL: @id goes or comes back */
  char *id;
  gboolean deleted;
  KeelWorksheet *before; /* what came of it */
  KeelTemplates *after;
} Job;

void
keel_templates_free (KeelTemplates *self)
{
  g_ptr_array_unref (self->worksheets);
  g_free (self);
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->worksheet, keel_worksheet_unref);
  g_clear_pointer (&job->before, keel_worksheet_unref);
  g_clear_pointer (&job->after, keel_templates_free);
  g_free (job->id);
  g_free (job);
}

static gboolean
change (KeelJournal *journal, Job *job, GError **error)
{
  if (job->worksheet != NULL)
    return keel_journal_set_own_template (journal, job->worksheet, &job->before, error);
  return keel_journal_set_own_template_deleted (journal, job->id, job->deleted, error);
}

static void
change_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  Job *job = task_data;
  GError *error = NULL;

  if (profile == NULL)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The profile is closed");
  else if (change (keel_profile_get_journal (profile), job, &error))
    job->after = keel_session_read_templates (keel_profile_get_journal (profile), &error);
  if (job->after != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

KeelTemplates *
keel_session_read_templates (KeelJournal *journal, GError **error)
{
  guint n_damaged = 0;
  GPtrArray *worksheets = keel_journal_get_own_templates (journal, &n_damaged, error);
  KeelTemplates *self;

  if (worksheets == NULL)
    return NULL;
  self = g_new0 (KeelTemplates, 1);
  self->worksheets = worksheets;
  self->n_damaged = n_damaged;
  return self;
}

void
keel_session_take_templates (KeelSession *self, KeelTemplates *templates)
{
  keel_content_set_own_worksheets (keel_session_get_content (self), templates->worksheets);
  g_object_set_data_full (G_OBJECT (self), TEMPLATES, templates, (GDestroyNotify) keel_templates_free);
  g_signal_emit_by_name (self, "templates-changed");
}

GPtrArray *
keel_session_get_templates (KeelSession *self)
{
  const KeelTemplates *templates = g_object_get_data (G_OBJECT (self), TEMPLATES);

  return templates != NULL ? templates->worksheets : NULL;
}

guint
keel_session_get_n_damaged_templates (KeelSession *self)
{
  const KeelTemplates *templates = g_object_get_data (G_OBJECT (self), TEMPLATES);

  return templates != NULL ? templates->n_damaged : 0;
}

static void
run (KeelSession *self, Job *job, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  keel_session_run (self, task, change_in_thread, FALSE);
}

void
keel_session_save_template_async (KeelSession *self, KeelWorksheet *worksheet, KeelSessionCallback callback,
                                  gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->worksheet = keel_worksheet_ref (worksheet);
  run (self, job, callback, data);
}

void
keel_session_delete_template_async (KeelSession *self, const char *id, gboolean deleted,
                                    KeelSessionCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->id = g_strdup (id);
  job->deleted = deleted;
  run (self, job, callback, data);
}

gboolean
keel_session_template_finish (KeelSession *self, GAsyncResult *result, KeelWorksheet **before, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  keel_session_take_templates (self, g_steal_pointer (&job->after));
  if (before != NULL)
    *before = g_steal_pointer (&job->before);
  return TRUE;
}

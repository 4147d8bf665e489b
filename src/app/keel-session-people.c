#include "keel-session-people.h"

#include "keel-session-private.h"
#include "store/keel-journal-people.h"
#include "store/keel-profile-people.h"

/* A change of one of both, or, without any, both lists. */
typedef struct
{
  KeelPerson *person; /* to be saved */
  KeelOwnLine *line;
  char *person_uuid; /* that goes, or comes back */
  char *line_uuid;
  gboolean deleted;

  GPtrArray *people; /* what came of it */
  GPtrArray *lines;
} Job;

static void
job_free (Job *job)
{
  keel_person_free (job->person);
  keel_own_line_free (job->line);
  g_free (job->person_uuid);
  g_free (job->line_uuid);
  g_clear_pointer (&job->people, g_ptr_array_unref);
  g_clear_pointer (&job->lines, g_ptr_array_unref);
  g_free (job);
}

/* What an end of the program left out of step is mended here; where that cannot be, nobody is kept from
 * their people. */
static gboolean
list (KeelProfile *profile, Job *job, GError **error)
{
  KeelJournal *journal = keel_profile_get_journal (profile);
  g_autoptr (GError) problem = NULL;

  job->people = keel_journal_get_people (journal, error);
  if (job->people == NULL)
    return FALSE;
  job->lines = keel_journal_get_own_lines (journal, error);
  if (job->lines != NULL && !keel_profile_show_on_lock_page (profile, &problem))
    g_warning ("What may be shown while locked is not up to date: %s", problem->message);
  return job->lines != NULL;
}

static gboolean
run (KeelProfile *profile, Job *job, GError **error)
{
  if (job->person != NULL)
    return keel_profile_set_person (profile, job->person, error);
  if (job->line != NULL)
    return keel_profile_set_own_line (profile, job->line, error);
  if (job->person_uuid != NULL)
    return keel_profile_set_person_deleted (profile, job->person_uuid, job->deleted, error);
  if (job->line_uuid != NULL)
    return keel_profile_set_own_line_deleted (profile, job->line_uuid, job->deleted, error);
  return list (profile, job, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  GError *error = NULL;

  if (profile == NULL)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The profile is closed");
  if (profile != NULL && run (profile, task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
begin (KeelSession *self, Job *job, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  keel_session_run (self, task, run_in_thread, FALSE);
}

void
keel_session_list_people_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  begin (self, g_new0 (Job, 1), callback, data);
}

gboolean
keel_session_list_people_finish (KeelSession *self, GAsyncResult *result, GPtrArray **people,
                                 GPtrArray **lines, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (people != NULL)
    *people = g_steal_pointer (&job->people);
  if (lines != NULL)
    *lines = g_steal_pointer (&job->lines);
  return TRUE;
}

void
keel_session_save_person_async (KeelSession *self, const KeelPerson *person, KeelSessionCallback callback,
                                gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->person = keel_person_copy (person);
  begin (self, job, callback, data);
}

void
keel_session_save_own_line_async (KeelSession *self, const KeelOwnLine *line, KeelSessionCallback callback,
                                  gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->line = keel_own_line_copy (line);
  begin (self, job, callback, data);
}

void
keel_session_delete_person_async (KeelSession *self, const char *uuid, gboolean deleted,
                                  KeelSessionCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->person_uuid = g_strdup (uuid);
  job->deleted = deleted;
  begin (self, job, callback, data);
}

void
keel_session_delete_own_line_async (KeelSession *self, const char *uuid, gboolean deleted,
                                    KeelSessionCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->line_uuid = g_strdup (uuid);
  job->deleted = deleted;
  begin (self, job, callback, data);
}

/* The journal may have been changed although profile.ini could not be written. */
gboolean
keel_session_people_finish (KeelSession *self, GAsyncResult *result, char **uuid, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), error);

  g_signal_emit_by_name (self, "people-changed");
  if (!done)
    return FALSE;
  if (uuid != NULL && job->person != NULL)
    *uuid = g_strdup (job->person->uuid);
  else if (uuid != NULL && job->line != NULL)
    *uuid = g_strdup (job->line->uuid);
  return TRUE;
}

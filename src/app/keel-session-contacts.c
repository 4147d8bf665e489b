#include "keel-session-contacts.h"

#include "core/keel-local-time.h"
#include "store/keel-journal-people.h"
#include "store/keel-profile-contacts.h"

#include "keel-session-private.h"

#define CHANGED "people-changed"

void
keel_person_standing_free (KeelPersonStanding *self)
{
  if (self == NULL)
    return;
  keel_person_free (self->person);
  keel_contact_free (self->last);
  g_free (self);
}

gint64
keel_session_get_wall_day (KeelSession *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self);

  return keel_local_time_get_days (keel_local_time_from_utc (keel_session_get_now (self), zone));
}

static KeelJournal *
get_journal (gpointer source)
{
  return keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
}

/* --- How it stands --- */

static guint
count_open (GPtrArray *questions)
{
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    n += ((KeelPersonQuestion *) questions->pdata[i])->asked ? 0 : 1;
  return n;
}

/* Takes @person. */
static KeelPersonStanding *
stand (KeelPerson *person, GPtrArray *contacts, GPtrArray *questions)
{
  KeelPersonStanding *standing = g_new0 (KeelPersonStanding, 1);

  standing->person = person;
  standing->n_open = count_open (questions);
  if (contacts->len > 0)
    standing->last = keel_contact_copy (contacts->pdata[0]);
  standing->next = keel_contact_find_next (person, standing->last != NULL
                                                       ? keel_contact_get_day (standing->last)
                                                       : KEEL_PERSON_NO_DAY);
  return standing;
}

static KeelPersonStanding *
read_standing (KeelJournal *journal, const KeelPerson *person, GError **error)
{
  g_autoptr (GPtrArray) contacts = keel_journal_get_contacts (journal, person->uuid, 1, error);
  g_autoptr (GPtrArray) questions = NULL;

  if (contacts != NULL)
    questions = keel_journal_get_person_questions (journal, person->uuid, error);
  return questions != NULL ? stand (keel_person_copy (person), contacts, questions) : NULL;
}

static GPtrArray *
read_standings (KeelJournal *journal, GError **error)
{
  g_autoptr (GPtrArray) people = keel_journal_get_people (journal, error);
  g_autoptr (GPtrArray) standings = NULL;

  standings = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_person_standing_free);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      KeelPersonStanding *standing = read_standing (journal, people->pdata[i], error);

      if (standing == NULL)
        return NULL;
      g_ptr_array_add (standings, standing);
    }
  return people != NULL ? g_steal_pointer (&standings) : NULL;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *standings = read_standings (get_journal (source), &error);

  if (standings != NULL)
    g_task_return_pointer (task, standings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_list_standings_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, list_in_thread, FALSE);
}

GPtrArray *
keel_session_list_standings_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Somebody --- */

typedef struct
{
  char *uuid;
  guint limit;
  GPtrArray *contacts; /* what came of it */
  GPtrArray *questions;
} Reading;

static void
reading_free (Reading *reading)
{
  g_free (reading->uuid);
  g_clear_pointer (&reading->contacts, g_ptr_array_unref);
  g_clear_pointer (&reading->questions, g_ptr_array_unref);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  KeelJournal *journal = get_journal (source);
  GError *error = NULL;
  KeelPerson *person = keel_journal_find_person (journal, reading->uuid, &error);

  if (person != NULL)
    reading->contacts = keel_journal_get_contacts (journal, reading->uuid, reading->limit, &error);
  if (reading->contacts != NULL)
    reading->questions = keel_journal_get_person_questions (journal, reading->uuid, &error);
  if (error != NULL)
    {
      keel_person_free (person);
      g_task_return_error (task, error);
      return;
    }
  g_task_return_pointer (task, person != NULL ? stand (person, reading->contacts, reading->questions) : NULL,
                         (GDestroyNotify) keel_person_standing_free);
}

void
keel_session_read_person_async (KeelSession *self, const char *uuid, guint limit,
                                KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->uuid = g_strdup (uuid);
  reading->limit = limit;
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  keel_session_run (self, task, read_in_thread, FALSE);
}

KeelPersonStanding *
keel_session_read_person_finish (KeelSession *self, GAsyncResult *result, GPtrArray **contacts,
                                 GPtrArray **questions, GError **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  KeelPersonStanding *standing = g_task_propagate_pointer (G_TASK (result), error);

  if (standing == NULL)
    return NULL;
  *contacts = g_steal_pointer (&reading->contacts);
  *questions = g_steal_pointer (&reading->questions);
  return standing;
}

/* --- Contacts --- */

typedef struct
{
  KeelContact *contact; /* nullable: the one of @uuid goes or comes */
  KeelContact *before;  /* what came of it; nullable */
  char *uuid;
  gboolean deleted;
  KeelNextContact next;
} Job;

static void
job_free (Job *job)
{
  keel_contact_free (job->contact);
  keel_contact_free (job->before);
  g_free (job->uuid);
  g_free (job);
}

static void
change_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  Job *job = task_data;
  GError *error = NULL;
  gboolean done = job->contact != NULL
                      ? keel_profile_set_contact (profile, job->contact, &job->next, &job->before, &error)
                      : keel_profile_set_contact_deleted (profile, job->uuid, job->deleted, &job->next,
                                                          &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes @job. */
static void
change (KeelSession *self, Job *job, const KeelNextContact *next, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  if (next != NULL)
    job->next = *next;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  keel_session_tell_after (self, task, CHANGED, NULL);
  keel_session_run (self, task, change_in_thread, TRUE);
}

void
keel_session_save_contact_async (KeelSession *self, const KeelContact *contact, const KeelNextContact *next,
                                 KeelSessionCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->contact = keel_contact_copy (contact);
  change (self, job, next, callback, data);
}

KeelContact *
keel_session_save_contact_finish (KeelSession *self, GAsyncResult *result, KeelContact **before,
                                  KeelNextContact *next, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (before != NULL)
    *before = g_steal_pointer (&job->before);
  if (next != NULL)
    *next = job->next;
  return g_steal_pointer (&job->contact);
}

void
keel_session_delete_contact_async (KeelSession *self, const char *uuid, gboolean deleted,
                                   const KeelNextContact *next, KeelSessionCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->uuid = g_strdup (uuid);
  job->deleted = deleted;
  change (self, job, next, callback, data);
}

/* --- Questions --- */

static gboolean
set_question (KeelJournal *journal, KeelPersonQuestion *question, KeelPersonQuestion **before, GError **error)
{
  return keel_journal_set_person_question (journal, question, error);
}

const KeelSessionRows keel_question_rows = {
  .copy = (GBoxedCopyFunc) keel_person_question_copy,
  .free = (GBoxedFreeFunc) keel_person_question_free,
  .uuid = G_STRUCT_OFFSET (KeelPersonQuestion, uuid),
  .set = (KeelSessionSetRow) set_question,
  .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_person_question_deleted,
  .signal = CHANGED,
};

#include "keel-session-days.h"

#include "keel-session-private.h"
#include "keel-session-settings.h"
#include "store/keel-journal-days.h"

#define CHANGED "days-changed"

/* NULL with an error once the profile is closed. */
static KeelJournal *
get_journal (gpointer source, GError **error)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));

  if (profile != NULL)
    return keel_profile_get_journal (profile);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The profile is closed");
  return NULL;
}

static void
end (GTask *task, gboolean done, GError **error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (error));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  KeelJournal *journal = get_journal (source, &error);
  KeelDays *days = NULL;

  if (journal != NULL)
    days = keel_journal_read_days (journal, keel_session_get_content (KEEL_SESSION (source)), &error);
  if (days != NULL)
    g_task_return_pointer (task, days, (GDestroyNotify) keel_days_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_read_days_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, read_in_thread, FALSE);
}

KeelDays *
keel_session_read_days_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  KeelPageGroups groups = keel_session_get_page_groups (self);
  KeelDays *days = g_task_propagate_pointer (G_TASK (result), error);

  if (days != NULL)
    keel_days_keep (days, (groups & KEEL_PAGES_MEMBER) != 0, (groups & KEEL_PAGES_FAMILY) != 0);
  return days;
}

/* --- Counts --- */

typedef struct
{
  KeelDayCount *count;
  KeelDayCount *before; /* what came of it; nullable */
} CountJob;

static void
count_job_free (CountJob *job)
{
  keel_day_count_free (job->count);
  keel_day_count_free (job->before);
  g_free (job);
}

static void
save_count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CountJob *job = task_data;
  GError *error = NULL;
  KeelJournal *journal = get_journal (source, &error);

  end (task, journal != NULL && keel_journal_set_day_count (journal, job->count, &job->before, &error),
       &error);
}

void
keel_session_save_count_async (KeelSession *self, const KeelDayCount *count, KeelSessionCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  CountJob *job = g_new0 (CountJob, 1);

  job->count = keel_day_count_copy (count);
  g_task_set_task_data (task, job, (GDestroyNotify) count_job_free);
  keel_session_tell_after (self, task, CHANGED, NULL);
  keel_session_run (self, task, save_count_in_thread, FALSE);
}

KeelDayCount *
keel_session_save_count_finish (KeelSession *self, GAsyncResult *result, KeelDayCount **before,
                                GError **error)
{
  CountJob *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (before != NULL)
    *before = g_steal_pointer (&job->before);
  return g_steal_pointer (&job->count);
}

/* --- Lapses --- */

typedef struct
{
  KeelLapse *lapse;
  KeelLapse *before; /* as above */
} LapseJob;

static void
lapse_job_free (LapseJob *job)
{
  keel_lapse_free (job->lapse);
  keel_lapse_free (job->before);
  g_free (job);
}

static void
save_lapse_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  LapseJob *job = task_data;
  GError *error = NULL;
  KeelJournal *journal = get_journal (source, &error);

  end (task, journal != NULL && keel_journal_set_lapse (journal, job->lapse, &job->before, &error), &error);
}

void
keel_session_save_lapse_async (KeelSession *self, const KeelLapse *lapse, KeelSessionCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  LapseJob *job = g_new0 (LapseJob, 1);

  job->lapse = keel_lapse_copy (lapse);
  g_task_set_task_data (task, job, (GDestroyNotify) lapse_job_free);
  keel_session_tell_after (self, task, CHANGED, NULL);
  keel_session_run (self, task, save_lapse_in_thread, FALSE);
}

KeelLapse *
keel_session_save_lapse_finish (KeelSession *self, GAsyncResult *result, KeelLapse **before, GError **error)
{
  LapseJob *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (before != NULL)
    *before = g_steal_pointer (&job->before);
  return g_steal_pointer (&job->lapse);
}

/* --- Taking away, and taking that back --- */

typedef gboolean (*SetDeleted) (KeelJournal *journal, const char *uuid, gboolean deleted, GError **error);

static void
delete_row (GTask *task, gpointer source, SetDeleted set_deleted)
{
  const KeelRowWish *wish = g_task_get_task_data (task);
  GError *error = NULL;
  KeelJournal *journal = get_journal (source, &error);

  end (task, journal != NULL && set_deleted (journal, wish->uuid, wish->deleted, &error), &error);
}

static void
delete_count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  delete_row (task, source, keel_journal_set_day_count_deleted);
}

static void
delete_lapse_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  delete_row (task, source, keel_journal_set_lapse_deleted);
}

static void
delete_reached_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  delete_row (task, source, keel_journal_set_reached_deleted);
}

static void
start_deleting (KeelSession *self, GTask *task, const char *uuid, gboolean deleted, GTaskThreadFunc func)
{
  keel_session_tell_after (self, task, CHANGED, NULL);
  keel_row_wish_set (task, uuid, deleted);
  keel_session_run (self, task, func, FALSE);
}

void
keel_session_delete_count_async (KeelSession *self, const char *uuid, gboolean deleted,
                                 KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  start_deleting (self, task, uuid, deleted, delete_count_in_thread);
}

void
keel_session_delete_lapse_async (KeelSession *self, const char *uuid, gboolean deleted,
                                 KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  start_deleting (self, task, uuid, deleted, delete_lapse_in_thread);
}

void
keel_session_delete_reached_async (KeelSession *self, const char *uuid, gboolean deleted,
                                   KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  start_deleting (self, task, uuid, deleted, delete_reached_in_thread);
}

/* --- Milestones --- */

static void
tell_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  KeelJournal *journal = get_journal (source, &error);

  end (task, journal != NULL && keel_journal_tell_reached (journal, task_data, &error), &error);
}

void
keel_session_tell_reached_async (KeelSession *self, GPtrArray *reached, KeelSessionCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reached_free);

  for (guint i = 0; i < reached->len; i++)
    g_ptr_array_add (copies, keel_reached_copy (g_ptr_array_index (reached, i)));
  g_task_set_task_data (task, copies, (GDestroyNotify) g_ptr_array_unref);
  keel_session_tell_after (self, task, CHANGED, NULL);
  keel_session_run (self, task, tell_in_thread, FALSE);
}

static void
save_reached_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  KeelJournal *journal = get_journal (source, &error);

  if (journal != NULL && keel_journal_set_reached (journal, task_data, &error))
    g_task_return_pointer (task, keel_reached_copy (task_data), (GDestroyNotify) keel_reached_free);
  else
    g_task_return_error (task, error);
}

void
keel_session_save_reached_async (KeelSession *self, const KeelReached *reached, KeelSessionCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, keel_reached_copy (reached), (GDestroyNotify) keel_reached_free);
  keel_session_tell_after (self, task, CHANGED, NULL);
  keel_session_run (self, task, save_reached_in_thread, FALSE);
}

KeelReached *
keel_session_save_reached_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- How days are counted --- */

static void
set_options_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  KeelJournal *journal = get_journal (source, &error);

  end (task, journal != NULL && keel_journal_set_day_options (journal, task_data, &error), &error);
}

void
keel_session_set_day_options_async (KeelSession *self, const KeelDayOptions *options,
                                    KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, g_memdup2 (options, sizeof (KeelDayOptions)), g_free);
  keel_session_tell_after (self, task, CHANGED, NULL);
  keel_session_run (self, task, set_options_in_thread, FALSE);
}

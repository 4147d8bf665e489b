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

/* --- Rows --- */

const KeelSessionRows keel_count_rows = {
  .copy = (GBoxedCopyFunc) keel_day_count_copy,
  .free = (GBoxedFreeFunc) keel_day_count_free,
  .uuid = G_STRUCT_OFFSET (KeelDayCount, uuid),
  .set = (KeelSessionSetRow) keel_journal_set_day_count,
  .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_day_count_deleted,
  .signal = CHANGED,
};

const KeelSessionRows keel_lapse_rows = {
  .copy = (GBoxedCopyFunc) keel_lapse_copy,
  .free = (GBoxedFreeFunc) keel_lapse_free,
  .uuid = G_STRUCT_OFFSET (KeelLapse, uuid),
  .set = (KeelSessionSetRow) keel_journal_set_lapse,
  .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_lapse_deleted,
  .signal = CHANGED,
};

static gboolean
set_reached (KeelJournal *journal, KeelReached *reached, KeelReached **before, GError **error)
{
  return keel_journal_set_reached (journal, reached, error);
}

const KeelSessionRows keel_reached_rows = {
  .copy = (GBoxedCopyFunc) keel_reached_copy,
  .free = (GBoxedFreeFunc) keel_reached_free,
  .uuid = G_STRUCT_OFFSET (KeelReached, uuid),
  .set = (KeelSessionSetRow) set_reached,
  .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_reached_deleted,
  .signal = CHANGED,
};

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

#include "keel-session-private.h"

#include "store/keel-reminder-process.h"

typedef struct _Change Change;

/* What a job needs beside the profile; each uses what it needs. */
struct _Change
{
  gboolean (*apply) (KeelProfile *profile, Change *change, GError **error);
  char *key; /* a meeting's id, a series' UUID, a list's name */
  GArray *leads;
  KeelSeries *series; /* what it is about, or what came of it */
};

typedef struct
{
  KeelMeetingQuery query;
  char *text;
  char *program;
  gint64 now;
  GTimeZone *zone;
} Search;

static void
change_free (Change *change)
{
  g_free (change->key);
  g_clear_pointer (&change->leads, g_array_unref);
  g_clear_object (&change->series);
  g_free (change);
}

static void
search_free (Search *search)
{
  g_free (search->text);
  g_free (search->program);
  g_time_zone_unref (search->zone);
  g_free (search);
}

static KeelProfile *
get_profile (gpointer source)
{
  return keel_session_get_profile (KEEL_SESSION (source));
}

static void
search_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;
  KeelMeetingIndex *index;
  KeelMeetingResults *results = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  index = keel_profile_get_index (get_profile (source), &error);
  if (index != NULL)
    results = keel_meeting_index_search (index, &search->query, search->now, search->zone, &error);
  if (results != NULL)
    g_task_return_pointer (task, results, (GDestroyNotify) keel_meeting_results_free);
  else
    g_task_return_error (task, error);
}

static gboolean
follow (KeelProfile *profile, Change *change, GError **error)
{
  change->series = keel_profile_follow (profile, change->key, change->leads, error);
  return change->series != NULL;
}

static gboolean
follow_new (KeelProfile *profile, Change *change, GError **error)
{
  g_autoptr (KeelSeries) typed = g_steal_pointer (&change->series);

  change->series = keel_profile_follow_new (profile, typed, error);
  return change->series != NULL;
}

static gboolean
update (KeelProfile *profile, Change *change, GError **error)
{
  return keel_profile_update (profile, change->series, error);
}

static gboolean
unfollow (KeelProfile *profile, Change *change, GError **error)
{
  return keel_profile_unfollow (profile, change->key, error);
}

static gboolean
refollow (KeelProfile *profile, Change *change, GError **error)
{
  return keel_profile_refollow (profile, change->key, error);
}

static gboolean
remove_list (KeelProfile *profile, Change *change, GError **error)
{
  return keel_directory_remove_list (keel_profile_get_directory (profile), change->key, error) &&
         keel_profile_reconcile (profile, NULL, error);
}

static void
change_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Change *change = task_data;
  GError *error = NULL;

  if (change->apply (get_profile (source), change, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ensure_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (keel_reminder_process_ensure (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes what is in @wanted. */
static void
run_change (KeelSession *self, const Change *wanted, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Change *change = g_new (Change, 1);

  *change = *wanted;
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  keel_session_run (self, task, change_in_thread, TRUE);
}

void
keel_session_search_async (KeelSession *self, const KeelMeetingQuery *query, GCancellable *cancellable,
                           KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Search *search = g_new0 (Search, 1);

  search->query = *query;
  search->query.text = search->text = g_strdup (query->text);
  search->query.program = search->program = g_strdup (query->program);
  search->now = keel_session_get_now (self);
  search->zone = keel_session_get_zone (self);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  keel_session_run (self, task, search_in_thread, FALSE);
}

KeelMeetingResults *
keel_session_search_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
keel_session_follow_async (KeelSession *self, KeelMeeting *meeting, GArray *leads,
                           KeelSessionCallback callback, gpointer data)
{
  Change change = { .apply = follow };

  change.key = keel_directory_make_id (meeting->list, meeting->slug);
  change.leads = leads != NULL ? g_array_copy (leads) : NULL;
  run_change (self, &change, callback, data);
}

void
keel_session_follow_new_async (KeelSession *self, KeelSeries *series, KeelSessionCallback callback,
                               gpointer data)
{
  Change change = { .apply = follow_new, .series = g_object_ref (series) };

  run_change (self, &change, callback, data);
}

KeelSeries *
keel_session_follow_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  Change *change = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&change->series);
}

void
keel_session_update_async (KeelSession *self, KeelSeries *series, KeelSessionCallback callback, gpointer data)
{
  Change change = { .apply = update, .series = g_object_ref (series) };

  run_change (self, &change, callback, data);
}

void
keel_session_set_reminders_async (KeelSession *self, KeelSeries *series, GArray *leads, gboolean open,
                                  KeelSessionCallback callback, gpointer data)
{
  g_autoptr (KeelSeries) changed = keel_series_copy (series);

  changed->open_reminder = open;
  keel_series_set_leads (changed, leads);
  keel_session_update_async (self, changed, callback, data);
}

void
keel_session_unfollow_async (KeelSession *self, const char *uuid, KeelSessionCallback callback, gpointer data)
{
  Change change = { .apply = unfollow, .key = g_strdup (uuid) };

  run_change (self, &change, callback, data);
}

void
keel_session_refollow_async (KeelSession *self, const char *uuid, KeelSessionCallback callback, gpointer data)
{
  Change change = { .apply = refollow, .key = g_strdup (uuid) };

  run_change (self, &change, callback, data);
}

void
keel_session_remove_list_async (KeelSession *self, const char *name, KeelSessionCallback callback,
                                gpointer data)
{
  Change change = { .apply = remove_list, .key = g_strdup (name) };

  run_change (self, &change, callback, data);
}

gboolean
keel_session_change_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
keel_session_ensure_reminders_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  /* It may wait for seconds, so it does not stand in the way of the store's jobs. */
  g_task_set_task_data (task, g_strdup (keel_session_get_data_dir (self)), g_free);
  g_task_run_in_thread (task, ensure_in_thread);
}

gboolean
keel_session_ensure_reminders_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

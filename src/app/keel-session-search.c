#include "keel-session-private.h"

/* What a job needs; each uses what it needs. */
typedef struct
{
  KeelMeetingQuery *query;
  GPtrArray *queries; /* of KeelMeetingQuery */
  char *text;
  guint limit;
  gint64 now;
  GTimeZone *zone;
} Search;

static void
search_free (Search *search)
{
  g_clear_pointer (&search->query, keel_meeting_query_free);
  g_clear_pointer (&search->queries, g_ptr_array_unref);
  g_free (search->text);
  g_time_zone_unref (search->zone);
  g_free (search);
}

static KeelMeetingIndex *
get_index (gpointer session, GError **error)
{
  return keel_profile_get_index (keel_session_get_profile (KEEL_SESSION (session)), error);
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
  index = get_index (source, &error);
  if (index != NULL)
    results = keel_meeting_index_search (index, search->query, search->now, search->zone, &error);
  if (results != NULL)
    g_task_return_pointer (task, results, (GDestroyNotify) keel_meeting_results_free);
  else
    g_task_return_error (task, error);
}

static gboolean
count_one (KeelMeetingIndex *index, Search *search, guint place, GArray *counts, GError **error)
{
  g_autoptr (KeelMeetingResults) results = keel_meeting_index_search (index, search->queries->pdata[place],
                                                                      search->now, search->zone, error);

  if (results == NULL)
    return FALSE;
  g_array_append_val (counts, results->total);
  return TRUE;
}

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  GError *error = NULL;
  KeelMeetingIndex *index = get_index (source, &error);

  for (guint i = 0; error == NULL && i < search->queries->len; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      count_one (index, search, i, counts, &error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&counts), (GDestroyNotify) g_array_unref);
}

static void
find_towns_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;
  KeelMeetingIndex *index;
  GPtrArray *towns = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  index = get_index (source, &error);
  if (index != NULL)
    towns = keel_meeting_index_find_towns (index, search->text, search->limit, &error);
  if (towns != NULL)
    g_task_return_pointer (task, towns, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Takes @search. */
static void
run (KeelSession *self, Search *search, GTaskThreadFunc func, GCancellable *cancellable,
     KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  search->now = keel_session_get_now (self);
  search->zone = keel_session_get_zone (self);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  keel_session_run (self, task, func, FALSE);
}

void
keel_session_search_async (KeelSession *self, const KeelMeetingQuery *query, GCancellable *cancellable,
                           KeelSessionCallback callback, gpointer data)
{
  Search *search = g_new0 (Search, 1);

  search->query = keel_meeting_query_copy (query);
  run (self, search, search_in_thread, cancellable, callback, data);
}

KeelMeetingResults *
keel_session_search_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
keel_session_count_async (KeelSession *self, GPtrArray *queries, GCancellable *cancellable,
                          KeelSessionCallback callback, gpointer data)
{
  Search *search = g_new0 (Search, 1);

  search->queries = g_ptr_array_ref (queries);
  run (self, search, count_in_thread, cancellable, callback, data);
}

GArray *
keel_session_count_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
keel_session_find_towns_async (KeelSession *self, const char *text, guint limit, GCancellable *cancellable,
                               KeelSessionCallback callback, gpointer data)
{
  Search *search = g_new0 (Search, 1);

  search->text = g_strdup (text);
  search->limit = limit;
  run (self, search, find_towns_in_thread, cancellable, callback, data);
}

GPtrArray *
keel_session_find_towns_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

#include "keel-session-urges.h"

#include "keel-session-private.h"
#include "store/keel-journal-runs.h"
#include "store/keel-journal-urges.h"

#define WEEK ((gint64) 7 * 24 * 60 * 60)

static KeelJournal *
get_journal (gpointer source)
{
  return keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
}

/* --- The log --- */

typedef struct
{
  gint64 since;
  guint limit;
} Span;

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Span *span = task_data;
  GError *error = NULL;
  GPtrArray *urges = keel_journal_get_urges (get_journal (source), span->since, span->limit, &error);

  if (urges != NULL)
    g_task_return_pointer (task, urges, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_list_urges_async (KeelSession *self, gint64 since, guint limit, KeelSessionCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Span *span = g_new0 (Span, 1);

  span->since = since;
  span->limit = limit;
  g_task_set_task_data (task, span, g_free);
  keel_session_run (self, task, list_in_thread, FALSE);
}

GPtrArray *
keel_session_list_urges_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const KeelSessionRows keel_urge_rows = {
  .copy = (GBoxedCopyFunc) keel_urge_copy,
  .free = (GBoxedFreeFunc) keel_urge_free,
  .uuid = G_STRUCT_OFFSET (KeelUrge, uuid),
  .set = (KeelSessionSetRow) keel_journal_set_urge,
  .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_urge_deleted,
  .signal = "urges-changed",
  .other = "strategies-changed",
};

/* --- What they have in common --- */

static void
patterns_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelJournal *journal = get_journal (source);
  guint weeks = GPOINTER_TO_UINT (task_data);
  gint64 now = keel_session_get_now (KEEL_SESSION (source));
  g_autoptr (GPtrArray) urges = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  GError *error = NULL;

  urges = keel_journal_get_urges (journal, now - weeks * WEEK, 0, &error);
  if (urges != NULL)
    runs = keel_journal_get_runs (journal, now - weeks * WEEK, &error);
  if (runs != NULL)
    g_task_return_pointer (task, keel_urge_patterns_new (urges, runs, now, weeks),
                           (GDestroyNotify) keel_urge_patterns_free);
  else
    g_task_return_error (task, error);
}

void
keel_session_read_patterns_async (KeelSession *self, guint weeks, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, GUINT_TO_POINTER (MAX (weeks, 1)), NULL);
  keel_session_run (self, task, patterns_in_thread, FALSE);
}

KeelUrgePatterns *
keel_session_read_patterns_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

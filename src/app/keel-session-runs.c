#include "keel-session-runs.h"

#include "keel-session-private.h"
#include "store/keel-journal-runs.h"

/* --- What was done --- */

static gboolean
set_run (KeelJournal *journal, KeelStrategyRun *run, KeelStrategyRun **before, GError **error)
{
  return keel_journal_set_run (journal, run, error);
}

const KeelSessionRows keel_run_rows = {
  .copy = (GBoxedCopyFunc) keel_strategy_run_copy,
  .free = (GBoxedFreeFunc) keel_strategy_run_free,
  .uuid = G_STRUCT_OFFSET (KeelStrategyRun, uuid),
  .set = (KeelSessionSetRow) set_run,
  .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_run_deleted,
  .signal = "strategies-changed",
};

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const KeelStrategyRun *one = *(KeelStrategyRun *const *) a, *other = *(KeelStrategyRun *const *) b;

  return one->at < other->at ? 1 : one->at > other->at ? -1 : 0;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelJournal *journal = keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
  g_autoptr (GPtrArray) runs = NULL;
  GError *error = NULL;

  runs = keel_journal_get_runs (journal, G_MININT64, &error);
  if (runs == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = runs->len; i-- > 0;)
    if (!g_str_equal (((KeelStrategyRun *) runs->pdata[i])->strategy, task_data))
      g_ptr_array_remove_index (runs, i);
  g_ptr_array_sort (runs, compare_newest);
  g_task_return_pointer (task, g_steal_pointer (&runs), (GDestroyNotify) g_ptr_array_unref);
}

void
keel_session_list_runs_async (KeelSession *self, const char *strategy, KeelSessionCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, g_strdup (strategy), g_free);
  keel_session_run (self, task, list_in_thread, FALSE);
}

GPtrArray *
keel_session_list_runs_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- The delay of a card --- */

typedef struct
{
  guint minutes;
  char *strategy; /* nullable */
} DelayWish;

static void
delay_wish_free (DelayWish *wish)
{
  g_free (wish->strategy);
  g_free (wish);
}

static void
delay_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const DelayWish *wish = task_data;
  GError *error = NULL;
  KeelPrompt *prompt = keel_profile_set_delay (keel_session_get_profile (KEEL_SESSION (source)),
                                               wish->minutes, wish->strategy, &error);

  if (prompt != NULL)
    g_task_return_pointer (task, prompt, (GDestroyNotify) keel_prompt_free);
  else
    g_task_return_error (task, error);
}

void
keel_session_set_delay_async (KeelSession *self, guint minutes, const char *strategy,
                              KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  DelayWish *wish = g_new0 (DelayWish, 1);

  wish->minutes = minutes;
  wish->strategy = g_strdup (strategy);
  g_task_set_task_data (task, wish, (GDestroyNotify) delay_wish_free);
  keel_session_run (self, task, delay_in_thread, TRUE);
}

static gboolean
drop_delay (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  return keel_profile_drop_delay (profile, error);
}

void
keel_session_drop_delay_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  keel_session_change (self, drop_delay, NULL, NULL, callback, data);
}

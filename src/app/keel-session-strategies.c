#include "keel-session-strategies.h"

#include "keel-session-private.h"
#include "store/keel-journal-runs.h"
#include "store/keel-journal-strategies.h"

#define OWN "keel-session-own-strategies"
#define CHANGED "strategies-changed"

static KeelJournal *
get_journal (gpointer source)
{
  return keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
}

/* --- What is said of cards, and what came of them --- */

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  KeelStrategyBook *book = keel_journal_get_strategy_book (get_journal (source), &error);

  if (book != NULL)
    g_task_return_pointer (task, book, (GDestroyNotify) keel_strategy_book_free);
  else
    g_task_return_error (task, error);
}

void
keel_session_list_strategies_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, list_in_thread, FALSE);
}

KeelStrategyBook *
keel_session_list_strategies_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  KeelStrategyMark *wanted;
  KeelMarkSays which;
  KeelStrategyMark *expected; /* nullable */
} MarkWish;

static void
mark_wish_free (MarkWish *wish)
{
  keel_strategy_mark_free (wish->wanted);
  keel_strategy_mark_free (wish->expected);
  g_free (wish);
}

static void
mark_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const MarkWish *wish = task_data;
  KeelStrategyMark *before = NULL;
  GError *error = NULL;

  if (keel_journal_set_strategy_mark (get_journal (source), wish->wanted, wish->which, wish->expected,
                                      &before, &error))
    g_task_return_pointer (task, before, (GDestroyNotify) keel_strategy_mark_free);
  else
    g_task_return_error (task, error);
}

void
keel_session_mark_strategy_async (KeelSession *self, const KeelStrategyMark *wanted, KeelMarkSays which,
                                  const KeelStrategyMark *expected, KeelSessionCallback callback,
                                  gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  MarkWish *wish = g_new0 (MarkWish, 1);

  wish->wanted = keel_strategy_mark_copy (wanted);
  wish->which = which;
  wish->expected = expected != NULL ? keel_strategy_mark_copy (expected) : NULL;
  g_task_set_task_data (task, wish, (GDestroyNotify) mark_wish_free);
  keel_session_tell_after (self, task, CHANGED, NULL);
  keel_session_run (self, task, mark_in_thread, FALSE);
}

KeelStrategyMark *
keel_session_mark_strategy_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Cards of one's own --- */

struct _KeelOwnStrategies
{
  GPtrArray *strategies; /* of KeelStrategy */
  guint n_damaged;
};

typedef struct
{
  KeelStrategy *strategy; /* to be saved; NULL: @id goes or comes back */
  char *id;
  gboolean deleted;
  KeelStrategy *before; /* what came of it */
  KeelOwnStrategies *after;
} OwnJob;

void
keel_own_strategies_free (KeelOwnStrategies *self)
{
  g_ptr_array_unref (self->strategies);
  g_free (self);
}

static void
own_job_free (OwnJob *job)
{
  g_clear_pointer (&job->strategy, keel_strategy_unref);
  g_clear_pointer (&job->before, keel_strategy_unref);
  g_clear_pointer (&job->after, keel_own_strategies_free);
  g_free (job->id);
  g_free (job);
}

KeelOwnStrategies *
keel_session_read_own_strategies (KeelJournal *journal, GError **error)
{
  guint n_damaged = 0;
  GPtrArray *strategies = keel_journal_get_own_strategies (journal, &n_damaged, error);
  KeelOwnStrategies *self;

  if (strategies == NULL)
    return NULL;
  self = g_new0 (KeelOwnStrategies, 1);
  self->strategies = strategies;
  self->n_damaged = n_damaged;
  return self;
}

void
keel_session_take_own_strategies (KeelSession *self, KeelOwnStrategies *strategies)
{
  keel_content_set_own_strategies (keel_session_get_content (self), strategies->strategies);
  g_object_set_data_full (G_OBJECT (self), OWN, strategies, (GDestroyNotify) keel_own_strategies_free);
  g_signal_emit_by_name (self, CHANGED);
}

guint
keel_session_get_n_damaged_strategies (KeelSession *self)
{
  const KeelOwnStrategies *own = g_object_get_data (G_OBJECT (self), OWN);

  return own != NULL ? own->n_damaged : 0;
}

static gboolean
change_own (KeelJournal *journal, OwnJob *job, GError **error)
{
  if (job->strategy != NULL)
    return keel_journal_set_own_strategy (journal, job->strategy, &job->before, error);
  return keel_journal_set_own_strategy_deleted (journal, job->id, job->deleted, error);
}

static void
own_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelJournal *journal = get_journal (source);
  OwnJob *job = task_data;
  GError *error = NULL;

  if (change_own (journal, job, &error))
    job->after = keel_session_read_own_strategies (journal, &error);
  if (job->after != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_own (KeelSession *self, OwnJob *job, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, job, (GDestroyNotify) own_job_free);
  keel_session_run (self, task, own_in_thread, FALSE);
}

void
keel_session_save_strategy_async (KeelSession *self, const KeelStrategy *strategy,
                                  KeelSessionCallback callback, gpointer data)
{
  OwnJob *job = g_new0 (OwnJob, 1);

  job->strategy = keel_strategy_ref (strategy);
  run_own (self, job, callback, data);
}

void
keel_session_delete_strategy_async (KeelSession *self, const char *id, gboolean deleted,
                                    KeelSessionCallback callback, gpointer data)
{
  OwnJob *job = g_new0 (OwnJob, 1);

  job->id = g_strdup (id);
  job->deleted = deleted;
  run_own (self, job, callback, data);
}

gboolean
keel_session_strategy_finish (KeelSession *self, GAsyncResult *result, KeelStrategy **before, GError **error)
{
  OwnJob *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  keel_session_take_own_strategies (self, g_steal_pointer (&job->after));
  if (before != NULL)
    *before = g_steal_pointer (&job->before);
  return TRUE;
}

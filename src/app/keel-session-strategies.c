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

void
keel_own_strategies_free (KeelOwnStrategies *self)
{
  g_ptr_array_unref (self->strategies);
  g_free (self);
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

const KeelSessionRows keel_strategy_rows = {
  .copy = (GBoxedCopyFunc) keel_strategy_ref,
  .free = (GBoxedFreeFunc) keel_strategy_unref,
  .uuid = G_STRUCT_OFFSET (KeelStrategy, id),
  .set = (KeelSessionSetRow) keel_journal_set_own_strategy,
  .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_own_strategy_deleted,
  .read = (gpointer (*) (gpointer, GError **)) keel_session_read_own_strategies,
  .free_read = (GDestroyNotify) keel_own_strategies_free,
  .take = (void (*) (KeelSession *, gpointer)) keel_session_take_own_strategies,
};

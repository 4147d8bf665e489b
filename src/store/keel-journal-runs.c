#include "keel-journal-runs.h"

#include "keel-journal-rows.h"
#include "keel-journal-strategies.h"
#include "keel-journal-urges.h"
#include "keel-journal-words.h"

/* What was done, and what urges were left with, each once. */
#define ALL_RUNS                                                                                             \
  "SELECT uuid, strategy, at, coalesce (before, -1), coalesce (after, -1), helped, iif (tags = '' AND urge"  \
  " IS NOT NULL, (SELECT urge.tags FROM urge WHERE urge.uuid = strategy_run.urge), tags), urge"              \
  " FROM strategy_run WHERE deleted_at IS NULL AND at >= ?1"                                                 \
  " UNION ALL SELECT NULL, strategy, at, strength, after, 0, tags, uuid FROM urge WHERE deleted_at IS NULL"  \
  " AND at >= ?1 AND strategy IS NOT NULL AND after IS NOT NULL AND NOT EXISTS (SELECT 1 FROM strategy_run"  \
  " WHERE strategy_run.urge = urge.uuid AND strategy_run.strategy = urge.strategy"                           \
  " AND strategy_run.deleted_at IS NULL)"

static gpointer
read_run (sqlite3_stmt *statement)
{
  KeelStrategyRun *run = keel_strategy_run_new ((const char *) sqlite3_column_text (statement, 1));

  run->uuid = keel_column_text (statement, 0);
  run->at = sqlite3_column_int64 (statement, 2);
  run->before = sqlite3_column_int (statement, 3);
  run->after = sqlite3_column_int (statement, 4);
  run->helped = sqlite3_column_int (statement, 5);
  run->tags = keel_journal_read_tags (statement, 6);
  run->urge = keel_column_text (statement, 7);
  return run;
}

GPtrArray *
keel_journal_get_runs (KeelJournal *self, gint64 since, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database, ALL_RUNS, error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, since);
  return keel_journal_read_rows (self, statement, read_run, (GDestroyNotify) keel_strategy_run_free, error);
}

KeelStrategyBook *
keel_journal_get_strategy_book (KeelJournal *self, GError **error)
{
  g_autoptr (KeelStrategyBook) book = keel_strategy_book_new ();
  g_autoptr (GPtrArray) marks = keel_journal_get_strategy_marks (self, error);
  g_autoptr (GPtrArray) runs = marks != NULL ? keel_journal_get_runs (self, G_MININT64, error) : NULL;

  if (runs == NULL)
    return NULL;
  for (guint i = 0; i < marks->len; i++)
    keel_strategy_book_take_mark (book, keel_strategy_mark_copy (marks->pdata[i]));
  for (guint i = 0; i < runs->len; i++)
    keel_strategy_book_add_run (book, runs->pdata[i]);
  return g_steal_pointer (&book);
}

static gboolean
write_run (KeelJournal *self, gconstpointer row, GError **error)
{
  const KeelStrategyRun *run = row;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO strategy_run (uuid, strategy, at, before, after, helped, tags, urge, changed_at)"
      " VALUES (?1, ?2, ?3, nullif (?4, -1), nullif (?5, -1), ?6, ?7, ?8, ?9)"
      " ON CONFLICT (uuid) DO UPDATE SET strategy = excluded.strategy, at = excluded.at,"
      " before = excluded.before, after = excluded.after, helped = excluded.helped, tags = excluded.tags,"
      " urge = excluded.urge, changed_at = excluded.changed_at, deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, run->uuid);
  keel_bind_text (statement, 2, run->strategy);
  sqlite3_bind_int64 (statement, 3, run->at);
  sqlite3_bind_int (statement, 4, run->before);
  sqlite3_bind_int (statement, 5, run->after);
  sqlite3_bind_int (statement, 6, run->helped);
  keel_journal_bind_tags (statement, 7, run->tags);
  keel_bind_text (statement, 8, run->urge);
  sqlite3_bind_int64 (statement, 9, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

/* Also one that was deleted meanwhile: the run stays, and the urge may come back. */
static gboolean
check_urge (KeelJournal *self, const char *urge, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  if (urge == NULL)
    return TRUE;
  statement = keel_database_prepare (self->database, "SELECT 1 FROM urge WHERE uuid = ?1", error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, urge);
  if (!keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    {
      sqlite3_reset (statement);
      return TRUE;
    }
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no such urge: “%s”", urge);
  return FALSE;
}

static gboolean
settle (KeelJournal *self, gpointer row, gboolean is_new, gconstpointer was, GError **error)
{
  KeelStrategyRun *run = row;

  if (run->at == 0)
    run->at = keel_clock_get_now (self->clock);
  return check_urge (self, run->urge, error);
}

static const KeelRowKind kind = { .write = write_run, .settle = settle };

gboolean
keel_journal_set_run (KeelJournal *self, KeelStrategyRun *run, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (run != NULL, FALSE);

  if (!keel_strategy_run_is_possible (run))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "Nothing can be done so: a strength goes from 0 to %d", KEEL_STRENGTH_MAX);
      return FALSE;
    }
  return keel_journal_put_row (self, &kind, run, &run->uuid, NULL, error);
}

gboolean
keel_journal_set_run_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_journal_mark_or_miss (self,
                                    "UPDATE strategy_run SET deleted_at = iif (?2, ?3, NULL),"
                                    " changed_at = ?3 WHERE uuid = ?1",
                                    uuid, deleted, "run of a card", error);
}

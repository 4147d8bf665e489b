#include "keel-journal-strategies.h"

#include "keel-journal-own.h"
#include "keel-journal-words.h"
#include "keel-journal-writing.h"

/* --- What is said of a card --- */

#define MARK_COLUMNS "strategy, favourite, hidden, note, suggested"

static gpointer
read_mark (sqlite3_stmt *statement)
{
  KeelStrategyMark *mark = keel_strategy_mark_new ((const char *) sqlite3_column_text (statement, 0));

  mark->favourite = sqlite3_column_int (statement, 1) != 0;
  mark->hidden = sqlite3_column_int (statement, 2) != 0;
  mark->note = keel_column_text (statement, 3);
  mark->suggested = keel_column_text (statement, 4);
  return mark;
}

GPtrArray *
keel_journal_get_strategy_marks (KeelJournal *self, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " MARK_COLUMNS " FROM strategy_mark WHERE deleted_at IS NULL"
                                     " ORDER BY strategy",
                                     error);
  return keel_journal_read_rows (self, statement, read_mark, (GDestroyNotify) keel_strategy_mark_free, error);
}

/* Nothing said where there is none; NULL with an error. */
static KeelStrategyMark *
find_mark (KeelJournal *self, const char *strategy, GError **error)
{
  gpointer mark = NULL;

  if (!keel_journal_find_row (self,
                              "SELECT " MARK_COLUMNS " FROM strategy_mark WHERE deleted_at IS NULL"
                              " AND strategy = ?1",
                              strategy, read_mark, &mark, NULL, error))
    return NULL;
  return mark != NULL ? mark : keel_strategy_mark_new (strategy);
}

/* Where nothing is said any more, the row is deleted as all rows are: it keeps its UUID for the next word. */
static gboolean
write_mark (KeelJournal *self, const KeelStrategyMark *mark, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  gint64 now = keel_clock_get_now (self->clock);
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO strategy_mark (uuid, " MARK_COLUMNS ", changed_at, deleted_at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif (?8, 0))"
      " ON CONFLICT (strategy) DO UPDATE SET favourite = excluded.favourite, hidden = excluded.hidden,"
      " note = excluded.note, suggested = excluded.suggested, changed_at = excluded.changed_at,"
      " deleted_at = excluded.deleted_at",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, mark->strategy);
  sqlite3_bind_int (statement, 3, mark->favourite ? 1 : 0);
  sqlite3_bind_int (statement, 4, mark->hidden ? 1 : 0);
  keel_journal_bind_words (statement, 5, mark->note);
  keel_journal_bind_words (statement, 6, mark->suggested);
  sqlite3_bind_int64 (statement, 7, now);
  sqlite3_bind_int64 (statement, 8, keel_strategy_mark_is_empty (mark) ? now : 0);
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
change_mark (KeelJournal *self, const KeelStrategyMark *wanted, KeelMarkSays which,
             const KeelStrategyMark *expected, KeelStrategyMark **before, GError **error)
{
  g_autoptr (KeelStrategyMark) was = find_mark (self, wanted->strategy, error);
  g_autoptr (KeelStrategyMark) becomes = NULL;

  if (was == NULL)
    return FALSE;
  if (expected != NULL && !keel_strategy_mark_says_same (was, expected, which))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED,
                   "Something else was said of that card since");
      return FALSE;
    }
  becomes = keel_strategy_mark_copy (was);
  keel_strategy_mark_take (becomes, wanted, which);
  if (!write_mark (self, becomes, error))
    return FALSE;
  *before = g_steal_pointer (&was);
  return TRUE;
}

gboolean
keel_journal_set_strategy_mark (KeelJournal *self, const KeelStrategyMark *wanted, KeelMarkSays which,
                                const KeelStrategyMark *expected, KeelStrategyMark **before, GError **error)
{
  g_autoptr (KeelStrategyMark) was = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (wanted != NULL && before != NULL, FALSE);

  *before = NULL;
  if (!keel_database_begin (self->database, error) ||
      !keel_journal_end_writing (self, change_mark (self, wanted, which, expected, &was, error), error))
    return FALSE;
  *before = g_steal_pointer (&was);
  return TRUE;
}

/* --- Cards of one's own --- */

static gpointer read_strategy (sqlite3_stmt *statement);

static const KeelOwnKind own_kind = {
  .what = "strategy",
  .parse = (gpointer (*) (GBytes *, GError **)) keel_strategy_new_from_xml,
  .unref = (GDestroyNotify) keel_strategy_unref,
  .id = G_STRUCT_OFFSET (KeelStrategy, id),
  .read = read_strategy,
  .find = KEEL_OWN_FIND ("own_strategy", "id"),
  .list = KEEL_OWN_LIST ("own_strategy", "id"),
  .put = KEEL_OWN_PUT ("own_strategy", "id"),
};

static gpointer
read_strategy (sqlite3_stmt *statement)
{
  return keel_own_read (&own_kind, statement);
}

GPtrArray *
keel_journal_get_own_strategies (KeelJournal *self, guint *n_damaged, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  return keel_own_list (self, &own_kind, n_damaged, error);
}

gboolean
keel_journal_set_own_strategy (KeelJournal *self, const KeelStrategy *strategy, KeelStrategy **before,
                               GError **error)
{
  g_autofree char *xml = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (strategy != NULL, FALSE);

  xml = keel_strategy_to_xml (strategy);
  return keel_own_set (self, &own_kind, strategy->id, keel_strategy_is_own (strategy->id), xml,
                       (gpointer *) before, error);
}

gboolean
keel_journal_set_own_strategy_deleted (KeelJournal *self, const char *id, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return keel_journal_mark_or_miss (self,
                                    "UPDATE own_strategy SET deleted_at = iif (?2, ?3, NULL),"
                                    " changed_at = ?3 WHERE id = ?1",
                                    id, deleted, "card of one's own", error);
}

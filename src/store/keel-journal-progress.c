#include "keel-journal-progress.h"

#include "core/keel-series.h"
#include "keel-journal-rows.h"
#include "keel-journal-writing.h"

#define COLUMNS "program, structure, part, state, shared_at, shared_with, note"

static gpointer
read_progress (sqlite3_stmt *statement)
{
  KeelPartProgress *progress = keel_part_progress_new ((const char *) sqlite3_column_text (statement, 0),
                                                       (const char *) sqlite3_column_text (statement, 1),
                                                       (guint) sqlite3_column_int (statement, 2));
  int state = keel_word_find (keel_part_state_words, (const char *) sqlite3_column_text (statement, 3));

  progress->state = MAX (state, KEEL_PART_OPEN);
  progress->shared_at = sqlite3_column_int64 (statement, 4);
  progress->shared_with = keel_column_text (statement, 5);
  progress->note = keel_column_text (statement, 6);
  return progress;
}

GPtrArray *
keel_journal_get_progress (KeelJournal *self, const char *program, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS " FROM part_progress WHERE deleted_at IS NULL"
                                     " AND (?1 IS NULL OR program = ?1) ORDER BY program, structure, part",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, program);
  return keel_journal_read_rows (self, statement, read_progress, (GDestroyNotify) keel_part_progress_free,
                                 error);
}

/* Nothing said where there is none; NULL with an error. */
static KeelPartProgress *
find (KeelJournal *self, const KeelPartProgress *of, GError **error)
{
  sqlite3_stmt *statement;
  KeelPartProgress *progress;
  gboolean row = FALSE;

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS " FROM part_progress WHERE deleted_at IS NULL"
                                     " AND program = ?1 AND structure = ?2 AND part = ?3",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, of->program);
  keel_bind_text (statement, 2, of->structure);
  sqlite3_bind_int (statement, 3, (int) of->part);
  if (!keel_database_step (self->database, statement, &row, error))
    return NULL;
  if (!row)
    return keel_part_progress_new (of->program, of->structure, of->part);
  progress = read_progress (statement);
  sqlite3_reset (statement);
  return progress;
}

/* Where nothing is said any more, the row is deleted as all rows are: it keeps its UUID for the next word. */
static gboolean
write_progress (KeelJournal *self, const KeelPartProgress *progress, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  gint64 now = keel_clock_get_now (self->clock);
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO part_progress (uuid, " COLUMNS ", changed_at, deleted_at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, nullif (?6, 0), ?7, ?8, ?9, nullif (?10, 0))"
      " ON CONFLICT (program, structure, part) DO UPDATE SET state = excluded.state,"
      " shared_at = excluded.shared_at, shared_with = excluded.shared_with, note = excluded.note,"
      " changed_at = excluded.changed_at, deleted_at = excluded.deleted_at",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, progress->program);
  keel_bind_text (statement, 3, progress->structure);
  sqlite3_bind_int (statement, 4, (int) progress->part);
  keel_bind_text (statement, 5, keel_part_state_words[progress->state]);
  sqlite3_bind_int64 (statement, 6, progress->shared_at);
  keel_bind_text (statement, 7, progress->shared_with);
  keel_bind_text (statement, 8, progress->note);
  sqlite3_bind_int64 (statement, 9, now);
  sqlite3_bind_int64 (statement, 10, keel_part_progress_is_empty (progress) ? now : 0);
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
change (KeelJournal *self, const KeelPartProgress *wanted, KeelPartSays which,
        const KeelPartProgress *expected, KeelPartProgress **before, GError **error)
{
  g_autoptr (KeelPartProgress) was = find (self, wanted, error);
  g_autoptr (KeelPartProgress) becomes = NULL;

  if (was == NULL)
    return FALSE;
  if (expected != NULL && !keel_part_progress_says_same (was, expected, which))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED,
                   "Something else was said of that part since");
      return FALSE;
    }
  becomes = keel_part_progress_copy (was);
  keel_part_progress_take (becomes, wanted, which);
  if (!write_progress (self, becomes, error))
    return FALSE;
  *before = g_steal_pointer (&was);
  return TRUE;
}

static gboolean
check (const KeelPartProgress *wanted, GError **error)
{
  if (wanted->part > 0 && wanted->part <= G_MAXINT && wanted->state <= KEEL_PART_DONE)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "There can be no such part of a program");
  return FALSE;
}

gboolean
keel_journal_set_progress (KeelJournal *self, const KeelPartProgress *wanted, KeelPartSays which,
                           const KeelPartProgress *expected, KeelPartProgress **before, GError **error)
{
  g_autoptr (KeelPartProgress) was = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (wanted != NULL && before != NULL, FALSE);

  *before = NULL;
  if (!check (wanted, error) || !keel_database_begin (self->database, error))
    return FALSE;
  if (!keel_journal_end_writing (self, change (self, wanted, which, expected, &was, error), error))
    return FALSE;
  *before = g_steal_pointer (&was);
  return TRUE;
}

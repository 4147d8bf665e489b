#include "keel-journal-check-ins.h"

#include "keel-day-columns.h"
#include "keel-journal-rows.h"
#include "keel-journal-words.h"

#define COLUMNS "uuid, at, zone, mood, craving, energy, sleep, word"
#define FIND "SELECT " COLUMNS " FROM check_in WHERE deleted_at IS NULL AND uuid = ?1"

static gpointer
read_check_in (sqlite3_stmt *statement)
{
  KeelCheckIn *check_in = keel_check_in_new ();

  check_in->uuid = keel_column_text (statement, 0);
  check_in->at = sqlite3_column_int64 (statement, 1);
  check_in->offset = sqlite3_column_int (statement, 2);
  check_in->mood = keel_column_number (statement, 3, KEEL_CHECK_IN_UNSAID);
  check_in->craving = keel_column_number (statement, 4, KEEL_CHECK_IN_UNSAID);
  check_in->energy = keel_column_number (statement, 5, KEEL_CHECK_IN_UNSAID);
  check_in->sleep = sqlite3_column_int (statement, 6);
  check_in->word = keel_column_text (statement, 7);
  return check_in;
}

GPtrArray *
keel_journal_get_check_ins (KeelJournal *self, gint64 since, guint limit, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  return keel_journal_read_latest (self,
                                   "SELECT " COLUMNS " FROM check_in WHERE deleted_at IS NULL AND at >= ?1"
                                   " ORDER BY at DESC, uuid LIMIT ?2",
                                   since, limit, read_check_in, (GDestroyNotify) keel_check_in_free, error);
}

KeelCheckIn *
keel_journal_find_check_in (KeelJournal *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  return keel_journal_read_row (self, FIND, uuid, read_check_in, error);
}

static gboolean
write_check_in (KeelJournal *self, gconstpointer row, GError **error)
{
  const KeelCheckIn *check_in = row;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO check_in (" COLUMNS ", changed_at) VALUES (?1, ?2, ?3, nullif (?4, -1), nullif (?5, -1),"
      " nullif (?6, -1), ?7, ?8, ?9)"
      " ON CONFLICT (uuid) DO UPDATE SET at = excluded.at, zone = excluded.zone, mood = excluded.mood,"
      " craving = excluded.craving, energy = excluded.energy, sleep = excluded.sleep, word = excluded.word,"
      " changed_at = excluded.changed_at, deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, check_in->uuid);
  sqlite3_bind_int64 (statement, 2, check_in->at);
  sqlite3_bind_int (statement, 3, check_in->offset);
  sqlite3_bind_int (statement, 4, check_in->mood);
  sqlite3_bind_int (statement, 5, check_in->craving);
  sqlite3_bind_int (statement, 6, check_in->energy);
  sqlite3_bind_int (statement, 7, check_in->sleep);
  keel_journal_bind_words (statement, 8, check_in->word);
  sqlite3_bind_int64 (statement, 9, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
settle (KeelJournal *self, gpointer row, gboolean is_new, gconstpointer was, GError **error)
{
  KeelCheckIn *check_in = row;

  if (check_in->at == 0)
    keel_journal_get_moment (self, &check_in->at, &check_in->offset);
  return TRUE;
}

static const KeelRowKind kind = {
  .write = write_check_in,
  .settle = settle,
  .find = FIND,
  .reader = read_check_in,
  .free_row = (GDestroyNotify) keel_check_in_free,
};

gboolean
keel_journal_set_check_in (KeelJournal *self, KeelCheckIn *check_in, KeelCheckIn **before, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (check_in != NULL, FALSE);

  if (!keel_check_in_is_possible (check_in))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "There can be no such check-in");
      return FALSE;
    }
  return keel_journal_put_row (self, &kind, check_in, &check_in->uuid, (gpointer *) before, error);
}

gboolean
keel_journal_set_check_in_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_journal_mark_or_miss (self,
                                    "UPDATE check_in SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3"
                                    " WHERE uuid = ?1",
                                    uuid, deleted, "check-in", error);
}

#include "keel-journal-check-ins.h"

#include "core/keel-local-time.h"
#include "keel-journal-words.h"
#include "keel-journal-writing.h"

#define COLUMNS "uuid, at, zone, mood, craving, energy, sleep, word"

static int
read_number (sqlite3_stmt *statement, int column)
{
  return sqlite3_column_type (statement, column) != SQLITE_NULL ? sqlite3_column_int (statement, column)
                                                                : KEEL_CHECK_IN_UNSAID;
}

static KeelCheckIn *
read_check_in (sqlite3_stmt *statement)
{
  KeelCheckIn *check_in = keel_check_in_new ();

  check_in->uuid = keel_column_text (statement, 0);
  check_in->at = sqlite3_column_int64 (statement, 1);
  check_in->offset = sqlite3_column_int (statement, 2);
  check_in->mood = read_number (statement, 3);
  check_in->craving = read_number (statement, 4);
  check_in->energy = read_number (statement, 5);
  check_in->sleep = sqlite3_column_int (statement, 6);
  check_in->word = keel_column_text (statement, 7);
  return check_in;
}

GPtrArray *
keel_journal_get_check_ins (KeelJournal *self, gint64 since, guint limit, GError **error)
{
  g_autoptr (GPtrArray) check_ins = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_check_in_free);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS " FROM check_in WHERE deleted_at IS NULL AND at >= ?1"
                                     " ORDER BY at DESC, uuid LIMIT ?2",
                                     error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, since);
  sqlite3_bind_int64 (statement, 2, limit > 0 ? (gint64) limit : -1);
  while (keel_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&check_ins);
      g_ptr_array_add (check_ins, read_check_in (statement));
    }
  return NULL;
}

KeelCheckIn *
keel_journal_find_check_in (KeelJournal *self, const char *uuid, GError **error)
{
  sqlite3_stmt *statement;
  KeelCheckIn *check_in;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS
                                     " FROM check_in WHERE deleted_at IS NULL AND uuid = ?1",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, uuid);
  if (!keel_database_step (self->database, statement, &row, error) || !row)
    return NULL;
  check_in = read_check_in (statement);
  sqlite3_reset (statement);
  return check_in;
}

static gboolean
write_check_in (KeelJournal *self, const KeelCheckIn *check_in, GError **error)
{
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

/* The wall clock where the person is at this moment. */
static void
set_now (KeelJournal *self, KeelCheckIn *check_in)
{
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (self->clock);

  check_in->at = keel_clock_get_now (self->clock);
  check_in->offset = (int) (keel_local_time_from_utc (check_in->at, zone) - check_in->at / 60);
}

static gboolean
change (KeelJournal *self, KeelCheckIn *check_in, KeelCheckIn **before, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (check_in->uuid != NULL)
    *before = keel_journal_find_check_in (self, check_in->uuid, &problem);
  else
    check_in->uuid = g_uuid_string_random ();
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (check_in->at == 0)
    set_now (self, check_in);
  return write_check_in (self, check_in, error);
}

gboolean
keel_journal_set_check_in (KeelJournal *self, KeelCheckIn *check_in, KeelCheckIn **before, GError **error)
{
  g_autoptr (KeelCheckIn) was = NULL;
  gboolean is_new;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (check_in != NULL, FALSE);

  is_new = check_in->uuid == NULL;
  if (!keel_check_in_is_possible (check_in))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "There can be no such check-in");
      return FALSE;
    }
  if (!keel_database_begin (self->database, error))
    return FALSE;
  if (!keel_journal_end_writing (self, change (self, check_in, &was, error), error))
    {
      if (is_new)
        g_clear_pointer (&check_in->uuid, g_free);
      return FALSE;
    }
  if (before != NULL)
    *before = g_steal_pointer (&was);
  return TRUE;
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

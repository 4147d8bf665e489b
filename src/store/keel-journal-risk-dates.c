#include "keel-journal-risk-dates.h"

#include "keel-journal-rows.h"
#include "keel-journal-words.h"

#define COLUMNS "uuid, words, day, yearly, action, plan, strategy, people"
#define FIND "SELECT " COLUMNS " FROM risk_date WHERE deleted_at IS NULL AND uuid = ?1"

static GStrv
read_people (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL && *text != '\0' ? g_strsplit (text, " ", -1) : NULL;
}

static gpointer
read_date (sqlite3_stmt *statement)
{
  KeelRiskDate *date = keel_risk_date_new ((const char *) sqlite3_column_text (statement, 1),
                                           sqlite3_column_int64 (statement, 2));

  date->uuid = keel_column_text (statement, 0);
  date->yearly = sqlite3_column_int (statement, 3) != 0;
  date->action = keel_column_text (statement, 4);
  date->plan = keel_column_text (statement, 5);
  date->strategy = keel_column_text (statement, 6);
  date->people = read_people (statement, 7);
  return date;
}

GPtrArray *
keel_journal_get_risk_dates (KeelJournal *self, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS " FROM risk_date WHERE deleted_at IS NULL"
                                     " ORDER BY day, uuid",
                                     error);
  return keel_journal_read_rows (self, statement, read_date, (GDestroyNotify) keel_risk_date_free, error);
}

static gboolean
write_date (KeelJournal *self, gconstpointer row, GError **error)
{
  const KeelRiskDate *date = row;
  g_autofree char *people = date->people != NULL ? g_strjoinv (" ", date->people) : NULL;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO risk_date (" COLUMNS ", changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
      " ON CONFLICT (uuid) DO UPDATE SET words = excluded.words, day = excluded.day,"
      " yearly = excluded.yearly, action = excluded.action, plan = excluded.plan,"
      " strategy = excluded.strategy, people = excluded.people, changed_at = excluded.changed_at,"
      " deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, date->uuid);
  keel_journal_bind_words (statement, 2, date->words);
  sqlite3_bind_int64 (statement, 3, date->day);
  sqlite3_bind_int (statement, 4, date->yearly ? 1 : 0);
  keel_journal_bind_words (statement, 5, date->action);
  keel_bind_text (statement, 6, date->plan);
  keel_bind_text (statement, 7, date->strategy);
  keel_journal_bind_words (statement, 8, people);
  sqlite3_bind_int64 (statement, 9, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static const KeelRowKind kind = {
  .write = write_date,
  .find = FIND,
  .reader = read_date,
  .free_row = (GDestroyNotify) keel_risk_date_free,
};

gboolean
keel_journal_set_risk_date (KeelJournal *self, KeelRiskDate *date, KeelRiskDate **before, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (!keel_risk_date_is_possible (date))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "A high-risk date says what day it is");
      return FALSE;
    }
  return keel_journal_put_row (self, &kind, date, &date->uuid, (gpointer *) before, error);
}

gboolean
keel_journal_set_risk_date_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_journal_mark_or_miss (self,
                                    "UPDATE risk_date SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3"
                                    " WHERE uuid = ?1",
                                    uuid, deleted, "high-risk date", error);
}

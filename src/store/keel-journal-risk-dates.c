#include "keel-journal-risk-dates.h"

#include "keel-journal-words.h"
#include "keel-journal-writing.h"

#define COLUMNS "uuid, words, day, yearly, action, plan, strategy, people"

static GStrv
read_people (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL && *text != '\0' ? g_strsplit (text, " ", -1) : NULL;
}

static KeelRiskDate *
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
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_risk_date_free);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS " FROM risk_date WHERE deleted_at IS NULL"
                                     " ORDER BY day, uuid",
                                     error);
  if (statement == NULL)
    return NULL;
  while (keel_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&dates);
      g_ptr_array_add (dates, read_date (statement));
    }
  return NULL;
}

/* NULL without an error where there is none, or it was deleted. */
static KeelRiskDate *
find (KeelJournal *self, const char *uuid, GError **error)
{
  sqlite3_stmt *statement;
  KeelRiskDate *date;
  gboolean row = FALSE;

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS
                                     " FROM risk_date WHERE deleted_at IS NULL AND uuid = ?1",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, uuid);
  if (!keel_database_step (self->database, statement, &row, error) || !row)
    return NULL;
  date = read_date (statement);
  sqlite3_reset (statement);
  return date;
}

static gboolean
write_date (KeelJournal *self, const KeelRiskDate *date, GError **error)
{
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

static gboolean
change (KeelJournal *self, KeelRiskDate *date, KeelRiskDate **before, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (date->uuid != NULL)
    *before = find (self, date->uuid, &problem);
  else
    date->uuid = g_uuid_string_random ();
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return write_date (self, date, error);
}

gboolean
keel_journal_set_risk_date (KeelJournal *self, KeelRiskDate *date, KeelRiskDate **before, GError **error)
{
  g_autoptr (KeelRiskDate) was = NULL;
  gboolean is_new;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  is_new = date->uuid == NULL;
  if (!keel_risk_date_is_possible (date))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "A high-risk date says what day it is");
      return FALSE;
    }
  if (!keel_database_begin (self->database, error))
    return FALSE;
  if (!keel_journal_end_writing (self, change (self, date, &was, error), error))
    {
      if (is_new)
        g_clear_pointer (&date->uuid, g_free);
      return FALSE;
    }
  if (before != NULL)
    *before = g_steal_pointer (&was);
  return TRUE;
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

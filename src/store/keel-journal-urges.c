#include "keel-journal-urges.h"

#include "core/keel-series.h"
#include "keel-day-columns.h"
#include "keel-journal-rows.h"
#include "keel-journal-words.h"

#define COLUMNS                                                                                              \
  "uuid, at, zone, strength, after, tags, strategy, minutes, set_off, place, company, did, other, outcome, note"
#define FIND "SELECT " COLUMNS " FROM urge WHERE deleted_at IS NULL AND uuid = ?1"

static gpointer
read_urge (sqlite3_stmt *statement)
{
  KeelUrge *urge = keel_urge_new (sqlite3_column_int (statement, 3));
  int outcome = keel_word_find (keel_urge_outcome_words, (const char *) sqlite3_column_text (statement, 13));

  urge->uuid = keel_column_text (statement, 0);
  urge->at = sqlite3_column_int64 (statement, 1);
  urge->offset = sqlite3_column_int (statement, 2);
  urge->after = keel_column_number (statement, 4, urge->after);
  urge->tags = keel_journal_read_tags (statement, 5);
  urge->strategy = keel_column_text (statement, 6);
  urge->minutes = (guint) sqlite3_column_int (statement, 7);
  urge->trigger = keel_column_text (statement, 8);
  urge->where = keel_column_text (statement, 9);
  urge->with = keel_column_text (statement, 10);
  urge->did = keel_column_text (statement, 11);
  urge->other = keel_column_text (statement, 12);
  urge->outcome = MAX (outcome, KEEL_URGE_UNSAID);
  urge->note = keel_column_text (statement, 14);
  return urge;
}

GPtrArray *
keel_journal_get_urges (KeelJournal *self, gint64 since, guint limit, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  return keel_journal_read_latest (self,
                                   "SELECT " COLUMNS " FROM urge WHERE deleted_at IS NULL AND at >= ?1"
                                   " ORDER BY at DESC, uuid LIMIT ?2",
                                   since, limit, read_urge, (GDestroyNotify) keel_urge_free, error);
}

KeelUrge *
keel_journal_find_urge (KeelJournal *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  return keel_journal_read_row (self, FIND, uuid, read_urge, error);
}

static void
bind_urge (sqlite3_stmt *statement, const KeelUrge *urge)
{
  keel_bind_text (statement, 1, urge->uuid);
  sqlite3_bind_int64 (statement, 2, urge->at);
  sqlite3_bind_int (statement, 3, urge->offset);
  sqlite3_bind_int (statement, 4, urge->strength);
  sqlite3_bind_int (statement, 5, urge->after);
  keel_journal_bind_tags (statement, 6, urge->tags);
  keel_journal_bind_words (statement, 7, urge->strategy);
  sqlite3_bind_int (statement, 8, (int) urge->minutes);
  keel_journal_bind_words (statement, 9, urge->trigger);
  keel_journal_bind_words (statement, 10, urge->where);
  keel_journal_bind_words (statement, 11, urge->with);
  keel_journal_bind_words (statement, 12, urge->did);
  keel_journal_bind_words (statement, 13, urge->other);
  keel_bind_text (statement, 14, keel_urge_outcome_words[urge->outcome]);
  keel_journal_bind_words (statement, 15, urge->note);
}

static gboolean
write_urge (KeelJournal *self, gconstpointer row, GError **error)
{
  const KeelUrge *urge = row;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO urge (" COLUMNS ", changed_at) VALUES (?1, ?2, ?3, ?4, nullif (?5, -1), ?6, ?7, ?8, ?9,"
      " ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
      " ON CONFLICT (uuid) DO UPDATE SET at = excluded.at, zone = excluded.zone,"
      " strength = excluded.strength, after = excluded.after, tags = excluded.tags,"
      " strategy = excluded.strategy, minutes = excluded.minutes, set_off = excluded.set_off,"
      " place = excluded.place, company = excluded.company, did = excluded.did, other = excluded.other,"
      " outcome = excluded.outcome, note = excluded.note, changed_at = excluded.changed_at,"
      " deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  bind_urge (statement, urge);
  sqlite3_bind_int64 (statement, 16, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
settle (KeelJournal *self, gpointer row, gboolean is_new, gconstpointer was, GError **error)
{
  KeelUrge *urge = row;

  if (urge->at == 0)
    keel_journal_get_moment (self, &urge->at, &urge->offset);
  return TRUE;
}

static const KeelRowKind kind = {
  .write = write_urge,
  .settle = settle,
  .find = FIND,
  .reader = read_urge,
  .free_row = (GDestroyNotify) keel_urge_free,
};

gboolean
keel_journal_set_urge (KeelJournal *self, KeelUrge *urge, KeelUrge **before, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (urge != NULL, FALSE);

  if (!keel_urge_is_possible (urge))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "There can be no such urge: a strength goes from 0 to %d", KEEL_STRENGTH_MAX);
      return FALSE;
    }
  return keel_journal_put_row (self, &kind, urge, &urge->uuid, (gpointer *) before, error);
}

gboolean
keel_journal_set_urge_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_journal_mark_or_miss (self,
                                    "UPDATE urge SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3"
                                    " WHERE uuid = ?1",
                                    uuid, deleted, "urge", error);
}

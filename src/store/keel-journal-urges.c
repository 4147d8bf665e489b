#include "keel-journal-urges.h"

#include "core/keel-local-time.h"
#include "core/keel-series.h"
#include "keel-journal-words.h"
#include "keel-journal-writing.h"

#define COLUMNS                                                                                              \
  "uuid, at, zone, strength, after, tags, strategy, minutes, set_off, place, company, did, other, outcome, note"

static KeelUrge *
read_urge (sqlite3_stmt *statement)
{
  KeelUrge *urge = keel_urge_new (sqlite3_column_int (statement, 3));
  int outcome = keel_word_find (keel_urge_outcome_words, (const char *) sqlite3_column_text (statement, 13));

  urge->uuid = keel_column_text (statement, 0);
  urge->at = sqlite3_column_int64 (statement, 1);
  urge->offset = sqlite3_column_int (statement, 2);
  if (sqlite3_column_type (statement, 4) != SQLITE_NULL)
    urge->after = sqlite3_column_int (statement, 4);
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
  g_autoptr (GPtrArray) urges = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_urge_free);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS " FROM urge WHERE deleted_at IS NULL AND at >= ?1"
                                     " ORDER BY at DESC, uuid LIMIT ?2",
                                     error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, since);
  sqlite3_bind_int64 (statement, 2, limit > 0 ? (gint64) limit : -1);
  while (keel_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&urges);
      g_ptr_array_add (urges, read_urge (statement));
    }
  return NULL;
}

KeelUrge *
keel_journal_find_urge (KeelJournal *self, const char *uuid, GError **error)
{
  sqlite3_stmt *statement;
  KeelUrge *urge;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS " FROM urge WHERE deleted_at IS NULL AND uuid = ?1",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, uuid);
  if (!keel_database_step (self->database, statement, &row, error) || !row)
    return NULL;
  urge = read_urge (statement);
  sqlite3_reset (statement);
  return urge;
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
write_urge (KeelJournal *self, const KeelUrge *urge, GError **error)
{
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

/* The wall clock where the person is at this moment. */
static void
set_now (KeelJournal *self, KeelUrge *urge)
{
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (self->clock);

  urge->at = keel_clock_get_now (self->clock);
  urge->offset = (int) (keel_local_time_from_utc (urge->at, zone) - urge->at / 60);
}

static gboolean
change (KeelJournal *self, KeelUrge *urge, KeelUrge **before, GError **error)
{
  g_autoptr (KeelUrge) was = NULL;
  g_autoptr (GError) problem = NULL;

  if (urge->uuid != NULL)
    was = keel_journal_find_urge (self, urge->uuid, &problem);
  else
    urge->uuid = g_uuid_string_random ();
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (urge->at == 0)
    set_now (self, urge);
  *before = g_steal_pointer (&was);
  return write_urge (self, urge, error);
}

gboolean
keel_journal_set_urge (KeelJournal *self, KeelUrge *urge, KeelUrge **before, GError **error)
{
  g_autoptr (KeelUrge) was = NULL;
  gboolean is_new;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (urge != NULL, FALSE);

  is_new = urge->uuid == NULL;
  if (!keel_urge_is_possible (urge))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "There can be no such urge: a strength goes from 0 to %d", KEEL_STRENGTH_MAX);
      return FALSE;
    }
  if (!keel_database_begin (self->database, error))
    return FALSE;
  if (!keel_journal_end_writing (self, change (self, urge, &was, error), error))
    {
      if (is_new)
        g_clear_pointer (&urge->uuid, g_free);
      return FALSE;
    }
  if (before != NULL)
    *before = g_steal_pointer (&was);
  return TRUE;
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

#include "keel-journal-aims.h"

#include "core/keel-series.h"
#include "keel-day-columns.h"
#include "keel-journal-rows.h"
#include "keel-journal-words.h"
#include "keel-journal-writing.h"

#define COLUMNS "uuid, words, area, weekly, done"
#define FIND "SELECT " COLUMNS " FROM goal WHERE deleted_at IS NULL AND uuid = ?1"

static gpointer
read_goal (sqlite3_stmt *statement)
{
  int area = keel_word_find (keel_aim_area_words, (const char *) sqlite3_column_text (statement, 2));
  KeelAim *goal = keel_aim_new ((const char *) sqlite3_column_text (statement, 1), MAX (area, 0));

  goal->uuid = keel_column_text (statement, 0);
  goal->weekly = sqlite3_column_int (statement, 3) != 0;
  goal->done = keel_column_day (statement, 4);
  return goal;
}

GPtrArray *
keel_journal_get_aims (KeelJournal *self, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS " FROM goal WHERE deleted_at IS NULL ORDER BY id",
                                     error);
  return keel_journal_read_rows (self, statement, read_goal, (GDestroyNotify) keel_aim_free, error);
}

GArray *
keel_journal_get_aim_ticks (KeelJournal *self, const char *uuid, GError **error)
{
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT day FROM goal_tick WHERE goal = ?1 AND deleted_at IS NULL"
                                     " ORDER BY day",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, uuid);
  while (keel_database_step (self->database, statement, &row, error))
    {
      gint64 day;

      if (!row)
        return g_steal_pointer (&ticks);
      day = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ticks, day);
    }
  return NULL;
}

/* NULL without an error where there is none, or it was deleted. */
static KeelAim *
find (KeelJournal *self, const char *uuid, GError **error)
{
  return keel_journal_read_row (self, FIND, uuid, read_goal, error);
}

static gboolean
write_goal (KeelJournal *self, gconstpointer row, GError **error)
{
  const KeelAim *goal = row;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO goal (" COLUMNS ", changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
      " ON CONFLICT (uuid) DO UPDATE SET words = excluded.words, area = excluded.area,"
      " weekly = excluded.weekly, done = excluded.done, changed_at = excluded.changed_at, deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, goal->uuid);
  keel_journal_bind_words (statement, 2, goal->words);
  keel_bind_text (statement, 3, keel_aim_area_words[goal->area]);
  sqlite3_bind_int (statement, 4, goal->weekly ? 1 : 0);
  keel_bind_day (statement, 5, goal->done);
  sqlite3_bind_int64 (statement, 6, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static const KeelRowKind kind = {
  .write = write_goal,
  .find = FIND,
  .reader = read_goal,
  .free_row = (GDestroyNotify) keel_aim_free,
};

gboolean
keel_journal_set_aim (KeelJournal *self, KeelAim *goal, KeelAim **before, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (goal != NULL, FALSE);

  if (!keel_aim_is_possible (goal))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "A goal says what it is, and a weekly one is never done for good");
      return FALSE;
    }
  return keel_journal_put_row (self, &kind, goal, &goal->uuid, (gpointer *) before, error);
}

gboolean
keel_journal_set_aim_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_journal_mark_or_miss (self,
                                    "UPDATE goal SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3"
                                    " WHERE uuid = ?1",
                                    uuid, deleted, "goal", error);
}

static gboolean
write_tick (KeelJournal *self, const char *uuid, gint64 day, gboolean ticked, GError **error)
{
  g_autofree char *row = g_uuid_string_random ();
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO goal_tick (uuid, goal, day, changed_at, deleted_at) VALUES (?1, ?2, ?3, ?4, iif (?5, NULL, ?4))"
      " ON CONFLICT (goal, day) DO UPDATE SET changed_at = excluded.changed_at,"
      " deleted_at = excluded.deleted_at",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, row);
  keel_bind_text (statement, 2, uuid);
  sqlite3_bind_int64 (statement, 3, day);
  sqlite3_bind_int64 (statement, 4, keel_clock_get_now (self->clock));
  sqlite3_bind_int (statement, 5, ticked ? 1 : 0);
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
tick (KeelJournal *self, const char *uuid, gint64 day, gboolean ticked, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (KeelAim) goal = find (self, uuid, &problem);

  if (goal != NULL)
    return write_tick (self, uuid, day, ticked, error);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no such goal: “%s”", uuid);
  return FALSE;
}

gboolean
keel_journal_tick_aim (KeelJournal *self, const char *uuid, gint64 day, gboolean ticked, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_database_begin (self->database, error) &&
         keel_journal_end_writing (self, tick (self, uuid, day, ticked, error), error);
}

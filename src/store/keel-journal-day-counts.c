#include "core/keel-series.h"
#include "keel-day-columns.h"
#include "keel-journal-days.h"
#include "keel-journal-rows.h"
#include "keel-journal-words.h"

#define COLUMNS                                                                                              \
  "uuid, name, start, minute, mode, day_one, leap, scheme, path, money, currency, minutes, position,"        \
  " stopped, changed_at"
#define FIND "SELECT " COLUMNS " FROM day_count WHERE deleted_at IS NULL AND uuid = ?1"

static int
read_word (sqlite3_stmt *statement, int column, const char *const *words)
{
  return MAX (keel_word_find (words, (const char *) sqlite3_column_text (statement, column)), 0);
}

static gpointer
read_count (sqlite3_stmt *statement)
{
  KeelDayCount *count = keel_day_count_new (sqlite3_column_int64 (statement, 2));

  count->uuid = keel_column_text (statement, 0);
  count->name = keel_column_text (statement, 1);
  count->minute = keel_column_minute (statement, 3);
  count->mode = (KeelDayMode) read_word (statement, 4, keel_day_mode_words);
  count->day_one = sqlite3_column_int (statement, 5) != 0;
  count->leap = (KeelDayLeap) read_word (statement, 6, keel_day_leap_words);
  count->scheme = keel_column_text (statement, 7);
  count->path = (KeelDayPath) read_word (statement, 8, keel_day_path_words);
  count->money = sqlite3_column_int64 (statement, 9);
  count->currency = keel_column_text (statement, 10);
  count->minutes = (guint) sqlite3_column_int (statement, 11);
  count->position = sqlite3_column_int (statement, 12);
  count->stopped = keel_column_day (statement, 13);
  count->changed_at = sqlite3_column_int64 (statement, 14);
  return count;
}

GPtrArray *
keel_journal_get_day_counts (KeelJournal *self, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS
                                     " FROM day_count WHERE deleted_at IS NULL ORDER BY position, uuid",
                                     error);
  return keel_journal_read_rows (self, statement, read_count, (GDestroyNotify) keel_day_count_free, error);
}

KeelDayCount *
keel_journal_find_day_count (KeelJournal *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  return keel_journal_read_row (self, FIND, uuid, read_count, error);
}

static void
bind_count (sqlite3_stmt *statement, const KeelDayCount *count)
{
  keel_bind_text (statement, 1, count->uuid);
  keel_journal_bind_words (statement, 2, count->name);
  sqlite3_bind_int64 (statement, 3, count->start);
  keel_bind_minute (statement, 4, count->minute);
  keel_bind_text (statement, 5, keel_day_mode_words[count->mode]);
  sqlite3_bind_int (statement, 6, count->day_one);
  keel_bind_text (statement, 7, keel_day_leap_words[count->leap]);
  keel_journal_bind_words (statement, 8, count->scheme);
  keel_bind_text (statement, 9, keel_day_path_words[count->path]);
  sqlite3_bind_int64 (statement, 10, count->money);
  keel_journal_bind_words (statement, 11, count->currency);
  sqlite3_bind_int (statement, 12, (int) count->minutes);
  sqlite3_bind_int (statement, 13, count->position);
  keel_bind_day (statement, 14, count->stopped);
  sqlite3_bind_int64 (statement, 15, count->changed_at);
}

static gboolean
write_count (KeelJournal *self, gconstpointer row, GError **error)
{
  const KeelDayCount *count = row;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO day_count (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
      " ?14, ?15)"
      " ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, start = excluded.start,"
      " minute = excluded.minute, mode = excluded.mode, day_one = excluded.day_one, leap = excluded.leap,"
      " scheme = excluded.scheme, path = excluded.path, money = excluded.money,"
      " currency = excluded.currency, minutes = excluded.minutes, position = excluded.position,"
      " stopped = excluded.stopped, changed_at = excluded.changed_at, deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  bind_count (statement, count);
  return keel_database_step (self->database, statement, NULL, error);
}

/* After all others. */
static gboolean
place (KeelJournal *self, KeelDayCount *count, GError **error)
{
  gint64 last = 0;

  if (!keel_database_get_integer (
          self->database, "SELECT coalesce (max (position), 0) FROM day_count WHERE deleted_at IS NULL",
          &last, error))
    return FALSE;
  count->position = (int) last + 1;
  return TRUE;
}

static gboolean
settle (KeelJournal *self, gpointer row, gboolean is_new, gconstpointer was, GError **error)
{
  KeelDayCount *count = row;
  const KeelDayCount *old = was;

  count->changed_at = keel_clock_get_now (self->clock);
  if (is_new)
    return place (self, count, error);
  return old == NULL || old->start == count->start ||
         keel_journal_move_reached (self, count->uuid, old->start, count->start, error);
}

static const KeelRowKind kind = {
  .write = write_count,
  .settle = settle,
  .find = FIND,
  .reader = read_count,
  .free_row = (GDestroyNotify) keel_day_count_free,
};

gboolean
keel_journal_set_day_count (KeelJournal *self, KeelDayCount *count, KeelDayCount **before, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (count != NULL, FALSE);

  if (!keel_day_count_is_possible (count))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "There can be no such count of days");
      return FALSE;
    }
  return keel_journal_put_row (self, &kind, count, &count->uuid, (gpointer *) before, error);
}

gboolean
keel_journal_set_day_count_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_journal_mark_or_miss (self,
                                    "UPDATE day_count SET deleted_at = iif (?2, ?3, NULL) WHERE uuid = ?1",
                                    uuid, deleted, "count of days", error);
}

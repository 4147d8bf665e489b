#include <string.h>

#include "core/keel-series.h"
#include "keel-day-columns.h"
#include "keel-journal-days.h"
#include "keel-journal-rows.h"
#include "keel-journal-words.h"
#include "keel-journal-writing.h"

#define COLUMNS "uuid, count, mark, subject, words, streak, day, told_at"
#define SEEN                                                                                                 \
  "deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM day_count WHERE day_count.uuid = milestone.count"        \
  " AND day_count.deleted_at IS NOT NULL)"

/* Of one without time that is longer ago than this, nobody is told any more. */
#define NEWS_DAYS 7

static gpointer
read_reached (sqlite3_stmt *statement)
{
  KeelReached *reached = keel_reached_new ((const char *) sqlite3_column_text (statement, 2),
                                           keel_column_day (statement, 6));

  reached->uuid = keel_column_text (statement, 0);
  reached->count = keel_column_text (statement, 1);
  reached->subject = keel_column_text (statement, 3);
  reached->words = keel_column_text (statement, 4);
  reached->streak = keel_column_day (statement, 5);
  reached->told_at = sqlite3_column_int64 (statement, 7);
  return reached;
}

static GPtrArray *
read_all (KeelJournal *self, sqlite3_stmt *statement, GError **error)
{
  return keel_journal_read_rows (self, statement, read_reached, (GDestroyNotify) keel_reached_free, error);
}

GPtrArray *
keel_journal_get_reached (KeelJournal *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  return read_all (self,
                   keel_database_prepare (self->database,
                                          "SELECT " COLUMNS " FROM milestone WHERE " SEEN
                                          " ORDER BY day DESC, changed_at DESC, uuid",
                                          error),
                   error);
}

static gboolean
write_reached (KeelJournal *self, gconstpointer row, GError **error)
{
  const KeelReached *reached = row;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO milestone (" COLUMNS
      ", changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif (?8, 0), ?9)"
      " ON CONFLICT (uuid) DO UPDATE SET mark = excluded.mark, words = excluded.words, day = excluded.day,"
      " told_at = excluded.told_at, changed_at = excluded.changed_at",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, reached->uuid);
  keel_bind_text (statement, 2, reached->count);
  keel_bind_text (statement, 3, reached->mark);
  keel_bind_text (statement, 4, reached->subject);
  keel_journal_bind_words (statement, 5, reached->words);
  keel_bind_day (statement, 6, reached->streak);
  keel_bind_day (statement, 7, reached->day);
  sqlite3_bind_int64 (statement, 8, reached->told_at);
  sqlite3_bind_int64 (statement, 9, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static const KeelRowKind kind = { .write = write_reached };

gboolean
keel_journal_set_reached (KeelJournal *self, KeelReached *reached, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (reached != NULL, FALSE);

  if (keel_word_find (keel_reached_words, reached->mark) < 0 || !keel_day_is_possible (reached->day))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "There can be no such milestone");
      return FALSE;
    }
  return keel_journal_put_row (self, &kind, reached, &reached->uuid, NULL, error);
}

gboolean
keel_journal_set_reached_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_journal_mark_or_miss (
      self, "UPDATE milestone SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3 WHERE uuid = ?1", uuid,
      deleted, "milestone", error);
}

static gboolean
tell (KeelJournal *self, const GPtrArray *reached, GError **error)
{
  for (guint i = 0; i < reached->len; i++)
    {
      const KeelReached *one = g_ptr_array_index (reached, i);
      sqlite3_stmt *statement =
          keel_database_prepare (self->database, "UPDATE milestone SET told_at = ?2 WHERE uuid = ?1", error);

      if (statement == NULL)
        return FALSE;
      keel_bind_text (statement, 1, one->uuid);
      sqlite3_bind_int64 (statement, 2, keel_clock_get_now (self->clock));
      if (!keel_database_step (self->database, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
keel_journal_tell_reached (KeelJournal *self, const GPtrArray *reached, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (reached != NULL, FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  return keel_journal_end_writing (self, tell (self, reached, error), error);
}

gboolean
keel_journal_move_reached (KeelJournal *self, const char *count, gint64 old, gint64 now, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "UPDATE milestone SET streak = ?3 WHERE count = ?1 AND streak = ?2 AND NOT EXISTS"
      " (SELECT 1 FROM milestone AS other WHERE other.count = ?1 AND other.streak = ?3"
      " AND other.mark = milestone.mark)",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, count);
  keel_bind_day (statement, 2, old);
  keel_bind_day (statement, 3, now);
  return keel_database_step (self->database, statement, NULL, error);
}

/* --- What is new --- */

typedef struct
{
  KeelJournal *journal;
  const KeelDays *days;
  GTimeZone *zone;
  GHashTable *kept;   /* by make_key () to its day, also of those that the person took away */
  GPtrArray *changes; /* of KeelReached */
} Keeping;

static char *
make_key (const KeelReached *reached)
{
  return g_strdup_printf ("%s %s %s %" G_GINT64_FORMAT, reached->count != NULL ? reached->count : "",
                          reached->mark, reached->subject != NULL ? reached->subject : "", reached->streak);
}

static gboolean
read_kept (Keeping *keeping, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  all = read_all (keeping->journal,
                  keel_database_prepare (keeping->journal->database, "SELECT " COLUMNS " FROM milestone",
                                         error),
                  error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      KeelReached *reached = g_ptr_array_index (all, i);

      g_hash_table_insert (keeping->kept, make_key (reached), keel_reached_copy (reached));
    }
  return all != NULL;
}

/* Takes @found. One that is there on another day, since what it is counted by has changed, moves. */
static void
offer (Keeping *keeping, KeelReached *found, gboolean news)
{
  g_autoptr (KeelReached) reached = found;
  g_autofree char *key = make_key (reached);
  const KeelReached *kept = g_hash_table_lookup (keeping->kept, key);

  if (kept != NULL && (kept->day == reached->day || reached->streak == KEEL_DAY_NONE))
    return;
  reached->uuid = kept != NULL ? g_strdup (kept->uuid) : g_uuid_string_random ();
  if (kept != NULL)
    reached->told_at = kept->told_at;
  else if (!news)
    reached->told_at = keel_clock_get_now (keeping->journal->clock);
  g_ptr_array_add (keeping->changes, g_steal_pointer (&reached));
}

static void
offer_times (Keeping *keeping)
{
  for (guint i = 0; i < keeping->days->counts->len; i++)
    {
      const KeelCountStand *stand = g_ptr_array_index (keeping->days->counts, i);

      for (guint j = 0; j < stand->standing->reached->len; j++)
        {
          const KeelMarkDay *mark = &g_array_index (stand->standing->reached, KeelMarkDay, j);
          g_autofree char *name = keel_day_mark_format (mark->unit, mark->count);
          KeelReached *reached = keel_reached_new (name, mark->day);

          reached->count = g_strdup (stand->count->uuid);
          reached->streak = mark->streak;
          offer (keeping, reached, keel_days_is_news (keeping->days, stand, mark, keeping->zone));
        }
    }
}

/* Rows of a mark, a subject and when it was, in seconds UTC. */
static const char *const without_time[] = {
  "SELECT '" KEEL_REACHED_MEETING "', NULL, min (attendance.start) FROM attendance"
  " JOIN series ON series.uuid = attendance.series WHERE attendance.deleted_at IS NULL"
  " AND series.kind = 'meeting' AND state IN ('went', 'left') HAVING min (attendance.start) IS NOT NULL",

  "SELECT '" KEEL_REACHED_PART "', program || '/' || structure || '/' || part, changed_at FROM part_progress"
  " WHERE deleted_at IS NULL AND state = 'done'",

  "SELECT '" KEEL_REACHED_REHEARSAL "', NULL, min (at) FROM strategy_run WHERE deleted_at IS NULL"
  " AND strategy = 'c28' HAVING min (at) IS NOT NULL",

  "SELECT '" KEEL_REACHED_LOGS "', NULL, at FROM urge WHERE deleted_at IS NULL"
  " ORDER BY at LIMIT 1 OFFSET 29",

  "SELECT '" KEEL_REACHED_SERVICE "', NULL, min (changed_at) FROM series WHERE deleted_at IS NULL"
  " AND (stage = 'gave-service' OR service IS NOT NULL)"
  " AND NOT EXISTS (SELECT 1 FROM milestone WHERE mark = '" KEEL_REACHED_SERVICE "')"
  " HAVING min (changed_at) IS NOT NULL",
};

static gboolean
offer_rows (Keeping *keeping, const char *sql, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (keeping->journal->database, sql, error);
  const KeelLogicalNow *now = &keeping->days->now;
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  while (keel_database_step (keeping->journal->database, statement, &row, error))
    {
      KeelLocalTime when;
      KeelReached *reached;

      if (!row)
        return TRUE;
      when = keel_local_time_from_utc (sqlite3_column_int64 (statement, 2), keeping->zone);
      reached = keel_reached_new ((const char *) sqlite3_column_text (statement, 0),
                                  MIN (keel_logical_day_at (when, now->night_end), now->day));
      reached->subject = keel_column_text (statement, 1);
      offer (keeping, reached, reached->day > now->day - NEWS_DAYS);
    }
  return FALSE;
}

static gboolean
write_changes (Keeping *keeping, GError **error)
{
  gboolean written = TRUE;

  if (keeping->changes->len == 0)
    return TRUE;
  if (!keel_database_begin (keeping->journal->database, error))
    return FALSE;
  for (guint i = 0; written && i < keeping->changes->len; i++)
    written = write_reached (keeping->journal, g_ptr_array_index (keeping->changes, i), error);
  return keel_journal_end_writing (keeping->journal, written, error);
}

gboolean
keel_journal_keep_reached (KeelJournal *self, const KeelDays *days, GTimeZone *zone, GError **error)
{
  Keeping keeping = { .journal = self, .days = days, .zone = zone };
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) keel_reached_free);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reached_free);

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);

  keeping.kept = kept;
  keeping.changes = changes;
  if (!read_kept (&keeping, error))
    return FALSE;
  offer_times (&keeping);
  for (guint i = 0; i < G_N_ELEMENTS (without_time); i++)
    if (!offer_rows (&keeping, without_time[i], error))
      return FALSE;
  return write_changes (&keeping, error);
}

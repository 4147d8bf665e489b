#include "core/keel-series.h"
#include "keel-day-columns.h"
#include "keel-journal-days.h"
#include "keel-journal-rows.h"
#include "keel-journal-words.h"

#define COLUMNS "uuid, count, day, minute, choice, restart, note, entry, changed_at"
#define FIND "SELECT " COLUMNS " FROM lapse WHERE deleted_at IS NULL AND uuid = ?1"

/* Not those of a count that was deleted. */
#define SEEN                                                                                                 \
  "deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM day_count WHERE day_count.uuid = lapse.count"            \
  " AND day_count.deleted_at IS NOT NULL)"

static gpointer
read_lapse (sqlite3_stmt *statement)
{
  KeelLapse *lapse = keel_lapse_new ((const char *) sqlite3_column_text (statement, 1));
  int choice = keel_word_find (keel_lapse_choice_words, (const char *) sqlite3_column_text (statement, 4));

  lapse->uuid = keel_column_text (statement, 0);
  lapse->day = keel_column_day (statement, 2);
  lapse->minute = keel_column_minute (statement, 3);
  lapse->choice = choice >= 0 ? (KeelLapseChoice) choice : KEEL_LAPSE_NOT_COUNTED;
  lapse->restart = keel_column_day (statement, 5);
  lapse->note = keel_column_text (statement, 6);
  lapse->entry = keel_column_text (statement, 7);
  lapse->changed_at = sqlite3_column_int64 (statement, 8);
  return lapse;
}

GPtrArray *
keel_journal_get_lapses (KeelJournal *self, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS " FROM lapse WHERE " SEEN
                                     " ORDER BY day DESC, minute DESC, changed_at DESC, uuid",
                                     error);
  return keel_journal_read_rows (self, statement, read_lapse, (GDestroyNotify) keel_lapse_free, error);
}

KeelLapse *
keel_journal_find_lapse (KeelJournal *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  return keel_journal_read_row (self, FIND, uuid, read_lapse, error);
}

static gboolean
write_lapse (KeelJournal *self, gconstpointer row, GError **error)
{
  const KeelLapse *lapse = row;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO lapse (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
      " ON CONFLICT (uuid) DO UPDATE SET count = excluded.count, day = excluded.day,"
      " minute = excluded.minute, choice = excluded.choice, restart = excluded.restart,"
      " note = excluded.note, entry = excluded.entry, changed_at = excluded.changed_at, deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, lapse->uuid);
  keel_bind_text (statement, 2, lapse->count);
  keel_bind_day (statement, 3, lapse->day);
  keel_bind_minute (statement, 4, lapse->minute);
  keel_bind_text (statement, 5, keel_lapse_choice_words[lapse->choice]);
  keel_bind_day (statement, 6, lapse->restart);
  keel_journal_bind_words (statement, 7, lapse->note);
  keel_bind_text (statement, 8, lapse->entry);
  sqlite3_bind_int64 (statement, 9, lapse->changed_at);
  return keel_database_step (self->database, statement, NULL, error);
}

/* Where the streak after it begins; KEEL_DAY_NONE. */
static gint64
get_restart (const KeelLapse *lapse)
{
  if (lapse->choice != KEEL_LAPSE_NEW_START)
    return KEEL_DAY_NONE;
  return lapse->restart != KEEL_DAY_NONE ? lapse->restart : lapse->day;
}

static gboolean
move_streak (KeelJournal *self, const KeelLapse *was, const KeelLapse *lapse, GError **error)
{
  gint64 old = get_restart (was);
  gint64 now = get_restart (lapse);

  return lapse->count == NULL || old == KEEL_DAY_NONE || now == KEEL_DAY_NONE || old == now ||
         g_strcmp0 (was->count, lapse->count) != 0 ||
         keel_journal_move_reached (self, lapse->count, old, now, error);
}

static gboolean
check_count (KeelJournal *self, const KeelLapse *lapse, GError **error)
{
  g_autoptr (KeelDayCount) count = NULL;
  g_autoptr (GError) problem = NULL;

  if (lapse->count == NULL)
    return TRUE;
  count = keel_journal_find_day_count (self, lapse->count, &problem);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (count == NULL)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no such count of days: “%s”",
                 lapse->count);
  return count != NULL;
}

static gboolean
settle (KeelJournal *self, gpointer row, gboolean is_new, gconstpointer was, GError **error)
{
  KeelLapse *lapse = row;

  if (!check_count (self, lapse, error) || (was != NULL && !move_streak (self, was, lapse, error)))
    return FALSE;
  lapse->changed_at = keel_clock_get_now (self->clock);
  return TRUE;
}

static const KeelRowKind kind = {
  .write = write_lapse,
  .settle = settle,
  .find = FIND,
  .reader = read_lapse,
  .free_row = (GDestroyNotify) keel_lapse_free,
};

static gboolean
set_today (KeelJournal *self, KeelLapse *lapse, GError **error)
{
  KeelDayOptions options;
  KeelLogicalNow now;

  if (!keel_journal_get_day_options (self, &options, error) ||
      !keel_journal_get_logical_now (self, &options, &now, NULL, error))
    return FALSE;
  lapse->day = now.day;
  return TRUE;
}

gboolean
keel_journal_set_lapse (KeelJournal *self, KeelLapse *lapse, KeelLapse **before, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (lapse != NULL, FALSE);

  if (lapse->day == KEEL_DAY_NONE && !set_today (self, lapse, error))
    return FALSE;
  if (!keel_lapse_is_possible (lapse))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "There can be no such lapse");
      return FALSE;
    }
  return keel_journal_put_row (self, &kind, lapse, &lapse->uuid, (gpointer *) before, error);
}

gboolean
keel_journal_set_lapse_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_journal_mark_or_miss (self, "UPDATE lapse SET deleted_at = iif (?2, ?3, NULL) WHERE uuid = ?1",
                                    uuid, deleted, "lapse", error);
}

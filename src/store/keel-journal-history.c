#include "keel-journal-history.h"

#include "core/keel-entry.h"
#include "core/keel-history-count.h"
#include "core/keel-history-medicine.h"
#include "keel-journal-days.h"
#include "keel-journal-medicine.h"
#include "keel-journal-private.h"

/* What one row of a question says. */
typedef void (*Take) (KeelHistory *history, sqlite3_stmt *statement, GTimeZone *zone);

static gint64
find_day (gint64 utc, GTimeZone *zone)
{
  return keel_local_time_get_days (keel_local_time_from_utc (utc, zone));
}

static void
take_urge (KeelHistory *history, sqlite3_stmt *statement, GTimeZone *zone)
{
  gint64 day = keel_history_day (sqlite3_column_int64 (statement, 0), sqlite3_column_int (statement, 1));
  int strength = sqlite3_column_int (statement, 2);

  keel_history_add (history, KEEL_HISTORY_URGES, day, strength);
  if (sqlite3_column_type (statement, 3) != SQLITE_NULL)
    keel_history_add (history, KEEL_HISTORY_EASED, day, sqlite3_column_int (statement, 3) < strength);
}

/* Each of its numbers is left out where it was not said. */
static void
take_check_in (KeelHistory *history, sqlite3_stmt *statement, GTimeZone *zone)
{
  gint64 day = keel_history_day (sqlite3_column_int64 (statement, 0), sqlite3_column_int (statement, 1));
  static const KeelHistoryKind kinds[] = { KEEL_HISTORY_MOOD, KEEL_HISTORY_CRAVING, KEEL_HISTORY_ENERGY };

  keel_history_add (history, KEEL_HISTORY_CHECK_INS, day, 1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (sqlite3_column_type (statement, 2 + (int) i) != SQLITE_NULL)
        keel_history_add (history, kinds[i], day, sqlite3_column_int (statement, 2 + (int) i));
    }
  if (sqlite3_column_int (statement, 5) > 0)
    keel_history_add (history, KEEL_HISTORY_SLEEP, day, sqlite3_column_int (statement, 5) / 60.0);
}

static void
take_meeting (KeelHistory *history, sqlite3_stmt *statement, GTimeZone *zone)
{
  keel_history_add (history, KEEL_HISTORY_MEETINGS, find_day (sqlite3_column_int64 (statement, 0), zone), 1);
}

static void
take_planned (KeelHistory *history, sqlite3_stmt *statement, GTimeZone *zone)
{
  keel_history_add (history, KEEL_HISTORY_PLANNED, find_day (sqlite3_column_int64 (statement, 0), zone),
                    sqlite3_column_int (statement, 1));
}

static void
take_worksheet (KeelHistory *history, sqlite3_stmt *statement, GTimeZone *zone)
{
  keel_history_add (history, KEEL_HISTORY_WORKSHEETS, find_day (sqlite3_column_int64 (statement, 0), zone),
                    sqlite3_column_int (statement, 1));
}

/* ?1 is since when, ?2 now, ?3 the guard from which on nothing is told. */
static const struct
{
  const char *sql;
  Take take;
} questions[] = {
  { "SELECT at, zone, mood, craving, energy, sleep FROM check_in WHERE deleted_at IS NULL"
    " AND at BETWEEN ?1 AND ?2",
    take_check_in },
  { "SELECT at, zone, strength, after FROM urge WHERE deleted_at IS NULL AND at BETWEEN ?1 AND ?2",
    take_urge },
  { "SELECT attendance.start FROM attendance JOIN series ON series.uuid = attendance.series"
    " WHERE attendance.deleted_at IS NULL AND attendance.state <> 'not' AND series.kind = 'meeting'"
    " AND attendance.start BETWEEN ?1 AND ?2",
    take_meeting },
  { "SELECT intention.start, CASE attendance.state WHEN 'not' THEN 0 WHEN 'went' THEN 1 WHEN 'left' THEN 1"
    " ELSE -1 END FROM intention JOIN series ON series.uuid = intention.series LEFT JOIN attendance"
    " ON attendance.series = intention.series AND attendance.occurrence = intention.occurrence"
    " AND attendance.deleted_at IS NULL WHERE intention.deleted_at IS NULL AND series.kind = 'meeting'"
    " AND intention.start BETWEEN ?1 AND ?2",
    take_planned },
  { "SELECT created_at, state <> 'draft' FROM entry WHERE deleted_at IS NULL"
    " AND guard < ?3 AND created_at BETWEEN ?1 AND ?2",
    take_worksheet },
};

static gboolean
ask (KeelJournal *self, KeelHistory *history, gsize which, gint64 since, gint64 now, GError **error)
{
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (self->clock);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement = keel_database_prepare (self->database, questions[which].sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, since);
  sqlite3_bind_int64 (statement, 2, now);
  sqlite3_bind_int (statement, 3, KEEL_ENTRY_GUARD_QUIET);
  while (keel_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return TRUE;
      questions[which].take (history, statement, zone);
    }
  return FALSE;
}

/* No marks: what is next is nothing that lies behind. */
static gboolean
read_days (KeelJournal *self, KeelHistory *history, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (KeelDayMark));
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GPtrArray) lapses = NULL;
  g_autoptr (KeelDays) days = NULL;
  KeelDayOptions options;
  KeelLogicalNow now;

  if (!keel_journal_get_day_options (self, &options, error) ||
      !keel_journal_get_logical_now (self, &options, &now, NULL, error))
    return FALSE;
  counts = keel_journal_get_day_counts (self, error);
  lapses = counts != NULL ? keel_journal_get_lapses (self, error) : NULL;
  if (lapses == NULL)
    return FALSE;
  days = keel_days_new (&now, &options);
  keel_days_take_lapses (days, g_steal_pointer (&lapses));
  for (guint i = 0; i < counts->len; i++)
    keel_days_take_count (days, keel_day_count_copy (counts->pdata[i]), marks);
  keel_history_take_days (history, days);
  return TRUE;
}

static gboolean
read_medicines (KeelJournal *self, KeelHistory *history, GError **error)
{
  g_autoptr (GPtrArray) medicines = keel_journal_get_medicines (self, error);

  if (medicines == NULL)
    return FALSE;
  for (guint i = 0; i < medicines->len; i++)
    {
      const KeelMedicine *medicine = g_ptr_array_index (medicines, i);
      GArray *marks = keel_journal_get_medicine_marks (self, medicine->uuid, error);

      if (marks == NULL)
        return FALSE;
      keel_history_take_medicine (history, keel_medicine_copy (medicine), marks);
    }
  return TRUE;
}

KeelHistory *
keel_journal_read_history (KeelJournal *self, gint64 since, GError **error)
{
  g_autoptr (KeelHistory) history = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  gint64 now;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  now = keel_clock_get_now (self->clock);
  zone = keel_clock_get_zone (self->clock);
  history = keel_history_new (find_day (now, zone));
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      if (!ask (self, history, i, since, now, error))
        return NULL;
    }
  if (!read_days (self, history, error) || !read_medicines (self, history, error))
    return NULL;
  return g_steal_pointer (&history);
}

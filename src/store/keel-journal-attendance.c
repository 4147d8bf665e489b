#include "core/keel-attendance-edit.h"
#include "keel-day-columns.h"
#include "keel-journal-rows.h"

#define GOAL_KEY "weekly-goal"

/* What read_attendance () reads; its names are told apart from those of the series. */
#define COLUMNS                                                                                              \
  "attendance.series, attendance.occurrence, attendance.start, attendance.state, attendance.heard,"          \
  " attendance.note, attendance.mood_before, attendance.mood_after, attendance.changed_at, series.name"
#define FROM                                                                                                 \
  " FROM attendance JOIN series ON series.uuid = attendance.series WHERE attendance.deleted_at IS NULL"

static gpointer
read_attendance (sqlite3_stmt *statement)
{
  const char *series = (const char *) sqlite3_column_text (statement, 0);
  int state = keel_word_find (keel_attendance_words, (const char *) sqlite3_column_text (statement, 3));
  KeelAttendance *attendance = keel_attendance_new (series, sqlite3_column_int64 (statement, 1),
                                                    sqlite3_column_int64 (statement, 2), MAX (state, 0));

  attendance->heard = keel_column_text (statement, 4);
  attendance->note = keel_column_text (statement, 5);
  attendance->mood_before = keel_column_number (statement, 6, KEEL_MOOD_NONE);
  attendance->mood_after = keel_column_number (statement, 7, KEEL_MOOD_NONE);
  attendance->changed_at = sqlite3_column_int64 (statement, 8);
  attendance->name = keel_column_text (statement, 9);
  return attendance;
}

/* A statement about one occurrence: ?1 and ?2. */
static sqlite3_stmt *
prepare_for_key (KeelJournal *self, const char *sql, const char *series, KeelLocalTime occurrence,
                 GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, series);
  sqlite3_bind_int64 (statement, 2, occurrence);
  return statement;
}

/* FALSE on failure; *@found is NULL where there is none. */
static gboolean
find (KeelJournal *self, const char *series, KeelLocalTime occurrence, KeelAttendance **found, GError **error)
{
  gboolean row = FALSE;
  sqlite3_stmt *statement;

  *found = NULL;
  statement = prepare_for_key (self,
                               "SELECT " COLUMNS FROM
                               " AND attendance.series = ?1 AND attendance.occurrence = ?2",
                               series, occurrence, error);
  if (statement == NULL || !keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    *found = read_attendance (statement);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
is_mood (int mood)
{
  return mood >= KEEL_MOOD_NONE && mood <= KEEL_MOOD_MAX;
}

static gboolean
check (KeelAttendance *attendance, GError **error)
{
  if (attendance->state <= KEEL_ATTENDANCE_LEFT && is_mood (attendance->mood_before) &&
      is_mood (attendance->mood_after))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
               "Moods go from 0 to %d, and one went, did not go, or left early", KEEL_MOOD_MAX);
  return FALSE;
}

static gboolean
check_series (KeelJournal *self, const char *series, GError **error)
{
  gboolean row = FALSE;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database, "SELECT 1 FROM series WHERE uuid = ?1", error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, series);
  if (!keel_database_step (self->database, statement, &row, error))
    return FALSE;
  sqlite3_reset (statement);
  if (!row)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND,
                 "There is no such meeting in the calendar");
  return row;
}

static void
bind_words (sqlite3_stmt *statement, int index, const char *text)
{
  keel_bind_text (statement, index, text != NULL && *text != '\0' ? text : NULL);
}

static void
bind_mood (sqlite3_stmt *statement, int index, int mood)
{
  if (mood != KEEL_MOOD_NONE)
    sqlite3_bind_int (statement, index, mood);
}

static gboolean
write_attendance (KeelJournal *self, KeelAttendance *attendance, gint64 at, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  sqlite3_stmt *statement;

  statement = prepare_for_key (
      self,
      "INSERT INTO attendance (series, occurrence, uuid, start, state, heard, note, mood_before, mood_after,"
      " changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
      " ON CONFLICT (series, occurrence) WHERE deleted_at IS NULL DO UPDATE SET start = excluded.start,"
      " state = excluded.state, heard = excluded.heard, note = excluded.note,"
      " mood_before = excluded.mood_before, mood_after = excluded.mood_after,"
      " changed_at = excluded.changed_at",
      attendance->series, attendance->occurrence, error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 3, uuid);
  sqlite3_bind_int64 (statement, 4, attendance->start);
  keel_bind_text (statement, 5, keel_attendance_words[attendance->state]);
  bind_words (statement, 6, attendance->heard);
  bind_words (statement, 7, attendance->note);
  bind_mood (statement, 8, attendance->mood_before);
  bind_mood (statement, 9, attendance->mood_after);
  sqlite3_bind_int64 (statement, 10, at);
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
delete_attendance (KeelJournal *self, const char *series, KeelLocalTime occurrence, GError **error)
{
  sqlite3_stmt *statement;

  statement = prepare_for_key (self,
                               "UPDATE attendance SET deleted_at = ?3, changed_at = ?3"
                               " WHERE series = ?1 AND occurrence = ?2 AND deleted_at IS NULL",
                               series, occurrence, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 3, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

gboolean
keel_journal_put_attendance (KeelJournal *self, KeelAttendance *attendance, gint64 at,
                             KeelAttendance **before, GError **error)
{
  return check (attendance, error) && check_series (self, attendance->series, error) &&
         find (self, attendance->series, attendance->occurrence, before, error) &&
         write_attendance (self, attendance, at, error);
}

/* KEEL_STORE_ERROR_NOT_FOUND where there never was such a series, INVALID with a mood that cannot be. */
gboolean
keel_journal_set_attendance (KeelJournal *self, KeelAttendance *attendance, KeelAttendance **before,
                             GError **error)
{
  g_autoptr (KeelAttendance) found = NULL;
  gint64 now;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (KEEL_IS_ATTENDANCE (attendance), FALSE);

  now = keel_clock_get_now (self->clock);
  if (!keel_database_begin (self->database, error) ||
      !keel_journal_end_change (self, keel_journal_put_attendance (self, attendance, now, &found, error),
                                error))
    return FALSE;
  if (before != NULL)
    *before = g_steal_pointer (&found);
  return TRUE;
}

static gboolean
edit (KeelJournal *self, KeelAttendance *shown, KeelAttendance *wanted, KeelAttendance **before,
      GError **error)
{
  g_autoptr (KeelAttendance) result = NULL;

  if (!check (wanted, error) || !check_series (self, wanted->series, error) ||
      !find (self, wanted->series, wanted->occurrence, before, error))
    return FALSE;
  result = keel_attendance_edit (*before, shown, wanted);
  return write_attendance (self, result, keel_clock_get_now (self->clock), error);
}

/* Errors are those of keel_journal_set_attendance (). */
gboolean
keel_journal_edit_attendance (KeelJournal *self, KeelAttendance *shown, KeelAttendance *wanted,
                              KeelAttendance **before, GError **error)
{
  g_autoptr (KeelAttendance) found = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (KEEL_IS_ATTENDANCE (wanted), FALSE);

  if (!keel_database_begin (self->database, error) ||
      !keel_journal_end_change (self, edit (self, shown, wanted, &found, error), error))
    return FALSE;
  if (before != NULL)
    *before = g_steal_pointer (&found);
  return TRUE;
}

gboolean
keel_journal_delete_attendance (KeelJournal *self, const char *series, KeelLocalTime occurrence,
                                GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (series != NULL, FALSE);

  return keel_database_begin (self->database, error) &&
         keel_journal_end_change (self, delete_attendance (self, series, occurrence, error), error);
}

KeelAttendance *
keel_journal_find_attendance (KeelJournal *self, const char *series, KeelLocalTime occurrence, GError **error)
{
  KeelAttendance *found = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (series != NULL, NULL);

  find (self, series, occurrence, &found, error);
  return found;
}

GPtrArray *
keel_journal_get_attendance (KeelJournal *self, gint64 from, gint64 to, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS FROM
                                     " AND attendance.start >= ?1 AND attendance.start < ?2"
                                     " ORDER BY attendance.start, series.name, attendance.series",
                                     error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, from);
  sqlite3_bind_int64 (statement, 2, to);
  return keel_journal_read_rows (self, statement, read_attendance, g_object_unref, error);
}

/* Empty where there is no such series. */
GPtrArray *
keel_journal_get_attendance_of (KeelJournal *self, const char *series, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (series != NULL, NULL);

  statement =
      keel_database_prepare (self->database,
                             "SELECT " COLUMNS FROM " AND attendance.series IN"
                             " (SELECT ?1 UNION SELECT other.uuid FROM series AS asked JOIN series AS other"
                             " ON other.list = asked.list AND other.slug = asked.slug WHERE asked.uuid = ?1)"
                             " ORDER BY attendance.start",
                             error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, series);
  return keel_journal_read_rows (self, statement, read_attendance, g_object_unref, error);
}

/* What cannot be a goal is none: the setting is the person's, and nobody else's business. */
int
keel_journal_get_weekly_goal (KeelJournal *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = keel_journal_get_setting (self, GOAL_KEY, &failure);
  guint64 goal = 0;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return -1;
    }
  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, KEEL_WEEKLY_GOAL_MAX, &goal, NULL))
    return 0;
  return (int) goal;
}

gboolean
keel_journal_set_weekly_goal (KeelJournal *self, int goal, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d", goal);

  g_return_val_if_fail (goal >= 0 && goal <= KEEL_WEEKLY_GOAL_MAX, FALSE);

  return keel_journal_set_setting (self, GOAL_KEY, goal > 0 ? text : NULL, error);
}

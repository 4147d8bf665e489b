#include "keel-journal-reminders.h"

#include "keel-journal-private.h"

/* Letters that were taken over and not dropped from reminders.db are few, and taken again soon. */
#define KEPT_LETTERS "1000"

/* The number of @sql, with @uuid as ?1. */
static gboolean
get_number (KeelJournal *self, const char *sql, const char *uuid, gint64 *number, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  if (!keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    *number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

static gint64
get_since (KeelJournal *self, const char *sql, const char *uuid, GError **error)
{
  gint64 since = -1;

  if (!get_number (self, sql, uuid, &since, error))
    return -1;
  if (since < 0)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND,
                 "There is no such meeting in the calendar");
  return since;
}

/* The keys that @sql gives, with @from as ?1. */
static GPtrArray *
read_keys (KeelJournal *self, const char *sql, gint64 from, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_occurrence_key_free);
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, from);
  while (keel_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&keys);
      g_ptr_array_add (keys, keel_occurrence_key_new ((const char *) sqlite3_column_text (statement, 0),
                                                      sqlite3_column_int64 (statement, 1)));
    }
  return NULL;
}

/* The number of @sql, of the occurrence that @answer is about; what was deleted counts, too. */
static gboolean
get_last_change (KeelJournal *self, const char *sql, const KeelReminderAnswer *answer, gint64 *changed_at,
                 GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);
  gboolean row = FALSE;

  *changed_at = G_MININT64;
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, answer->series);
  sqlite3_bind_int64 (statement, 2, answer->occurrence);
  if (!keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    *changed_at = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/* A deleted row stays the one of its occurrence: there is nothing to a wish but that it is there. */
static gboolean
write_going (KeelJournal *self, const char *series, KeelLocalTime occurrence, gint64 start, gboolean going,
             gint64 at, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  sqlite3_stmt *statement;

  statement =
      keel_database_prepare (self->database,
                             "INSERT INTO intention (uuid, series, occurrence, start, changed_at, deleted_at)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, iif (?6, NULL, ?5))"
                             " ON CONFLICT (series, occurrence) DO UPDATE SET start = excluded.start,"
                             " changed_at = excluded.changed_at, deleted_at = excluded.deleted_at",
                             error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, series);
  sqlite3_bind_int64 (statement, 3, occurrence);
  sqlite3_bind_int64 (statement, 4, start);
  sqlite3_bind_int64 (statement, 5, at);
  sqlite3_bind_int (statement, 6, going ? 1 : 0);
  return keel_database_step (self->database, statement, NULL, error);
}

/* Who means to go after all has not said "not this time" of a date ahead; what they wrote of it stays. */
static gboolean
take_back_not (KeelJournal *self, const char *series, KeelLocalTime occurrence, gint64 at, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "UPDATE attendance SET deleted_at = ?3, changed_at = ?3"
                                     " WHERE series = ?1 AND occurrence = ?2 AND deleted_at IS NULL"
                                     " AND state = 'not' AND start > ?3 AND heard IS NULL AND note IS NULL"
                                     " AND mood_before IS NULL AND mood_after IS NULL",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, series);
  sqlite3_bind_int64 (statement, 2, occurrence);
  sqlite3_bind_int64 (statement, 3, at);
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
mean_to_go (KeelJournal *self, const char *series, KeelLocalTime occurrence, gint64 start, gint64 at,
            GError **error)
{
  return write_going (self, series, occurrence, start, TRUE, at, error) &&
         take_back_not (self, series, occurrence, at, error);
}

/* As of when it was said, so that a later answer counts. What else was put down of it stays. */
static gboolean
write_attendance (KeelJournal *self, const KeelReminderAnswer *answer, GError **error)
{
  KeelAttendanceState state = answer->reply == KEEL_REPLY_WENT ? KEEL_ATTENDANCE_WENT : KEEL_ATTENDANCE_NOT;
  g_autoptr (GError) failure = NULL;
  g_autoptr (KeelAttendance) known = NULL;
  g_autoptr (KeelAttendance) before = NULL;
  g_autoptr (KeelAttendance) attendance = NULL;

  known = keel_journal_find_attendance (self, answer->series, answer->occurrence, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  attendance = known != NULL ? keel_attendance_copy (known)
                             : keel_attendance_new (answer->series, answer->occurrence, answer->start, state);
  attendance->state = state;
  return keel_journal_put_attendance (self, attendance, answer->at, &before, error) &&
         (state == KEEL_ATTENDANCE_WENT ||
          write_going (self, answer->series, answer->occurrence, answer->start, FALSE, answer->at, error));
}

/* Within a second the person's own word counts. */
static gboolean
carry_over (KeelJournal *self, const KeelReminderAnswer *answer, gboolean *changed, GError **error)
{
  gint64 attended = G_MININT64;
  gint64 intended = G_MININT64;

  if (!get_last_change (self, "SELECT max (changed_at) FROM attendance WHERE series = ?1 AND occurrence = ?2",
                        answer, &attended, error) ||
      !get_last_change (self, "SELECT changed_at FROM intention WHERE series = ?1 AND occurrence = ?2",
                        answer, &intended, error))
    return FALSE;
  if (attended >= answer->at || (answer->reply == KEEL_REPLY_GOING && intended >= answer->at))
    return TRUE;
  *changed = TRUE;
  if (answer->reply == KEEL_REPLY_GOING)
    return mean_to_go (self, answer->series, answer->occurrence, answer->start, answer->at, error);
  return write_attendance (self, answer, error);
}

/* *@is_new is FALSE where another process, or this one, has taken it before. */
static gboolean
note_letter (KeelJournal *self, const char *uuid, gboolean *is_new, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "INSERT OR IGNORE INTO letter (uuid, taken_at) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  sqlite3_bind_int64 (statement, 2, keel_clock_get_now (self->clock));
  if (!keel_database_step (self->database, statement, NULL, error))
    return FALSE;
  *is_new = sqlite3_changes (keel_database_get_handle (self->database)) > 0;
  return keel_database_execute (self->database,
                                "DELETE FROM letter WHERE id <= (SELECT max(id) FROM letter) - " KEPT_LETTERS,
                                error);
}

static gboolean
take (KeelJournal *self, const KeelReminderAnswer *answer, gboolean *changed, GError **error)
{
  gboolean is_new = FALSE;
  gint64 known = 0;

  if (!note_letter (self, answer->uuid, &is_new, error) ||
      !get_number (self, "SELECT 1 FROM series WHERE uuid = ?1", answer->series, &known, error))
    return FALSE;
  return !is_new || known == 0 || carry_over (self, answer, changed, error);
}

gint64
keel_journal_get_followed_at (KeelJournal *self, const char *uuid, GError **error)
{
  return get_since (self, "SELECT followed_at FROM series WHERE uuid = ?1", uuid, error);
}

gint64
keel_journal_get_travel_since (KeelJournal *self, const char *uuid, GError **error)
{
  return get_since (self, "SELECT travel_since FROM series WHERE uuid = ?1", uuid, error);
}

GPtrArray *
keel_journal_get_settled (KeelJournal *self, gint64 from, GError **error)
{
  return read_keys (self,
                    "SELECT series, occurrence FROM attendance WHERE deleted_at IS NULL AND start >= ?1"
                    " AND NOT (state = 'not' AND EXISTS (SELECT 1 FROM intention"
                    " WHERE intention.series = attendance.series"
                    " AND intention.occurrence = attendance.occurrence AND intention.deleted_at IS NULL"
                    " AND intention.changed_at >= attendance.changed_at))",
                    from, error);
}

gboolean
keel_journal_take_answers (KeelJournal *self, GPtrArray *answers, GPtrArray *taken, GError **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  gboolean success = TRUE;

  if (!keel_database_begin (self->database, error))
    return FALSE;
  for (guint i = 0; success && i < answers->len; i++)
    {
      KeelReminderAnswer *answer = g_ptr_array_index (answers, i);
      gboolean is_change = FALSE;

      success = take (self, answer, &is_change, error);
      if (is_change)
        g_ptr_array_add (changed, answer);
    }
  if (!keel_journal_end_change (self, success, error))
    return FALSE;
  for (guint i = 0; i < changed->len; i++)
    g_ptr_array_add (taken, keel_reminder_answer_copy (g_ptr_array_index (changed, i)));
  return TRUE;
}

gboolean
keel_journal_set_going (KeelJournal *self, const char *series, KeelLocalTime occurrence, gint64 start,
                        gboolean going, GError **error)
{
  gint64 now = keel_clock_get_now (self->clock);
  gboolean success;

  if (!keel_database_begin (self->database, error))
    return FALSE;
  success = going ? mean_to_go (self, series, occurrence, start, now, error)
                  : write_going (self, series, occurrence, start, FALSE, now, error);
  return keel_journal_end_change (self, success, error);
}

GPtrArray *
keel_journal_get_going (KeelJournal *self, gint64 from, GError **error)
{
  return read_keys (self,
                    "SELECT series, occurrence FROM intention WHERE deleted_at IS NULL AND start >= ?1"
                    " ORDER BY start",
                    from, error);
}

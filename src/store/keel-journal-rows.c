#include "keel-journal-rows.h"

#include "core/keel-local-time.h"
#include "keel-journal-writing.h"

GPtrArray *
keel_journal_read_sound_rows (KeelJournal *self, sqlite3_stmt *statement, KeelRowReader reader,
                              GDestroyNotify free_row, guint *n_damaged, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  guint n_unread = 0;
  gboolean there = FALSE;

  if (statement == NULL)
    return NULL;
  while (keel_database_step (self->database, statement, &there, error))
    {
      gpointer row = there ? reader (statement) : NULL;

      if (row != NULL)
        g_ptr_array_add (rows, row);
      else if (there)
        n_unread++;
      if (there)
        continue;
      if (n_damaged != NULL)
        *n_damaged = n_unread;
      return g_steal_pointer (&rows);
    }
  return NULL;
}

GPtrArray *
keel_journal_read_rows (KeelJournal *self, sqlite3_stmt *statement, KeelRowReader reader,
                        GDestroyNotify free_row, GError **error)
{
  return keel_journal_read_sound_rows (self, statement, reader, free_row, NULL, error);
}

GPtrArray *
keel_journal_read_latest (KeelJournal *self, const char *sql, gint64 since, guint limit, KeelRowReader reader,
                          GDestroyNotify free_row, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, since);
  sqlite3_bind_int64 (statement, 2, limit > 0 ? (gint64) limit : -1);
  return keel_journal_read_rows (self, statement, reader, free_row, error);
}

gboolean
keel_journal_find_row (KeelJournal *self, const char *sql, const char *id, KeelRowReader reader,
                       gpointer *row, gboolean *deleted, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);
  gboolean there = FALSE;

  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, id);
  if (!keel_database_step (self->database, statement, &there, error))
    return FALSE;
  if (!there)
    return TRUE;
  *row = reader (statement);
  if (deleted != NULL)
    *deleted = sqlite3_column_int (statement, sqlite3_column_count (statement) - 1) != 0;
  sqlite3_reset (statement);
  return TRUE;
}

gpointer
keel_journal_read_row (KeelJournal *self, const char *sql, const char *id, KeelRowReader reader,
                       GError **error)
{
  gpointer row = NULL;

  keel_journal_find_row (self, sql, id, reader, &row, NULL, error);
  return row;
}

gboolean
keel_journal_end_row (KeelJournal *self, gboolean success, gboolean reminders, GError **error)
{
  return reminders ? keel_journal_end_change (self, success, error)
                   : keel_journal_end_writing (self, success, error);
}

static gboolean
change (KeelJournal *self, const KeelRowKind *kind, gpointer row, char **uuid, gpointer *was, GError **error)
{
  gboolean is_new = *uuid == NULL;

  if (is_new)
    *uuid = g_uuid_string_random ();
  else if (kind->find != NULL &&
           !keel_journal_find_row (self, kind->find, *uuid, kind->reader, was, NULL, error))
    return FALSE;
  return (kind->settle == NULL || kind->settle (self, row, is_new, *was, error)) &&
         kind->write (self, row, error);
}

gboolean
keel_journal_put_row (KeelJournal *self, const KeelRowKind *kind, gpointer row, char **uuid, gpointer *before,
                      GError **error)
{
  gpointer was = NULL;
  gboolean is_new = *uuid == NULL;
  gboolean success;

  if (!keel_database_begin (self->database, error))
    return FALSE;
  success = keel_journal_end_row (self, change (self, kind, row, uuid, &was, error), kind->reminders, error);
  if (success && before != NULL)
    *before = g_steal_pointer (&was);
  if (!success && is_new)
    g_clear_pointer (uuid, g_free);
  if (was != NULL)
    kind->free_row (was);
  return success;
}

void
keel_journal_get_moment (KeelJournal *self, gint64 *at, int *offset)
{
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (self->clock);

  *at = keel_clock_get_now (self->clock);
  *offset = (int) (keel_local_time_from_utc (*at, zone) - *at / 60);
}

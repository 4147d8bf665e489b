#include "keel-journal-templates.h"

#include <string.h>

#include "keel-journal-rows.h"
#include "keel-journal-writing.h"

/* What cannot be read is as if it were not there; it is a person's, so it stays in the journal. */
static gpointer
read_template (sqlite3_stmt *statement)
{
  const char *id = (const char *) sqlite3_column_text (statement, 0);
  const char *xml = (const char *) sqlite3_column_text (statement, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelWorksheet) worksheet = keel_worksheet_new_from_xml (bytes, &error);

  if (worksheet == NULL)
    g_warning ("Own worksheet %s cannot be read: %s", id, error->message);
  else if (g_str_equal (worksheet->id, id))
    return g_steal_pointer (&worksheet);
  else
    g_warning ("Own worksheet %s says that it is %s", id, worksheet->id);
  return NULL;
}

GPtrArray *
keel_journal_get_own_templates (KeelJournal *self, guint *n_damaged, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT id, xml FROM own_template WHERE deleted_at IS NULL ORDER BY id",
                                     error);
  return keel_journal_read_sound_rows (self, statement, read_template, (GDestroyNotify) keel_worksheet_unref,
                                       n_damaged, error);
}

static gboolean
find (KeelJournal *self, const char *id, gboolean *known, KeelWorksheet **live, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "SELECT id, xml, deleted_at FROM own_template WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, id);
  if (!keel_database_step (self->database, statement, known, error))
    return FALSE;
  if (*known && live != NULL && sqlite3_column_type (statement, 2) == SQLITE_NULL)
    *live = read_template (statement);
  if (*known)
    sqlite3_reset (statement);
  return TRUE;
}

static gboolean
put (KeelJournal *self, const KeelWorksheet *worksheet, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *xml = keel_worksheet_to_xml (worksheet);
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "INSERT INTO own_template (uuid, id, xml, changed_at)"
                                     " VALUES (?1, ?2, ?3, ?4)"
                                     " ON CONFLICT (id) DO UPDATE SET xml = excluded.xml,"
                                     " changed_at = excluded.changed_at, deleted_at = NULL",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, worksheet->id);
  keel_bind_text (statement, 3, xml);
  sqlite3_bind_int64 (statement, 4, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

gboolean
keel_journal_set_own_template (KeelJournal *self, const KeelWorksheet *worksheet, KeelWorksheet **before,
                               GError **error)
{
  g_autoptr (KeelWorksheet) live = NULL;
  gboolean known;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (worksheet != NULL, FALSE);

  if (!keel_worksheet_is_own (worksheet->id))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "“%s” is no worksheet of one's own",
                   worksheet->id);
      return FALSE;
    }
  if (!keel_database_begin (self->database, error) ||
      !keel_journal_end_writing (self,
                                 find (self, worksheet->id, &known, &live, error) &&
                                     put (self, worksheet, error),
                                 error))
    return FALSE;
  if (before != NULL)
    *before = g_steal_pointer (&live);
  return TRUE;
}

gboolean
keel_journal_set_own_template_deleted (KeelJournal *self, const char *id, gboolean deleted, GError **error)
{
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (keel_journal_mark_deleted (self,
                                 "UPDATE own_template SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3"
                                 " WHERE id = ?1",
                                 id, deleted, &problem))
    return TRUE;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no worksheet “%s”", id);
  return FALSE;
}

gboolean
keel_journal_knows_own_template (KeelJournal *self, const char *id, gboolean *known, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (id != NULL && known != NULL, FALSE);

  return find (self, id, known, NULL, error);
}

#include <string.h>

#include "keel-entry-text.h"
#include "keel-journal-writing.h"

/* More than Keel has: those of somebody who changes a worksheet of their own again and again. */
#define MAX_SHEETS 128

gboolean
keel_journal_end_writing (KeelJournal *self, gboolean success, GError **error)
{
  if (success)
    return keel_database_commit (self->database, error);
  keel_database_rollback (self->database);
  return FALSE;
}

gboolean
keel_journal_miss_entry (const char *uuid, GError **error)
{
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no entry “%s”", uuid);
  return FALSE;
}

char *
keel_journal_read_entry_text (KeelJournal *self, const char *sql, const char *uuid, gint64 id, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);
  gboolean row = FALSE;
  char *text;

  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, uuid);
  sqlite3_bind_int64 (statement, 2, id);
  if (!keel_database_step (self->database, statement, &row, error))
    return NULL;
  if (!row)
    {
      keel_journal_miss_entry (uuid, error);
      return NULL;
    }
  text = keel_column_text (statement, 0);
  sqlite3_reset (statement);
  return text;
}

/* Takes @failure. */
static gpointer
refuse (const char *uuid, GError *failure, GError **error)
{
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT, "Entry “%s” cannot be read: %s", uuid,
               failure->message);
  g_error_free (failure);
  return NULL;
}

KeelAnswers *
keel_journal_parse_answers (const char *uuid, const char *json, GError **error)
{
  GError *failure = NULL;
  KeelAnswers *answers = keel_answers_new_from_json (json, &failure);

  return answers != NULL ? answers : refuse (uuid, failure, error);
}

KeelAnswers *
keel_journal_read_answers (KeelJournal *self, const char *uuid, GError **error)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  json = keel_journal_read_entry_text (
      self,
      "SELECT answers FROM entry_answers JOIN entry ON entry.id = entry_answers.entry"
      " WHERE uuid = ?1 AND ?2 = 0",
      uuid, 0, error);
  return json != NULL ? keel_journal_parse_answers (uuid, json, error) : NULL;
}

KeelWorksheet *
keel_journal_read_template (KeelJournal *self, const char *uuid, GError **error)
{
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *failure = NULL;
  KeelWorksheet *worksheet;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  xml =
      keel_journal_read_entry_text (self,
                                    "SELECT xml FROM template JOIN entry ON entry.template = template.digest"
                                    " WHERE uuid = ?1 AND ?2 = 0",
                                    uuid, 0, error);
  if (xml == NULL)
    return NULL;
  bytes = g_bytes_new (xml, strlen (xml));
  worksheet = keel_worksheet_new_from_xml (bytes, &failure);
  return worksheet != NULL ? worksheet : refuse (uuid, failure, error);
}

char *
keel_journal_read_digest (KeelJournal *self, const char *uuid, GError **error)
{
  return keel_journal_read_entry_text (self, "SELECT template FROM entry WHERE uuid = ?1 AND ?2 = 0", uuid, 0,
                                       error);
}

const KeelWorksheet *
keel_journal_find_sheet (KeelJournal *self, const char *digest)
{
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) bytes = NULL;
  KeelWorksheet *sheet;

  if (self->sheets == NULL)
    self->sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) keel_worksheet_unref);
  sheet = g_hash_table_lookup (self->sheets, digest);
  if (sheet != NULL)
    return sheet;
  xml = keel_journal_read_entry_text (self, "SELECT xml FROM template WHERE digest = ?1 AND ?2 = 0", digest,
                                      0, NULL);
  if (xml == NULL)
    return NULL;
  bytes = g_bytes_new (xml, strlen (xml));
  sheet = keel_worksheet_new_from_xml (bytes, NULL);
  if (sheet == NULL)
    return NULL;
  if (g_hash_table_size (self->sheets) >= MAX_SHEETS)
    g_hash_table_remove_all (self->sheets);
  g_hash_table_insert (self->sheets, g_strdup (digest), sheet);
  return sheet;
}

static gboolean
write_answers (KeelJournal *self, const char *uuid, const char *json, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "UPDATE entry_answers SET answers = ?2"
                                     " WHERE entry = (SELECT id FROM entry WHERE uuid = ?1)",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, json);
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
note_change (KeelJournal *self, const char *uuid, const KeelAnswers *answers, GError **error)
{
  g_autofree char *digest = keel_journal_read_digest (self, uuid, error);
  g_autofree char *beginning = NULL;
  sqlite3_stmt *statement;

  if (digest == NULL)
    return FALSE;
  beginning = keel_entry_text_begin (keel_journal_find_sheet (self, digest), answers);
  statement = keel_database_prepare (self->database,
                                     "UPDATE entry SET beginning = ?2, changed_at = ?3, stale = 1,"
                                     " state = CASE state WHEN 'draft' THEN 'draft' ELSE 'revisited' END"
                                     " WHERE uuid = ?1",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, beginning);
  sqlite3_bind_int64 (statement, 3, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

gboolean
keel_journal_save_entry (KeelJournal *self, const char *uuid, const KeelAnswers *answers, GError **error)
{
  g_autoptr (KeelAnswers) before = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL && answers != NULL, FALSE);

  before = keel_journal_read_answers (self, uuid, error);
  if (before == NULL)
    return FALSE;
  if (keel_answers_equal (before, answers))
    return TRUE;
  json = keel_answers_to_json (answers);
  return keel_database_begin (self->database, error) &&
         keel_journal_end_writing (self,
                                   write_answers (self, uuid, json, error) &&
                                       note_change (self, uuid, answers, error),
                                   error);
}

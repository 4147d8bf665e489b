#include "core/keel-fold.h"

#include "keel-entry-text.h"
#include "keel-journal-writing.h"

#define DAY (24 * 60 * 60)

/* Prepares @sql, a literal, with the entry as ?1. */
static sqlite3_stmt *
prepare (KeelJournal *self, const char *sql, const char *uuid, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);

  if (statement != NULL)
    keel_bind_text (statement, 1, uuid);
  return statement;
}

static gboolean
is_last_version (KeelJournal *self, const char *uuid, const char *json, gboolean *same, GError **error)
{
  sqlite3_stmt *statement;

  statement = prepare (self,
                       "SELECT 1 FROM entry_version WHERE answers = ?2 AND id ="
                       " (SELECT max (entry_version.id) FROM entry_version"
                       " JOIN entry ON entry.id = entry_version.entry WHERE entry.uuid = ?1)",
                       uuid, error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 2, json);
  if (!keel_database_step (self->database, statement, same, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
insert_version (KeelJournal *self, const char *uuid, const char *json, guint n_words, GError **error)
{
  g_autofree char *own = g_uuid_string_random ();
  sqlite3_stmt *statement;

  statement = prepare (self,
                       "INSERT INTO entry_version (uuid, entry, changed_at, n_words, answers)"
                       " SELECT ?2, id, ?3, ?4, ?5 FROM entry WHERE uuid = ?1",
                       uuid, error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 2, own);
  sqlite3_bind_int64 (statement, 3, keel_clock_get_now (self->clock));
  sqlite3_bind_int64 (statement, 4, n_words);
  keel_bind_text (statement, 5, json);
  return keel_database_step (self->database, statement, NULL, error);
}

gboolean
keel_journal_keep_version (KeelJournal *self, const char *uuid, GError **error)
{
  g_autoptr (KeelAnswers) answers = keel_journal_read_answers (self, uuid, error);
  g_autofree char *json = answers != NULL ? keel_answers_to_json (answers) : NULL;
  g_autofree char *digest = NULL;
  g_autofree char *text = NULL;
  gboolean same = FALSE;

  if (json == NULL || !is_last_version (self, uuid, json, &same, error))
    return FALSE;
  if (same || keel_answers_is_empty (answers))
    return TRUE;
  digest = keel_journal_read_digest (self, uuid, error);
  if (digest == NULL)
    return FALSE;
  text = keel_entry_text_join (keel_journal_find_sheet (self, digest), answers);
  return keel_database_begin (self->database, error) &&
         keel_journal_end_writing (self, insert_version (self, uuid, json, keel_count_words (text), error),
                                   error);
}

GArray *
keel_journal_get_versions (KeelJournal *self, const char *uuid, GError **error)
{
  g_autoptr (GArray) versions = g_array_new (FALSE, FALSE, sizeof (KeelEntryVersion));
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  statement = prepare (self,
                       "SELECT id, changed_at, n_words FROM entry_version"
                       " WHERE entry = (SELECT id FROM entry WHERE uuid = ?1) ORDER BY id DESC",
                       uuid, error);
  if (statement == NULL)
    return NULL;
  while (keel_database_step (self->database, statement, &row, error))
    {
      KeelEntryVersion version = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1),
                                   (guint) sqlite3_column_int64 (statement, 2) };

      if (!row)
        return g_steal_pointer (&versions);
      g_array_append_val (versions, version);
    }
  return NULL;
}

KeelAnswers *
keel_journal_read_version (KeelJournal *self, const char *uuid, gint64 id, GError **error)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  json = keel_journal_read_entry_text (self,
                                       "SELECT answers FROM entry_version WHERE id = ?2"
                                       " AND entry = (SELECT id FROM entry WHERE uuid = ?1)",
                                       uuid, id, error);
  return json != NULL ? keel_journal_parse_answers (uuid, json, error) : NULL;
}

/* An entry that search does not know as it is. */
typedef struct
{
  gint64 id;
  char *name;
  char *text;
} Stale;

static void
clear_stale (Stale *stale)
{
  g_free (stale->name);
  g_free (stale->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stale, clear_stale)

/* @stale keeps an id of 0 where there is none any more. */
static gboolean
find_stale (KeelJournal *self, Stale *stale, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *json = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *text = NULL;
  g_autoptr (KeelAnswers) answers = NULL;
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement = keel_database_prepare (
      self->database,
      "SELECT id, name || char (10) || coalesce (title, ''), answers, template FROM entry"
      " JOIN entry_answers ON entry = id WHERE stale = 1 LIMIT 1",
      error);
  if (statement == NULL || !keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  stale->id = sqlite3_column_int64 (statement, 0);
  name = keel_column_text (statement, 1);
  stale->name = keel_fold (name);
  json = keel_column_text (statement, 2);
  digest = keel_column_text (statement, 3);
  sqlite3_reset (statement);
  answers = keel_answers_new_from_json (json, NULL); /* one that cannot be read has no words */
  if (answers != NULL)
    text = keel_entry_text_join (keel_journal_find_sheet (self, digest), answers);
  stale->text = keel_fold (text != NULL ? text : "");
  return TRUE;
}

static gboolean
run_for (KeelJournal *self, const char *sql, const Stale *stale, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, stale->id);
  if (sqlite3_bind_parameter_count (statement) > 1)
    {
      keel_bind_text (statement, 2, stale->name);
      keel_bind_text (statement, 3, stale->text);
    }
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
index_entry (KeelJournal *self, const Stale *stale, GError **error)
{
  return run_for (self, "DELETE FROM entry_text WHERE rowid = ?1", stale, error) &&
         run_for (self, "INSERT INTO entry_text (rowid, name, text) VALUES (?1, ?2, ?3)", stale, error) &&
         run_for (self, "UPDATE entry SET stale = 0 WHERE id = ?1", stale, error);
}

static gboolean
index_all (KeelJournal *self, GError **error)
{
  for (;;)
    {
      g_auto (Stale) stale = { 0 };

      if (!find_stale (self, &stale, error))
        return FALSE;
      if (stale.id == 0)
        return TRUE;
      if (!index_entry (self, &stale, error))
        return FALSE;
    }
}

gboolean
keel_journal_index_entries (KeelJournal *self, GError **error)
{
  gint64 stale = 0;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);

  if (!keel_database_get_integer (self->database, "SELECT 1 FROM entry WHERE stale = 1 LIMIT 1", &stale,
                                  error))
    return FALSE;
  return stale == 0 || (keel_database_begin (self->database, error) &&
                        keel_journal_end_writing (self, index_all (self, error), error));
}

/* Answers and versions go with the entry; the words of the index stay in it until it is made anew. Pages that
 * are given back are overwritten (secure_delete). */
static gboolean
destroy (KeelJournal *self, const char *uuid, GError **error)
{
  static const char *const steps[] = {
    "DELETE FROM entry_text WHERE rowid = (SELECT id FROM entry WHERE uuid = ?1)",
    "DELETE FROM entry WHERE uuid = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      sqlite3_stmt *statement = prepare (self, steps[i], uuid, error);

      if (statement == NULL || !keel_database_step (self->database, statement, NULL, error))
        return FALSE;
    }
  return sqlite3_changes (keel_database_get_handle (self->database)) > 0 ||
         keel_journal_miss_entry (uuid, error);
}

static gboolean
clean_up (KeelJournal *self, GError **error)
{
  return keel_database_execute (self->database,
                                "DELETE FROM template WHERE digest NOT IN (SELECT template FROM entry);"
                                "INSERT INTO entry_text (entry_text) VALUES ('optimize')",
                                error);
}

gboolean
keel_journal_destroy_entry (KeelJournal *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_database_begin (self->database, error) &&
         keel_journal_end_writing (self, destroy (self, uuid, error) && clean_up (self, error), error);
}

static gboolean
destroy_old (KeelJournal *self, GPtrArray *old, GError **error)
{
  for (guint i = 0; i < old->len; i++)
    if (!destroy (self, g_ptr_array_index (old, i), error))
      return FALSE;
  return clean_up (self, error);
}

gboolean
keel_journal_empty_trash (KeelJournal *self, GError **error)
{
  const KeelEntryFilter filter = { .trash = TRUE };
  g_autoptr (GPtrArray) trash = keel_journal_get_entries (self, &filter, error);
  g_autoptr (GPtrArray) old = g_ptr_array_new ();
  gint64 since = keel_clock_get_now (self->clock) - KEEL_TRASH_DAYS * DAY;

  if (trash == NULL)
    return FALSE;
  for (guint i = 0; i < trash->len; i++)
    {
      const KeelEntry *entry = g_ptr_array_index (trash, i);

      if (entry->deleted_at < since)
        g_ptr_array_add (old, entry->uuid);
    }
  return old->len == 0 || (keel_database_begin (self->database, error) &&
                           keel_journal_end_writing (self, destroy_old (self, old, error), error));
}

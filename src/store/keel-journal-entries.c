
#include "keel-entry-text.h"
#include "keel-journal-rows.h"
#include "keel-journal-writing.h"

#define COLUMNS                                                                                              \
  "uuid, worksheet, name, title, beginning, state, pinned, link, target, created_at, changed_at,"            \
  " finished_at, shared_at, deleted_at, shared_with, guard"
#define ORDER " ORDER BY pinned DESC, changed_at DESC, id DESC"

static int
read_word (sqlite3_stmt *statement, int column, const char *const *words)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  for (int i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], text) == 0)
      return i;
  return 0;
}

static gpointer
read_entry (sqlite3_stmt *statement)
{
  KeelEntry *entry = keel_entry_new ((const char *) sqlite3_column_text (statement, 0),
                                     (const char *) sqlite3_column_text (statement, 1),
                                     (const char *) sqlite3_column_text (statement, 2));

  entry->title = keel_column_text (statement, 3);
  entry->beginning = keel_column_text (statement, 4);
  entry->state = read_word (statement, 5, keel_entry_state_words);
  entry->pinned = sqlite3_column_int (statement, 6) != 0;
  entry->link = read_word (statement, 7, keel_entry_link_words);
  entry->target = keel_column_text (statement, 8);
  entry->created_at = sqlite3_column_int64 (statement, 9);
  entry->changed_at = sqlite3_column_int64 (statement, 10);
  entry->finished_at = sqlite3_column_int64 (statement, 11);
  entry->shared_at = sqlite3_column_int64 (statement, 12);
  entry->deleted_at = sqlite3_column_int64 (statement, 13);
  entry->shared_with = keel_column_text (statement, 14);
  entry->guard = (KeelEntryGuard) sqlite3_column_int (statement, 15);
  return entry;
}

/* What stands before it changed something. */
static gboolean
check_changed (KeelJournal *self, const char *uuid, GError **error)
{
  return sqlite3_changes (keel_database_get_handle (self->database)) > 0 ||
         keel_journal_miss_entry (uuid, error);
}

static gboolean
keep_template (KeelJournal *self, const char *xml, const char *digest, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "INSERT OR IGNORE INTO template (digest, xml) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, digest);
  keel_bind_text (statement, 2, xml);
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
insert_answers (KeelJournal *self, const char *answers, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "INSERT INTO entry_answers (entry, answers)"
                                     " VALUES (last_insert_rowid (), ?1)",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, answers);
  return keel_database_step (self->database, statement, NULL, error);
}

static KeelEntryGuard
find_guard (const KeelWorksheet *worksheet)
{
  if (worksheet->quiet)
    return KEEL_ENTRY_GUARD_QUIET;
  return worksheet->ask_again ? KEEL_ENTRY_GUARD_WORDS : KEEL_ENTRY_GUARD_NONE;
}

static gboolean
insert_entry (KeelJournal *self, const char *uuid, const KeelWorksheet *worksheet, KeelEntryLink link,
              const char *target, GError **error)
{
  g_autofree char *xml = keel_worksheet_to_xml (worksheet);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, xml, -1);
  sqlite3_stmt *statement;

  if (!keep_template (self, xml, digest, error))
    return FALSE;
  statement =
      keel_database_prepare (self->database,
                             "INSERT INTO entry (uuid, worksheet, template, name, state, link, target,"
                             " created_at, changed_at, guard)"
                             " VALUES (?1, ?2, ?3, ?4, 'draft', ?5, ?6, ?7, ?7, ?8)",
                             error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, worksheet->id);
  keel_bind_text (statement, 3, digest);
  keel_bind_text (statement, 4, worksheet->name);
  keel_bind_text (statement, 5, keel_entry_link_words[target != NULL ? link : KEEL_ENTRY_LINK_NONE]);
  keel_bind_text (statement, 6, link != KEEL_ENTRY_LINK_NONE ? target : NULL);
  sqlite3_bind_int64 (statement, 7, keel_clock_get_now (self->clock));
  sqlite3_bind_int (statement, 8, find_guard (worksheet));
  return keel_database_step (self->database, statement, NULL, error) && insert_answers (self, "{}", error);
}

KeelEntry *
keel_journal_begin_entry (KeelJournal *self, const KeelWorksheet *worksheet, KeelEntryLink link,
                          const char *target, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (worksheet != NULL, NULL);

  if (!keel_database_begin (self->database, error) ||
      !keel_journal_end_writing (self, insert_entry (self, uuid, worksheet, link, target, error), error))
    return NULL;
  return keel_journal_find_entry (self, uuid, error);
}

/* ?1 words, ?2 template, ?3 and ?4 link, ?5 limit; each NULL where it does not matter. ?6 the most guarded.
 */
#define WHERE                                                                                                \
  " AND (?2 IS NULL OR worksheet = ?2) AND (?3 IS NULL OR (link = ?3 AND target IS ?4)) AND guard <= ?6"

static sqlite3_stmt *
prepare_list (KeelJournal *self, const KeelEntryFilter *filter, gboolean words, GError **error)
{
  if (words)
    return keel_database_prepare (self->database,
                                  /* "+": in the order of the index, of which the first are wanted */
                                  "SELECT " COLUMNS " FROM entry WHERE deleted_at IS NULL AND +id IN"
                                  " (SELECT rowid FROM entry_text WHERE entry_text MATCH ?1)" WHERE ORDER
                                  " LIMIT ?5",
                                  error);
  if (filter->trash)
    return keel_database_prepare (self->database,
                                  "SELECT " COLUMNS
                                  " FROM entry WHERE deleted_at IS NOT NULL AND ?1 IS NULL" WHERE
                                  " ORDER BY deleted_at DESC, id DESC LIMIT ?5",
                                  error);
  return keel_database_prepare (self->database,
                                "SELECT " COLUMNS
                                " FROM entry WHERE deleted_at IS NULL AND ?1 IS NULL" WHERE ORDER " LIMIT ?5",
                                error);
}

GPtrArray *
keel_journal_get_entries (KeelJournal *self, const KeelEntryFilter *filter, GError **error)
{
  g_autofree char *query = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  query = filter->words != NULL && !filter->trash ? keel_entry_text_make_query (filter->words) : NULL;
  statement = prepare_list (self, filter, query != NULL, error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, query);
  keel_bind_text (statement, 2, filter->worksheet);
  keel_bind_text (statement, 3,
                  filter->link != KEEL_ENTRY_LINK_NONE ? keel_entry_link_words[filter->link] : NULL);
  keel_bind_text (statement, 4, filter->target);
  sqlite3_bind_int64 (statement, 5, filter->limit > 0 ? (gint64) filter->limit : -1);
  sqlite3_bind_int (statement, 6, filter->told ? KEEL_ENTRY_GUARD_WORDS : KEEL_ENTRY_GUARD_QUIET);
  return keel_journal_read_rows (self, statement, read_entry, g_object_unref, error);
}

KeelEntry *
keel_journal_find_entry (KeelJournal *self, const char *uuid, GError **error)
{
  KeelEntry *entry;
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  statement = keel_database_prepare (self->database, "SELECT " COLUMNS " FROM entry WHERE uuid = ?1", error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, uuid);
  if (!keel_database_step (self->database, statement, &row, error))
    return NULL;
  if (!row)
    {
      keel_journal_miss_entry (uuid, error);
      return NULL;
    }
  entry = read_entry (statement);
  sqlite3_reset (statement);
  return entry;
}

/* Runs @sql, a literal, with the entry as ?1, a text as ?2 and a number as ?3. */
static gboolean
set (KeelJournal *self, const char *uuid, const char *sql, const char *text, gint64 number, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, text);
  sqlite3_bind_int64 (statement, 3, number);
  return keel_database_step (self->database, statement, NULL, error) && check_changed (self, uuid, error);
}

gboolean
keel_journal_set_entry_title (KeelJournal *self, const char *uuid, const char *title, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return set (self, uuid, "UPDATE entry SET title = nullif (?2, ''), stale = 1 + ?3 WHERE uuid = ?1", title,
              0, error);
}

gboolean
keel_journal_set_entry_state (KeelJournal *self, const char *uuid, KeelEntryState state, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return set (self, uuid,
              "UPDATE entry SET state = ?2,"
              " finished_at = CASE ?2 WHEN 'finished' THEN ?3 WHEN 'draft' THEN NULL ELSE finished_at END"
              " WHERE uuid = ?1",
              keel_entry_state_words[state], keel_clock_get_now (self->clock), error);
}

gboolean
keel_journal_set_entry_pinned (KeelJournal *self, const char *uuid, gboolean pinned, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return set (self, uuid, "UPDATE entry SET pinned = ?3 WHERE uuid = ?1 AND ?2 IS NULL", NULL, pinned ? 1 : 0,
              error);
}

gboolean
keel_journal_set_entry_link (KeelJournal *self, const char *uuid, KeelEntryLink link, const char *target,
                             GError **error)
{
  KeelEntryLink kept = target != NULL ? link : KEEL_ENTRY_LINK_NONE;
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  statement = keel_database_prepare (self->database,
                                     "UPDATE entry SET link = ?2, target = ?3 WHERE uuid = ?1", error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, keel_entry_link_words[kept]);
  keel_bind_text (statement, 3, kept != KEEL_ENTRY_LINK_NONE ? target : NULL);
  return keel_database_step (self->database, statement, NULL, error) && check_changed (self, uuid, error);
}

gboolean
keel_journal_set_entry_shared (KeelJournal *self, const char *uuid, gint64 at, const char *with,
                               GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return set (self, uuid,
              "UPDATE entry SET shared_at = nullif (?3, 0), shared_with = iif (?3 = 0, NULL, nullif (?2, ''))"
              " WHERE uuid = ?1",
              with, at, error);
}

gboolean
keel_journal_set_entry_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return set (self, uuid, "UPDATE entry SET deleted_at = nullif (?3, 0) WHERE uuid = ?1 AND ?2 IS NULL", NULL,
              deleted ? keel_clock_get_now (self->clock) : 0, error);
}

static gboolean
copy_entry (KeelJournal *self, const char *uuid, const char *copy, GError **error)
{
  g_autoptr (KeelAnswers) answers = keel_journal_read_answers (self, uuid, error);
  g_autofree char *json = answers != NULL ? keel_answers_to_json (answers) : NULL;
  sqlite3_stmt *statement;

  if (json == NULL)
    return FALSE;
  statement = keel_database_prepare (self->database,
                                     "INSERT INTO entry (uuid, worksheet, template, name, title, beginning,"
                                     " state, link, target, created_at, changed_at, guard)"
                                     " SELECT ?2, worksheet, template, name, title, beginning, 'draft', link,"
                                     " target, ?3, ?3, guard FROM entry WHERE uuid = ?1",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, copy);
  sqlite3_bind_int64 (statement, 3, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error) && insert_answers (self, json, error);
}

KeelEntry *
keel_journal_duplicate_entry (KeelJournal *self, const char *uuid, GError **error)
{
  g_autofree char *copy = g_uuid_string_random ();

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  if (!keel_database_begin (self->database, error) ||
      !keel_journal_end_writing (self, copy_entry (self, uuid, copy, error), error))
    return NULL;
  return keel_journal_find_entry (self, copy, error);
}

#include "keel-vault-fixture.h"

#include <string.h>

#include <glib/gstdio.h>

#define LONGEST 9000

const KeelDatabaseKind keel_vault_fixture_kind = {
  .schema = "/app/keel/Keel/schema/directory.sql",
  .application_id = 0x4b546657,
  .user_version = 1,
};

KeelVaultKey *
keel_vault_fixture_key (guint8 bytes)
{
  guint8 key[KEEL_VAULT_KEY_BYTES];

  memset (key, bytes, sizeof key);
  return keel_vault_key_new (key);
}

KeelDatabase *
keel_vault_fixture_open (const char *path, KeelVaultKey *key)
{
  g_autoptr (GError) error = NULL;
  KeelDatabase *database = keel_database_open_protected (path, &keel_vault_fixture_kind, key, &error);

  g_assert_no_error (error);
  g_assert_nonnull (database);
  return database;
}

void
keel_vault_fixture_run (KeelDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  keel_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

/* The first column of the first row; not kept, so @sql need not be a literal. NULL where there is no row. */
static char *
ask (KeelDatabase *database, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  char *text = NULL;
  int code = sqlite3_prepare_v2 (keel_database_get_handle (database), sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  else if (code != SQLITE_DONE)
    keel_database_set_error (database, error);
  sqlite3_finalize (statement);
  return text;
}

char *
keel_vault_fixture_ask (KeelDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  char *text = ask (database, sql, &error);

  g_assert_no_error (error);
  return text;
}

gboolean
keel_vault_fixture_make_tables (KeelDatabase *database)
{
  return keel_database_execute (
      database,
      "BEGIN IMMEDIATE;"
      "CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;"
      "CREATE VIRTUAL TABLE IF NOT EXISTS note_text USING fts5 (words);"
      "COMMIT",
      NULL);
}

static char *
make_note (gint64 number)
{
  GString *words = g_string_new (KEEL_CANARY);
  gint64 length = (number * 2654435761) % (number % 5 == 0 ? LONGEST : 400);

  while ((gint64) words->len < length)
    g_string_append_printf (words, " word%" G_GINT64_FORMAT, (number * 31 + (gint64) words->len) % 997);
  return g_string_free (words, FALSE);
}

gboolean
keel_vault_fixture_write (KeelDatabase *database, gint64 number)
{
  g_autofree char *note = make_note (number);
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("BEGIN IMMEDIATE;"
                         "INSERT INTO note VALUES (%" G_GINT64_FORMAT ", '%s');"
                         "INSERT INTO note_text (rowid, words) VALUES (%" G_GINT64_FORMAT ", '%s');"
                         "COMMIT",
                         number, note, number, note);
  if (keel_database_execute (database, sql, NULL))
    return TRUE;
  keel_database_rollback (database);
  return FALSE;
}

static gboolean
check_notes (KeelDatabase *database, gint64 count, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row = TRUE;
  gint64 number = 0;

  statement = keel_database_prepare (database, "SELECT id, words FROM note ORDER BY id", error);
  while (statement && row)
    {
      g_autofree char *note = make_note (number + 1);

      if (!keel_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        break;
      number++;
      if (sqlite3_column_int64 (statement, 0) != number ||
          g_strcmp0 ((const char *) sqlite3_column_text (statement, 1), note) != 0)
        {
          g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT, "Note %" G_GINT64_FORMAT, number);
          sqlite3_reset (statement);
          return FALSE;
        }
    }
  if (statement && number != count)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT, "Only notes up to %" G_GINT64_FORMAT,
                 number);
  return statement && number == count;
}

static gboolean
check_content (KeelDatabase *database, gint64 least, gint64 most, GError **error)
{
  g_autofree char *state = ask (database, "PRAGMA integrity_check", error);
  g_autofree char *tables = state ? ask (database, "SELECT count(*) FROM sqlite_schema WHERE name = 'note'",
                                         error)
                                  : NULL;
  g_autofree char *count = NULL;
  gint64 n = 0;

  if (tables && strcmp (tables, "1") == 0)
    {
      count = ask (database, "SELECT count(*) FROM note", error);
      if (count == NULL)
        return FALSE;
      n = g_ascii_strtoll (count, NULL, 10);
    }
  if (tables == NULL)
    return FALSE;
  if (strcmp (state, "ok") != 0 || n < least || n > most)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT,
                   "%s; %" G_GINT64_FORMAT " notes, not %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, state, n,
                   least, most);
      return FALSE;
    }
  return count == NULL ||
         (check_notes (database, n, error) &&
          keel_database_execute (database,
                                 "INSERT INTO note_text (note_text, rank) VALUES ('integrity-check', 1)",
                                 error));
}

gboolean
keel_vault_fixture_check (const char *path, KeelVaultKey *key, gint64 least, gint64 most, GError **error)
{
  g_autoptr (KeelDatabase) database = keel_database_open_protected (path, &keel_vault_fixture_kind, key,
                                                                    error);

  return database != NULL && check_content (database, least, most, error);
}

GBytes *
keel_vault_fixture_load (const char *path)
{
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  return g_bytes_new_take (data, length);
}

void
keel_vault_fixture_save (const char *path, GBytes *bytes)
{
  /* GLib writes over a longer file without cutting it. */
  g_unlink (path);
  if (bytes)
    g_assert_true (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                             (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_NONE,
                                             0600, NULL));
}

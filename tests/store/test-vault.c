/* What SQLite does through the vault, and what is to be seen on the disk meanwhile. */

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sodium.h>

#include "keel-test-folder.h"
#include "keel-vault-fixture.h"

#define N_NOTES 60
#define PAGE_BYTES 4096

typedef struct
{
  char *folder;
  char *path;
  char *journal;
  KeelVaultKey *key;
} Fixture;

static void
set_up (Fixture *fixture, const void *data)
{
  fixture->folder = keel_test_folder_make ();
  fixture->path = g_build_filename (fixture->folder, "vault.db", NULL);
  fixture->journal = g_strconcat (fixture->path, "-journal", NULL);
  fixture->key = keel_vault_fixture_key (7);
}

static void
tear_down (Fixture *fixture, const void *data)
{
  keel_test_folder_remove (fixture->folder);
  keel_vault_key_unref (fixture->key);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->journal);
}

static KeelDatabase *
open_filled (Fixture *fixture)
{
  KeelDatabase *database = keel_vault_fixture_open (fixture->path, fixture->key);

  g_assert_true (keel_vault_fixture_make_tables (database));
  for (gint64 i = 1; i <= N_NOTES; i++)
    g_assert_true (keel_vault_fixture_write (database, i));
  return database;
}

static void
assert_answer (KeelDatabase *database, const char *sql, const char *expected)
{
  g_autofree char *answer = keel_vault_fixture_ask (database, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static void
assert_whole (Fixture *fixture, const char *path, KeelVaultKey *key, gint64 notes)
{
  g_autoptr (GError) error = NULL;

  keel_vault_fixture_check (path, key, notes, notes, &error);
  g_assert_no_error (error);
}

static void
assert_refused (const char *path, KeelVaultKey *key, KeelStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelDatabase) database = keel_database_open_protected (path, &keel_vault_fixture_kind, key,
                                                                    &error);

  g_assert_null (database);
  g_assert_error (error, KEEL_STORE_ERROR, (gint) code);
}

static void
test_features (Fixture *fixture, const void *data)
{
  g_autoptr (KeelDatabase) database = open_filled (fixture);

  assert_answer (database, "PRAGMA journal_mode", "delete");
  assert_answer (database, "PRAGMA synchronous", "3");
  assert_answer (database, "SELECT count(*) FROM note_text WHERE note_text MATCH 'cana*'",
                 G_STRINGIFY (N_NOTES));
  keel_vault_fixture_run (
      database, "INSERT INTO note VALUES (1, 'other') ON CONFLICT (id) DO UPDATE SET words = words");
  keel_vault_fixture_run (database, "CREATE TEMP TABLE t AS SELECT * FROM note; DROP TABLE t");
  keel_vault_fixture_run (database, "CREATE INDEX by_words ON note (words); REINDEX; DROP INDEX by_words");
  keel_vault_fixture_run (database, "INSERT INTO note_text (note_text) VALUES ('optimize')");
  keel_vault_fixture_run (database, "ANALYZE; VACUUM");
  g_clear_pointer (&database, keel_database_close);
  assert_whole (fixture, fixture->path, fixture->key, N_NOTES);
}

/* What would leave words of a person beside the file: refused or in memory. */
static void
test_no_other_files (Fixture *fixture, const void *data)
{
  g_autoptr (KeelDatabase) database = open_filled (fixture);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s/other.db' AS other; CREATE TABLE other.t (a)",
                                             fixture->folder);
  g_autoptr (GDir) folder = NULL;

  assert_answer (database, "PRAGMA journal_mode = WAL", "delete");
  /* Alone on a file, SQLite does not need shared memory for a log. */
  assert_answer (database, "PRAGMA locking_mode = EXCLUSIVE", "exclusive");
  g_assert_false (keel_database_execute (database, "PRAGMA journal_mode = WAL", NULL));
  assert_answer (database, "PRAGMA journal_mode = DELETE", "delete");
  assert_answer (database, "PRAGMA locking_mode = NORMAL", "normal");
  g_assert_false (keel_database_execute (database, attach, NULL));
  keel_database_execute (database, "PRAGMA page_size = 8192; VACUUM", NULL);
  assert_answer (database, "PRAGMA page_size", "4096");
  g_assert_false (keel_database_execute (database,
                                         "PRAGMA temp_store = FILE; CREATE TEMP TABLE t (a);"
                                         "PRAGMA temp.cache_size = 5; BEGIN;"
                                         "INSERT INTO t SELECT randomblob (9000) FROM note; COMMIT",
                                         NULL));
  keel_database_rollback (database);
  keel_vault_fixture_run (database, "PRAGMA temp_store = MEMORY");
  keel_vault_fixture_run (database,
                          "PRAGMA cache_size = 5; BEGIN; SAVEPOINT a; UPDATE note SET words = words || 'x';"
                          "SAVEPOINT b; DELETE FROM note; ROLLBACK TO b; ROLLBACK TO a; COMMIT");
  g_clear_pointer (&database, keel_database_close);
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "vault.db");
  g_assert_null (g_dir_read_name (folder));
  assert_whole (fixture, fixture->path, fixture->key, N_NOTES);
}

static gboolean
has (GBytes *bytes, const char *words)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), words, strlen (words)) != NULL;
}

static void
assert_nothing_shows (const char *path)
{
  g_autoptr (GBytes) bytes = keel_vault_fixture_load (path);

  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 2 * PAGE_BYTES);
  g_assert_false (has (bytes, KEEL_CANARY));
  g_assert_false (has (bytes, "word1"));
  g_assert_false (has (bytes, "SQLite"));
  g_assert_false (has (bytes, "CREATE"));
}

/* Fills a page cache of five pages, so that the journal is on the disk, and in parts. */
static void
change_all (KeelDatabase *database)
{
  keel_vault_fixture_run (database, "PRAGMA cache_size = 5; BEGIN IMMEDIATE;"
                                    "UPDATE note SET words = '" KEEL_CANARY " changed ' || words;"
                                    "DELETE FROM note WHERE id > 50");
}

static void
test_canary (Fixture *fixture, const void *data)
{
  static const guint8 clear[] = { 16, 0, 1, 1, 40, 64, 32, 32 };
  g_autoptr (KeelDatabase) database = open_filled (fixture);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *plain = g_build_filename (fixture->folder, "plain.db", NULL);
  g_autoptr (KeelDatabase) readable = keel_vault_fixture_open (plain, NULL);

  change_all (database);
  assert_nothing_shows (fixture->path);
  assert_nothing_shows (fixture->journal);
  keel_vault_fixture_run (database, "ROLLBACK");
  assert_nothing_shows (fixture->path);
  bytes = keel_vault_fixture_load (fixture->path);
  g_assert_cmpmem ((const guint8 *) g_bytes_get_data (bytes, NULL) + 16, 8, clear, sizeof clear);
  g_clear_pointer (&bytes, g_bytes_unref);

  /* The search itself finds what is there. */
  g_assert_true (keel_vault_fixture_make_tables (readable));
  g_assert_true (keel_vault_fixture_write (readable, 1));
  bytes = keel_vault_fixture_load (plain);
  g_assert_true (has (bytes, KEEL_CANARY));
}

static void
test_rollback (Fixture *fixture, const void *data)
{
  g_autoptr (KeelDatabase) database = open_filled (fixture);

  change_all (database);
  keel_vault_fixture_run (database, "ROLLBACK");
  assert_whole (fixture, fixture->path, fixture->key, N_NOTES);
  for (guint i = 0; i < 3; i++)
    {
      const char *modes[] = { "TRUNCATE", "PERSIST", "DELETE" };
      g_autofree char *sql = g_strdup_printf ("PRAGMA journal_mode = %s", modes[i]);

      keel_vault_fixture_run (database, sql);
      for (guint j = 0; j < 3; j++)
        {
          change_all (database);
          keel_vault_fixture_run (database,
                                  "SAVEPOINT a; DELETE FROM note WHERE id < 10; ROLLBACK TO a; ROLLBACK");
          keel_vault_fixture_run (database, "UPDATE note SET words = words WHERE id = 5");
        }
      assert_whole (fixture, fixture->path, fixture->key, N_NOTES);
    }
}

static void
copy_database (KeelDatabase *from, KeelDatabase *to)
{
  sqlite3_backup *backup;

  backup = sqlite3_backup_init (keel_database_get_handle (to), "main", keel_database_get_handle (from),
                                "main");
  g_assert_nonnull (backup);
  g_assert_cmpint (sqlite3_backup_step (backup, -1), ==, SQLITE_DONE);
  g_assert_cmpint (sqlite3_backup_finish (backup), ==, SQLITE_OK);
}

static void
test_backup (Fixture *fixture, const void *data)
{
  g_autoptr (KeelDatabase) database = open_filled (fixture);
  g_autoptr (KeelVaultKey) other_key = keel_vault_fixture_key (9);
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *plain_path = g_build_filename (fixture->folder, "plain.db", NULL);
  g_autoptr (KeelDatabase) copy = keel_vault_fixture_open (path, other_key);
  g_autoptr (KeelDatabase) plain = keel_vault_fixture_open (plain_path, NULL);

  copy_database (database, copy);
  copy_database (database, plain);
  g_clear_pointer (&copy, keel_database_close);
  g_clear_pointer (&plain, keel_database_close);
  assert_whole (fixture, path, other_key, N_NOTES);
  assert_whole (fixture, plain_path, NULL, N_NOTES);
  assert_refused (path, fixture->key, KEEL_STORE_ERROR_FOREIGN);
  assert_nothing_shows (path);
}

/* Neither with a key where none belongs nor without one where one does; and nothing is written. */
static void
test_mixed_up (Fixture *fixture, const void *data)
{
  g_autofree char *plain = g_build_filename (fixture->folder, "plain.db", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  keel_database_close (open_filled (fixture));
  keel_database_close (keel_vault_fixture_open (plain, NULL));
  before = keel_vault_fixture_load (fixture->path);
  assert_refused (fixture->path, NULL, KEEL_STORE_ERROR_FOREIGN);
  after = keel_vault_fixture_load (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_clear_pointer (&before, g_bytes_unref);
  g_clear_pointer (&after, g_bytes_unref);
  before = keel_vault_fixture_load (plain);
  assert_refused (plain, fixture->key, KEEL_STORE_ERROR_FOREIGN);
  after = keel_vault_fixture_load (plain);
  g_assert_true (g_bytes_equal (before, after));
}

static void
write_odd_or_even (const char *path, KeelVaultKey *key, gint64 remainder)
{
  for (gint64 i = 0; i < N_NOTES; i++)
    {
      KeelDatabase *database = keel_vault_fixture_open (path, key);

      if (!keel_vault_fixture_write (database, 1000 + 2 * i + remainder))
        _exit (1);
      keel_database_close (database);
    }
}

/* Two processes that open and write at once never take a page that is being written for one of another key.
 */
static void
test_at_once (Fixture *fixture, const void *data)
{
  int status = 0;
  pid_t child;
  g_autoptr (KeelDatabase) database = NULL;

  keel_database_close (open_filled (fixture));
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      write_odd_or_even (fixture->path, fixture->key, 1);
      _exit (0);
    }
  write_odd_or_even (fixture->path, fixture->key, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  database = keel_vault_fixture_open (fixture->path, fixture->key);
  assert_answer (database, "SELECT count(*) FROM note", "180");
  assert_answer (database, "PRAGMA integrity_check", "ok");
}

/* A journal that was written while others were left out: a hole is filled with pages that authenticate. */
static void
test_growing (Fixture *fixture, const void *data)
{
  g_autoptr (KeelDatabase) database = open_filled (fixture);

  keel_vault_fixture_run (
      database, "PRAGMA secure_delete = OFF; PRAGMA cache_size = 5; BEGIN; CREATE TABLE big (a);"
                "INSERT INTO big SELECT randomblob (20000) FROM note; DROP TABLE big;"
                "CREATE TABLE more (a); INSERT INTO more SELECT randomblob (3000) FROM note; COMMIT");
  keel_vault_fixture_run (database,
                          "INSERT INTO more SELECT randomblob (9000) FROM note; DROP TABLE more; VACUUM");
  g_clear_pointer (&database, keel_database_close);
  assert_whole (fixture, fixture->path, fixture->key, N_NOTES);
}

/* Page @number of a file as keel-vault(5) says, with libsodium alone; @body is what is encrypted of it. */
static gboolean
decrypt_as_documented (GBytes *file, guint8 number, const guint8 *body, gsize length, guint8 *text)
{
  const guint8 *seal = (const guint8 *) g_bytes_get_data (file, NULL) + number * PAGE_BYTES - 40;
  const guint8 context[] = { 'P', 0x4b, 0x54, 0x66, 0x57, 0, 0, 0, number };
  guint8 key[32];

  memset (key, 7, sizeof key);
  return crypto_aead_xchacha20poly1305_ietf_decrypt_detached (text, NULL, body, length, seal + 24, context,
                                                              sizeof context, seal, key) == 0;
}

static void
test_as_documented (Fixture *fixture, const void *data)
{
  g_autoptr (GBytes) file = NULL;
  const guint8 *bytes;
  guint8 body[PAGE_BYTES];
  guint8 text[PAGE_BYTES];

  keel_database_close (open_filled (fixture));
  file = keel_vault_fixture_load (fixture->path);
  bytes = g_bytes_get_data (file, NULL);
  memcpy (body, bytes, 16);
  memcpy (body + 16, bytes + 24, 4056 - 24);
  g_assert_true (decrypt_as_documented (file, 1, body, 4048, text));
  g_assert_cmpmem (text, 16, "SQLite format 3", 16);
  for (guint8 number = 2; number < 10; number++)
    g_assert_true (decrypt_as_documented (file, number, bytes + (number - 1) * PAGE_BYTES, 4056, text));
}

#define ADD(name, function) g_test_add ("/store/vault/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("features", test_features);
  ADD ("no-other-files", test_no_other_files);
  ADD ("canary", test_canary);
  ADD ("rollback", test_rollback);
  ADD ("backup", test_backup);
  ADD ("mixed-up", test_mixed_up);
  ADD ("at-once", test_at_once);
  ADD ("growing", test_growing);
  ADD ("as-documented", test_as_documented);
  return g_test_run ();
}

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "store/keel-database.h"

#define N_PROCESSES 6
#define N_ROUNDS 8

static const KeelDatabaseKind journal_kind = {
  .schema = "/app/keel/Keel/schema/directory.sql",
  .application_id = 0x4b54657a,
  .user_version = 3,
};

static const KeelDatabaseKind log_kind = {
  .schema = "/app/keel/Keel/schema/directory.sql",
  .application_id = 0x4b54657a,
  .user_version = 3,
  .write_ahead = TRUE,
};

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, const void *data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("keel-database-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
}

static void
remove_file (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);

  g_unlink (name);
}

static void
remove_database (Fixture *fixture)
{
  remove_file (fixture->path, "");
  remove_file (fixture->path, "-wal");
  remove_file (fixture->path, "-shm");
  remove_file (fixture->path, "-journal");
}

static void
tear_down (Fixture *fixture, const void *data)
{
  remove_database (fixture);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static KeelDatabase *
open_database (Fixture *fixture, const KeelDatabaseKind *kind)
{
  g_autoptr (GError) error = NULL;
  KeelDatabase *database = keel_database_open (fixture->path, kind, &error);

  g_assert_no_error (error);
  g_assert_nonnull (database);
  return database;
}

static char *
get_text (KeelDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = keel_database_prepare (database, sql, &error);
  gboolean row = FALSE;
  char *text;

  g_assert_no_error (error);
  g_assert_true (keel_database_step (database, statement, &row, &error));
  g_assert_no_error (error);
  g_assert_true (row);
  text = keel_column_text (statement, 0);
  sqlite3_reset (statement);
  return text;
}

static void
assert_text (KeelDatabase *database, const char *sql, const char *expected)
{
  g_autofree char *text = get_text (database, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_refused (Fixture *fixture, const KeelDatabaseKind *kind, KeelStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelDatabase) database = keel_database_open (fixture->path, kind, &error);

  g_assert_null (database);
  g_assert_error (error, KEEL_STORE_ERROR, (gint) code);
}

static void
test_rules (Fixture *fixture, const void *data)
{
  const KeelDatabaseKind *kind = data;
  g_autoptr (KeelDatabase) database = open_database (fixture, kind);
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  assert_text (database, "PRAGMA journal_mode", kind->write_ahead ? "wal" : "delete");
  assert_text (database, "PRAGMA synchronous", kind->write_ahead ? "1" : "3");
  assert_text (database, "PRAGMA foreign_keys", "1");
  assert_text (database, "PRAGMA secure_delete", "1");
  assert_text (database, "PRAGMA cell_size_check", "1");
  assert_text (database, "PRAGMA trusted_schema", "0");
  assert_text (database, "PRAGMA temp_store", "2");
  assert_text (database, "PRAGMA user_version", "3");
  assert_text (database, "PRAGMA application_id", "1263822202");
  assert_text (database, "SELECT count(*) FROM state", "1");
  g_assert_false (keel_database_execute (database, "SELECT \"text\"", &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FAILED);

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_statements (Fixture *fixture, const void *data)
{
  static const char sql[] = "SELECT ?1 UNION ALL SELECT 'second'";
  g_autoptr (KeelDatabase) database = open_database (fixture, &journal_kind);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = keel_database_prepare (database, sql, &error);
  gboolean row = FALSE;

  keel_bind_text (statement, 1, "first");
  g_assert_true (keel_database_step (database, statement, &row, &error));
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "first");

  /* In the middle of its rows: handed out again, it begins anew and has forgotten. */
  g_assert_true (keel_database_prepare (database, sql, &error) == statement);
  g_assert_true (keel_database_step (database, statement, &row, &error));
  g_assert_true (row);
  g_assert_null (keel_column_text (statement, 0));
  g_assert_true (keel_database_step (database, statement, &row, &error));
  g_assert_true (row);
  g_assert_true (keel_database_step (database, statement, &row, &error));
  g_assert_false (row);

  g_assert_null (keel_database_prepare (database, "SELECT nothing FROM nowhere", &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FAILED);
}

static void
test_transactions (Fixture *fixture, const void *data)
{
  g_autoptr (KeelDatabase) database = open_database (fixture, data);
  g_autoptr (KeelDatabase) other = open_database (fixture, data);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement;
  gboolean row;

  sqlite3_busy_timeout (keel_database_get_handle (other), 10);
  g_assert_true (keel_database_begin (database, &error));
  g_assert_false (keel_database_begin (other, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_BUSY);
  g_clear_error (&error);

  g_assert_true (keel_database_execute (database, "UPDATE state SET change = 7", &error));
  statement = keel_database_prepare (database, "SELECT 1 UNION ALL SELECT 2", &error);
  g_assert_true (keel_database_step (database, statement, &row, &error));
  keel_database_rollback (database);
  g_assert_true (sqlite3_get_autocommit (keel_database_get_handle (database)));
  assert_text (other, "SELECT change FROM state", "0");
  keel_database_rollback (database);

  g_assert_true (keel_database_begin (other, &error));
  g_assert_true (keel_database_execute (other, "UPDATE state SET change = 8", &error));
  g_assert_true (keel_database_commit (other, &error));
  assert_text (database, "SELECT change FROM state", "8");
}

static void
copy_contents (Fixture *fixture, GBytes **contents)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  g_file_get_contents (fixture->path, &text, &length, &error);
  g_assert_no_error (error);
  *contents = g_bytes_new_take (text, length);
}

static void
assert_untouched (Fixture *fixture, const KeelDatabaseKind *kind, KeelStoreError code)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  copy_contents (fixture, &before);
  assert_refused (fixture, kind, code);
  copy_contents (fixture, &after);
  g_assert_true (g_bytes_equal (before, after));
}

/* Written by a newer Keel and left with its log, as after a crash. */
static void
make_newer_with_log (Fixture *fixture, const KeelDatabaseKind *kind)
{
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      KeelDatabase *database = keel_database_open (fixture->path, kind, NULL);
      gboolean written = database &&
                         keel_database_execute (database,
                                                "PRAGMA user_version = 4; UPDATE state SET change = 9", NULL);

      _exit (written ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
test_newer (Fixture *fixture, const void *data)
{
  KeelDatabaseKind newer = *(const KeelDatabaseKind *) data;

  make_newer_with_log (fixture, data);
  assert_untouched (fixture, data, KEEL_STORE_ERROR_NEWER);

  newer.user_version = 4;
  keel_database_close (open_database (fixture, &newer));
  assert_untouched (fixture, data, KEEL_STORE_ERROR_NEWER);
}

static void
test_foreign (Fixture *fixture, const void *data)
{
  KeelDatabaseKind other = *(const KeelDatabaseKind *) data;
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;

  other.application_id = 1;
  keel_database_close (open_database (fixture, &other));
  assert_untouched (fixture, data, KEEL_STORE_ERROR_FOREIGN);
  remove_database (fixture);

  /* Somebody's database without an application id. */
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TABLE mine (a)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  assert_untouched (fixture, data, KEEL_STORE_ERROR_FOREIGN);
  remove_database (fixture);

  g_file_set_contents (fixture->path, "Dear diary, this is not a database. I am quite sure of that.\n", -1,
                       &error);
  g_assert_no_error (error);
  assert_untouched (fixture, data, KEEL_STORE_ERROR_FOREIGN);
}

static void
test_corrupt (Fixture *fixture, const void *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelDatabase) database = NULL;
  FILE *file;

  keel_database_close (open_database (fixture, data));
  file = g_fopen (fixture->path, "r+b");
  g_assert_nonnull (file);
  /* Behind the header and the identity: the schema's own page. */
  g_assert_cmpint (fseek (file, 100, SEEK_SET), ==, 0);
  for (guint i = 0; i < 1000; i++)
    fputc (0xa5, file);
  fclose (file);

  database = keel_database_open (fixture->path, data, &error);
  g_assert_null (database);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT);
}

static void
test_no_folder (Fixture *fixture, const void *data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "test.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (keel_database_open (path, data, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IO);
}

static void
test_read_only (Fixture *fixture, const void *data)
{
  g_autoptr (KeelDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("for root nothing is read-only");
      return;
    }
  keel_database_close (open_database (fixture, data));
  g_chmod (fixture->path, 0400);
  database = keel_database_open (fixture->path, data, &error);
  if (database)
    g_assert_false (keel_database_execute (database, "UPDATE state SET change = 1", &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_READ_ONLY);
}

/* All at once on a file that is not there: each has to come out with the same schema. */
static void
test_race (Fixture *fixture, const void *data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      pid_t children[N_PROCESSES];
      int gate[2];

      g_assert_cmpint (pipe (gate), ==, 0);
      for (guint i = 0; i < N_PROCESSES; i++)
        {
          children[i] = fork ();
          if (children[i] == 0)
            {
              char byte;

              close (gate[1]);
              _exit (read (gate[0], &byte, 1) == 0 && keel_database_open (fixture->path, data, NULL) ? 0 : 1);
            }
        }
      close (gate[0]);
      close (gate[1]);
      for (guint i = 0; i < N_PROCESSES; i++)
        {
          int status = -1;

          g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
          g_assert_cmpint (status, ==, 0);
        }
      remove_database (fixture);
    }
}

static int
fill_until_full (Fixture *fixture, const KeelDatabaseKind *kind)
{
  const struct rlimit limit = { .rlim_cur = 400 * 1024, .rlim_max = 400 * 1024 };
  KeelDatabase *database = keel_database_open (fixture->path, kind, NULL);
  GError *error = NULL;
  int commits = 0;

  signal (SIGXFSZ, SIG_IGN);
  if (!database || setrlimit (RLIMIT_FSIZE, &limit) != 0)
    return 255;
  while (commits < 250 &&
         keel_database_execute (database,
                                "INSERT INTO list (name, source, format, imported_at, meetings)"
                                " VALUES (hex (randomblob (16)), hex (randomblob (4096)), '', 0, 0)",
                                &error))
    commits++;
  if (!g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FULL) ||
      !sqlite3_get_autocommit (keel_database_get_handle (database)))
    return 255;
  return commits;
}

static void
test_full (Fixture *fixture, const void *data)
{
  g_autoptr (KeelDatabase) database = NULL;
  g_autofree char *expected = NULL;
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    _exit (fill_until_full (fixture, data));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), >, 0);
  g_assert_cmpint (WEXITSTATUS (status), <, 250);

  /* Every commit that was acknowledged is there. */
  database = open_database (fixture, data);
  expected = g_strdup_printf ("%d", WEXITSTATUS (status));
  assert_text (database, "SELECT count(*) FROM list", expected);
  assert_text (database, "PRAGMA integrity_check", "ok");
}

static gssize
fail_to_write (int file, const void *bytes, gsize length, gint64 offset)
{
  errno = EIO;
  return -1;
}

static void
test_io_error (Fixture *fixture, const void *data)
{
  g_autoptr (KeelDatabase) database = open_database (fixture, data);
  g_autoptr (GError) error = NULL;
  sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");

  vfs->xSetSystemCall (vfs, "pwrite", (sqlite3_syscall_ptr) fail_to_write);
  vfs->xSetSystemCall (vfs, "pwrite64", (sqlite3_syscall_ptr) fail_to_write);
  g_assert_false (keel_database_execute (database, "UPDATE state SET change = 1", &error));
  vfs->xSetSystemCall (vfs, NULL, NULL);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IO);
  assert_text (database, "SELECT change FROM state", "0");
}

static void
test_texts (Fixture *fixture, const void *data)
{
  char *texts[] = { (char *) "O", (char *) "", (char *) "Men’s", NULL };
  g_autoptr (KeelDatabase) database = open_database (fixture, data);
  g_autofree char *joined = keel_join_texts (texts);
  g_autofree char *none = keel_join_texts (NULL);
  sqlite3_stmt *statement = keel_database_prepare (database, "SELECT ?1, ?2, NULL", NULL);
  gboolean row;

  keel_bind_text (statement, 1, joined);
  keel_bind_kept_text (statement, 2, none);
  g_assert_true (keel_database_step (database, statement, &row, NULL));
  for (int column = 0; column < 3; column++)
    {
      g_auto (GStrv) read = keel_column_texts (statement, column);

      g_assert_cmpint (g_strv_length (read), ==, column == 0 ? 3 : 0);
      g_assert_true (column > 0 || g_strv_equal ((const char *const *) read, (const char *const *) texts));
    }
  sqlite3_reset (statement);
}

/* Nothing that was to be kept may turn into NULL in silence. */
static void
test_unbound (Fixture *fixture, const void *data)
{
  if (g_test_subprocess ())
    {
      KeelDatabase *database = open_database (fixture, data);
      sqlite3_stmt *statement = keel_database_prepare (database, "SELECT ?1", NULL);

      tear_down (fixture, data); /* here nothing comes to its end */
      sqlite3_limit (keel_database_get_handle (database), SQLITE_LIMIT_LENGTH, 10);
      keel_bind_text (statement, 1, "longer than ten bytes");
      exit (0);
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*too big*");
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/database/delete/" name, Fixture, &journal_kind, set_up, function, tear_down);          \
  g_test_add ("/store/database/wal/" name, Fixture, &log_kind, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("rules", test_rules);
  ADD ("statements", test_statements);
  ADD ("texts", test_texts);
  ADD ("unbound", test_unbound);
  ADD ("transactions", test_transactions);
  ADD ("newer", test_newer);
  ADD ("foreign", test_foreign);
  ADD ("corrupt", test_corrupt);
  ADD ("no-folder", test_no_folder);
  ADD ("read-only", test_read_only);
  ADD ("race", test_race);
  ADD ("full", test_full);
  ADD ("io-error", test_io_error);

  return g_test_run ();
}

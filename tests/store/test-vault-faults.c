/*
 * What must not be lost: power cuts, processes that die, disks that fail, memory that runs out. A short run;
 * more with KEEL_VAULT_POINTS (power cuts of each kind, and every fault) and KEEL_VAULT_KILLS in the
 * environment. Two tests show that the power cuts have teeth.
 */

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "keel-test-disk.h"
#include "keel-test-folder.h"
#include "keel-vault-fixture.h"

#define N_POINTS_SHORT 300
#define N_KILLS_SHORT 25
#define N_NOTES 14
#define DISK_STEP_SHORT 23
#define MEMORY_STEP_SHORT 293
#define MEMORY_STEP 7

typedef struct
{
  char *folder;
  char *path;
  KeelVaultKey *key;
} Fixture;

/* After each commit that was acknowledged, the disk's time. */
typedef struct
{
  GArray *times;
  gint64 notes;
} Acknowledged;

static void
set_up (Fixture *fixture, const void *data)
{
  fixture->folder = keel_test_folder_make ();
  fixture->path = g_build_filename (fixture->folder, "vault.db", NULL);
  fixture->key = data ? NULL : keel_vault_fixture_key (7);
}

static void
tear_down (Fixture *fixture, const void *data)
{
  keel_test_folder_remove (fixture->folder);
  keel_vault_key_unref (fixture->key);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
get_number (const char *variable, guint otherwise)
{
  const char *text = g_getenv (variable);

  return text ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
remove_files (Fixture *fixture)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

  keel_vault_fixture_save (fixture->path, NULL);
  keel_vault_fixture_save (journal, NULL);
}

/* In a cache of five pages, so that the file is written to before the commit. FALSE at the first refusal. */
static gboolean
work (KeelDatabase *database, const char *pragma, Acknowledged *acknowledged)
{
  if (!keel_database_execute (database, pragma, NULL) || !keel_vault_fixture_make_tables (database))
    {
      keel_database_rollback (database);
      return FALSE;
    }
  for (gint64 i = 1; i <= N_NOTES; i++)
    {
      if (!keel_vault_fixture_write (database, i))
        return FALSE;
      acknowledged->notes = i;
      if (acknowledged->times)
        {
          guint time = keel_test_disk_get_time ();

          g_array_append_val (acknowledged->times, time);
        }
      if (i % 4 == 0 &&
          !keel_database_execute (database,
                                  "UPDATE note SET words = words; INSERT INTO note_text (note_text)"
                                  "VALUES ('optimize'); VACUUM",
                                  NULL))
        {
          keel_database_rollback (database);
          return FALSE;
        }
    }
  return TRUE;
}

static gint64
get_acknowledged (const Acknowledged *acknowledged, guint time)
{
  gint64 notes = 0;

  while (notes < acknowledged->times->len && g_array_index (acknowledged->times, guint, notes) <= time)
    notes++;
  return notes;
}

/* How many of @n power cuts left a file that does not open, is not whole, or lacks what was acknowledged. */
static guint
count_losses (Fixture *fixture, const char *pragma, guint n)
{
  g_autofree char *replayed = g_build_filename (fixture->folder, "replayed.db", NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  Acknowledged acknowledged = { times, 0 };
  KeelDatabase *database;
  guint losses = 0;
  guint end;

  keel_test_disk_record (fixture->path);
  database = keel_vault_fixture_open (fixture->path, fixture->key);
  g_assert_true (work (database, pragma, &acknowledged));
  keel_database_close (database);
  end = keel_test_disk_get_time ();
  for (guint i = 0; i < n; i++)
    {
      guint time = n > end ? i % end + 1 : (guint) ((guint64) i * end / n) + 1;
      gint64 least = get_acknowledged (&acknowledged, time);
      g_autoptr (GError) error = NULL;

      keel_test_disk_cut_power (replayed, time, random);
      if (!keel_vault_fixture_check (replayed, fixture->key, least, MIN (least + 1, N_NOTES), &error))
        {
          if (losses++ < 3)
            g_test_message ("At %u of %u: %s", time, end, error->message);
        }
    }
  g_test_message ("%u of %u power cuts in %u events lost something", losses, n, end);
  keel_test_disk_stop ();
  return losses;
}

static void
test_power (Fixture *fixture, const void *data)
{
  guint losses = count_losses (fixture, "PRAGMA cache_size = 5",
                               get_number ("KEEL_VAULT_POINTS", N_POINTS_SHORT));

  g_assert_cmpuint (losses, ==, 0);
}

/* That the replay sees what is not safe. */
static void
test_power_unsafe (Fixture *fixture, const void *data)
{
  g_assert_cmpuint (count_losses (fixture, "PRAGMA cache_size = 5; PRAGMA synchronous = OFF", N_POINTS_SHORT),
                    >, 0);
}

static void
test_power_full (Fixture *fixture, const void *data)
{
  g_assert_cmpuint (count_losses (fixture, "PRAGMA cache_size = 5; PRAGMA synchronous = FULL",
                                  N_POINTS_SHORT),
                    >, 0);
}

static void
write_for_ever (Fixture *fixture, gint64 first, int acknowledge)
{
  KeelDatabase *database = keel_vault_fixture_open (fixture->path, fixture->key);

  keel_vault_fixture_run (database, "PRAGMA cache_size = 5");
  if (!keel_vault_fixture_make_tables (database))
    _exit (1);
  for (gint64 i = first;; i++)
    {
      if (!keel_vault_fixture_write (database, i) || write (acknowledge, &i, sizeof i) != sizeof i)
        _exit (1);
    }
}

/* Returns the last note that was acknowledged. */
static gint64
kill_while_writing (Fixture *fixture, gint64 kept)
{
  struct pollfd written = { .events = POLLIN };
  int pipes[2];
  int status = 0;
  gint64 number;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    write_for_ever (fixture, kept + 1, pipes[1]);
  close (pipes[1]);
  written.fd = pipes[0];
  g_assert_cmpint (poll (&written, 1, kept % 3 == 0 ? 5 : -1), >=, 0);
  g_usleep (g_test_rand_int_range (0, 15000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  while (read (pipes[0], &number, sizeof number) == sizeof number)
    kept = number;
  close (pipes[0]);
  return kept;
}

static gint64
count_notes (Fixture *fixture)
{
  g_autoptr (KeelDatabase) database = keel_vault_fixture_open (fixture->path, fixture->key);
  g_autofree char *count = NULL;

  g_assert_true (keel_vault_fixture_make_tables (database));
  count = keel_vault_fixture_ask (database, "SELECT count(*) FROM note");
  return g_ascii_strtoll (count, NULL, 10);
}

static void
test_killed (Fixture *fixture, const void *data)
{
  guint kills = get_number ("KEEL_VAULT_KILLS", N_KILLS_SHORT);
  gint64 kept = 0;

  for (guint i = 0; i < kills; i++)
    {
      g_autoptr (GError) error = NULL;

      kept = kill_while_writing (fixture, kept);
      keel_vault_fixture_check (fixture->path, fixture->key, kept, kept + 1, &error);
      g_assert_no_error (error);
      kept = count_notes (fixture);
    }
  g_test_message ("%u kills, %" G_GINT64_FORMAT " notes", kills, kept);
  g_assert_cmpint (kept, >=, kills / 2);
}

/* Opens and works from nothing; some call on the way fails. */
static void
work_with_fault (Fixture *fixture, Acknowledged *acknowledged)
{
  KeelDatabase *database;

  database = keel_database_open_protected (fixture->path, &keel_vault_fixture_kind, fixture->key, NULL);
  if (database)
    work (database, "PRAGMA cache_size = 5", acknowledged);
  keel_database_close (database);
}

static void
assert_kept (Fixture *fixture, gint64 notes, guint point)
{
  g_autoptr (GError) error = NULL;

  keel_vault_fixture_check (fixture->path, fixture->key, notes, MIN (notes + 1, N_NOTES), &error);
  if (error)
    g_test_message ("At call %u, %" G_GINT64_FORMAT " acknowledged", point, notes);
  g_assert_no_error (error);
}

static void
test_disk_faults (Fixture *fixture, const void *data)
{
  guint step = g_getenv ("KEEL_VAULT_POINTS") ? 1 : DISK_STEP_SHORT;
  guint first = (guint) g_test_rand_int_range (1, (gint32) step + 1);
  guint points = 0;

  for (guint way = 0; way < 2; way++)
    {
      gboolean failed = TRUE;

      for (guint n = first; failed; n += step)
        {
          Acknowledged acknowledged = { NULL, 0 };

          remove_files (fixture);
          keel_test_disk_fail (n, way == 1);
          work_with_fault (fixture, &acknowledged);
          failed = keel_test_disk_has_failed ();
          keel_test_disk_fail (0, FALSE);
          assert_kept (fixture, acknowledged.notes, n);
          points += failed;
        }
    }
  g_test_message ("%u calls of the disk failed", points);
  g_assert_cmpuint (points, >, 100);
}

/* SQLite's own memory; GLib ends the program without. */
static sqlite3_mem_methods memory;
static guint memory_after;
static gboolean memory_failed;
static gboolean memory_for_ever;

static gboolean
memory_fails (void)
{
  if (memory_after == 0 || --memory_after > 0)
    return FALSE;
  memory_after = memory_for_ever ? 1 : 0;
  memory_failed = TRUE;
  return TRUE;
}

static void *
allocate_cb (int size)
{
  return memory_fails () ? NULL : memory.xMalloc (size);
}

static void *
reallocate_cb (void *old, int size)
{
  return memory_fails () ? NULL : memory.xRealloc (old, size);
}

static void
watch_memory (void)
{
  sqlite3_mem_methods watched;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &memory), ==, SQLITE_OK);
  watched = memory;
  watched.xMalloc = allocate_cb;
  watched.xRealloc = reallocate_cb;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &watched), ==, SQLITE_OK);
}

static void
test_memory_faults (Fixture *fixture, const void *data)
{
  guint step = g_getenv ("KEEL_VAULT_POINTS") ? MEMORY_STEP : MEMORY_STEP_SHORT;
  guint first = (guint) g_test_rand_int_range (1, (gint32) step + 1);
  guint points = 0;

  for (guint way = 0; way < 2; way++)
    {
      gboolean failed = TRUE;

      memory_for_ever = way == 1;
      for (guint n = first; failed; n += step)
        {
          Acknowledged acknowledged = { NULL, 0 };

          remove_files (fixture);
          memory_failed = FALSE;
          memory_after = n;
          work_with_fault (fixture, &acknowledged);
          memory_after = 0;
          failed = memory_failed;
          assert_kept (fixture, acknowledged.notes, n);
          points += failed;
        }
    }
  g_test_message ("%u times no memory", points);
  g_assert_cmpuint (points, >, 80);
}

#define ADD(name, plain, function)                                                                           \
  g_test_add ("/store/vault/faults/" name, Fixture, plain ? "" : NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  watch_memory ();
  keel_test_disk_register ();
  ADD ("power", FALSE, test_power);
  ADD ("power-plain", TRUE, test_power);
  ADD ("power-off-is-caught", FALSE, test_power_unsafe);
  ADD ("power-full-is-caught", FALSE, test_power_full);
  ADD ("killed", FALSE, test_killed);
  ADD ("disk", FALSE, test_disk_faults);
  ADD ("memory", FALSE, test_memory_faults);
  return g_test_run ();
}

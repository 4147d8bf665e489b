/*
 * bench-vault: what the vault costs: opening, searching and writing, with it and without, in turns in one
 * run. The medians of each pair are compared, so that what else the computer does meets both.
 */

#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

#include "keel-bench.h"
#include "store/keel-database.h"
#include "store/keel-key-slots.h"

#define N_DOCUMENTS 5000
#define N_WORDS 120
#define N_DIFFERENT_WORDS 4000
#define N_OPENINGS 60
#define N_SEARCHES 400
#define N_COMMITS 200
#define N_BULKS 5
#define BULK 3000
#define TARGET 1.3

typedef enum
{
  PLAIN,
  VAULT,
  N_WAYS,
} Way;

typedef struct
{
  char *paths[N_WAYS];
  KeelVaultKey *keys[N_WAYS];
  KeelDatabase *databases[N_WAYS];
} Bench;

/* One measurement of one way; everything about it that is by chance comes from @turn. */
typedef double (*Measure) (Bench *bench, Way way, guint turn);

static const KeelDatabaseKind kind = {
  .schema = "/app/keel/Keel/schema/directory.sql",
  .application_id = 0x4b54657a,
  .user_version = 1,
};

static double
get_ms (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
run (KeelDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  if (!keel_database_execute (database, sql, &error))
    g_error ("%s", error->message);
}

static KeelDatabase *
open_database (Bench *bench, Way way)
{
  g_autoptr (GError) error = NULL;
  KeelDatabase *database = keel_database_open_protected (bench->paths[way], &kind, bench->keys[way], &error);

  if (!database)
    g_error ("%s", error->message);
  return database;
}

static char *
make_text (guint seed, guint words)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words; i++)
    {
      /* Some words are frequent. */
      double range = g_rand_double (random);

      g_string_append_printf (text, "w%d ", (int) (range * range * range * N_DIFFERENT_WORDS));
    }
  return g_string_free (text, FALSE);
}

static void
insert (KeelDatabase *database, gint64 id, const char *text)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("INSERT INTO entry VALUES (%" G_GINT64_FORMAT ", '%s');"
                         "INSERT INTO entry_text (rowid, words) VALUES (%" G_GINT64_FORMAT ", '%s')",
                         id, text, id, text);
  run (database, sql);
}

static double
fill (Bench *bench, Way way, guint turn)
{
  KeelDatabase *database = bench->databases[way] = open_database (bench, way);
  gint64 start = g_get_monotonic_time ();

  run (database, "CREATE TABLE entry (id INTEGER PRIMARY KEY, words TEXT) STRICT;"
                 "CREATE VIRTUAL TABLE entry_text USING fts5 (words, prefix = '2 3'); BEGIN IMMEDIATE");
  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_autofree char *text = make_text (i, N_WORDS);

      insert (database, i + 1, text);
    }
  run (database, "COMMIT");
  keel_database_close (database);
  bench->databases[way] = NULL;
  return get_ms (start);
}

/* As a page takes them: each with its words. */
static void
take_first_fifty (KeelDatabase *database)
{
  sqlite3_stmt *statement;
  gboolean row = TRUE;

  statement = keel_database_prepare (database, "SELECT id, words FROM entry ORDER BY id DESC LIMIT 50", NULL);
  while (row && keel_database_step (database, statement, &row, NULL))
    g_free (row ? keel_column_text (statement, 1) : NULL);
}

/* To the first page, with nothing in SQLite's memory. */
static double
measure_opening (Bench *bench, Way way, guint turn)
{
  gint64 start = g_get_monotonic_time ();
  KeelDatabase *database = open_database (bench, way);
  gint64 count = 0;
  double ms;

  take_first_fifty (database);
  keel_database_get_integer (database, "SELECT count(*) FROM entry_text WHERE entry_text MATCH 'w17*'",
                             &count, NULL);
  ms = get_ms (start);
  keel_database_close (database);
  return ms;
}

static double
measure_search (Bench *bench, Way way, guint turn)
{
  g_autofree char *sql = NULL;
  gint64 start;

  sql = g_strdup_printf (
      "SELECT words FROM entry WHERE id IN (SELECT rowid FROM entry_text WHERE entry_text MATCH "
      "'\"w%u\" OR \"w1%u\"*' ORDER BY rowid DESC LIMIT 50)",
      turn * 7 % N_DIFFERENT_WORDS, turn % 100);
  start = g_get_monotonic_time ();
  run (bench->databases[way], sql);
  return get_ms (start);
}

/* What typing in a worksheet does. */
static double
measure_commit (Bench *bench, Way way, guint turn)
{
  g_autofree char *text = make_text (turn, N_WORDS);
  gint64 start = g_get_monotonic_time ();

  run (bench->databases[way], "BEGIN IMMEDIATE");
  insert (bench->databases[way], 1000000 + turn, text);
  run (bench->databases[way], "COMMIT");
  return get_ms (start);
}

/* What importing does. */
static double
measure_bulk (Bench *bench, Way way, guint turn)
{
  gint64 start = g_get_monotonic_time ();

  run (bench->databases[way], "BEGIN IMMEDIATE");
  for (guint i = 0; i < BULK; i++)
    {
      g_autofree char *text = make_text (turn + i, 20);

      insert (bench->databases[way], 2000000 + turn * BULK + i, text);
    }
  run (bench->databases[way], "COMMIT");
  return get_ms (start);
}

static gboolean
compare (Bench *bench, const char *what, Measure measure, guint n)
{
  g_autofree double *plain = g_new (double, n);
  g_autofree double *vault = g_new (double, n);
  double *times[N_WAYS] = { plain, vault };
  double medians[N_WAYS];
  double ratio;

  for (guint turn = 0; turn < n; turn++)
    {
      for (guint i = 0; i < N_WAYS; i++)
        {
          Way way = (Way) ((turn + i) % N_WAYS);

          times[way][turn] = measure (bench, way, turn);
        }
    }
  for (guint way = 0; way < N_WAYS; way++)
    medians[way] = keel_bench_median (times[way], n);
  ratio = medians[VAULT] / medians[PLAIN];
  printf ("        %-24s plain %9.3f ms, vault %9.3f ms, ratio %.2f\n", what, medians[PLAIN], medians[VAULT],
          ratio);
  fflush (stdout);
  return ratio <= TARGET;
}

static void
time_unlocking (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "keys", NULL);
  KeelKeyCost cost = keel_key_cost_choose ();
  g_autoptr (KeelVaultKey) key = keel_key_slots_create (path, "correct horse", cost, NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (KeelVaultKey) again = keel_key_slots_unlock (path, KEEL_KEY_SLOT_PASSPHRASE, "correct horse",
                                                          NULL);

  printf ("        unlocking with %u MiB: %.0f ms\n", cost.memory_kib / 1024, get_ms (start));
  g_unlink (path);
}

static gboolean
run_all (Bench *bench)
{
  gboolean good;

  /* Once only, so its ratio is not held to the target; that of the rows below is. */
  compare (bench, "importing anew", fill, 1);
  good = compare (bench, "opening, to a first page", measure_opening, N_OPENINGS);
  for (guint way = 0; way < N_WAYS; way++)
    bench->databases[way] = open_database (bench, (Way) way);
  good = compare (bench, "searching", measure_search, N_SEARCHES) && good;
  good = compare (bench, "one entry, one commit", measure_commit, N_COMMITS) && good;
  good = compare (bench, "3000 rows, one commit", measure_bulk, N_BULKS) && good;
  for (guint way = 0; way < N_WAYS; way++)
    keel_database_close (bench->databases[way]);
  return good;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("keel-bench-XXXXXX", NULL);
  g_autofree char *plain = g_build_filename (folder, "plain.db", NULL);
  g_autofree char *vault = g_build_filename (folder, "vault.db", NULL);
  g_autoptr (KeelVaultKey) key = keel_vault_key_new_random ();
  Bench bench = { .paths = { plain, vault }, .keys = { NULL, key } };
  gboolean good;

  printf ("The vault, %d entries of %d words:\n", N_DOCUMENTS, N_WORDS);
  good = run_all (&bench);
  time_unlocking (folder);
  g_unlink (plain);
  g_unlink (vault);
  g_rmdir (folder);
  printf ("%s: with the vault at most %.1f times plain\n", good ? "met" : "NOT MET", TARGET);
  return good ? 0 : 1;
}

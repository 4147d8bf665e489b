/*
 * bench-vault: what the vault costs one database: opening, searching and writing, with it and without, in
 * turns in one run. What it costs a person is bench-protection's.
 */

#include <stdio.h>

#include <glib/gstdio.h>

#include "keel-bench.h"
#include "store/keel-database.h"

#define N_DOCUMENTS 5000
#define N_WORDS 120
#define N_DIFFERENT_WORDS 4000
#define BULK 3000
#define TARGET 1.3

typedef struct
{
  char *paths[KEEL_BENCH_N_WAYS];
  KeelVaultKey *keys[KEEL_BENCH_N_WAYS];
  KeelDatabase *databases[KEEL_BENCH_N_WAYS]; /* NULL until a measurement wants one that is open */
} Bench;

static const KeelDatabaseKind kind = {
  .schema = "/app/keel/Keel/schema/directory.sql",
  .application_id = 0x4b54657a,
  .user_version = 1,
};

static void
run (KeelDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  if (!keel_database_execute (database, sql, &error))
    g_error ("%s", error->message);
}

static KeelDatabase *
open_database (Bench *bench, KeelBenchWay way)
{
  g_autoptr (GError) error = NULL;
  KeelDatabase *database = keel_database_open_protected (bench->paths[way], &kind, bench->keys[way], &error);

  if (!database)
    g_error ("%s", error->message);
  return database;
}

static KeelDatabase *
get_database (Bench *bench, KeelBenchWay way)
{
  if (bench->databases[way] == NULL)
    bench->databases[way] = open_database (bench, way);
  return bench->databases[way];
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
measure_filling (gpointer data, KeelBenchWay way, guint turn)
{
  Bench *bench = data;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (KeelDatabase) database = NULL;

  g_unlink (bench->paths[way]);
  database = open_database (bench, way);
  run (database, "CREATE TABLE entry (id INTEGER PRIMARY KEY, words TEXT) STRICT;"
                 "CREATE VIRTUAL TABLE entry_text USING fts5 (words, prefix = '2 3'); BEGIN IMMEDIATE");
  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_autofree char *text = make_text (i, N_WORDS);

      insert (database, i + 1, text);
    }
  run (database, "COMMIT");
  g_clear_pointer (&database, keel_database_close);
  return keel_bench_get_ms (start);
}

static gint64
ask (KeelDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 answer = 0;

  if (!keel_database_get_integer (database, sql, &answer, &error))
    g_error ("%s", error->message);
  return answer;
}

/* With its schema, to the first answer. */
static double
measure_opening (gpointer data, KeelBenchWay way, guint turn)
{
  gint64 start = g_get_monotonic_time ();
  KeelDatabase *database = open_database (data, way);
  double ms;

  ask (database, "SELECT length (words) FROM entry ORDER BY id DESC LIMIT 1");
  ms = keel_bench_get_ms (start);
  keel_database_close (database);
  return ms;
}

/* Nothing but pages that SQLite does not have in its memory yet, while the system has all of them. */
static double
measure_first_reading (gpointer data, KeelBenchWay way, guint turn)
{
  g_autoptr (KeelDatabase) database = open_database (data, way);
  gint64 start = g_get_monotonic_time ();

  ask (database, "SELECT sum (length (words)) FROM (SELECT words FROM entry ORDER BY id DESC LIMIT 50)");
  ask (database, "SELECT count(*) FROM entry_text WHERE entry_text MATCH 'w17*'");
  return keel_bench_get_ms (start);
}

static double
measure_search (gpointer data, KeelBenchWay way, guint turn)
{
  KeelDatabase *database = get_database (data, way);
  g_autofree char *sql = NULL;
  gint64 start;

  sql = g_strdup_printf (
      "SELECT words FROM entry WHERE id IN (SELECT rowid FROM entry_text WHERE entry_text MATCH "
      "'\"w%u\" OR \"w1%u\"*' ORDER BY rowid DESC LIMIT 50)",
      turn * 7 % N_DIFFERENT_WORDS, turn % 100);
  start = g_get_monotonic_time ();
  run (database, sql);
  return keel_bench_get_ms (start);
}

/* What typing in a worksheet does. */
static double
measure_commit (gpointer data, KeelBenchWay way, guint turn)
{
  KeelDatabase *database = get_database (data, way);
  g_autofree char *text = make_text (turn, N_WORDS);
  gint64 start = g_get_monotonic_time ();

  run (database, "BEGIN IMMEDIATE");
  insert (database, 1000000 + turn, text);
  run (database, "COMMIT");
  return keel_bench_get_ms (start);
}

static double
measure_bulk (gpointer data, KeelBenchWay way, guint turn)
{
  KeelDatabase *database = get_database (data, way);
  gint64 start = g_get_monotonic_time ();

  run (database, "BEGIN IMMEDIATE");
  for (guint i = 0; i < BULK; i++)
    {
      g_autofree char *text = make_text (turn + i, 20);

      insert (database, 2000000 + turn * BULK + i, text);
    }
  run (database, "COMMIT");
  return keel_bench_get_ms (start);
}

/* The row that is not judged has nothing but what the cipher takes, which no code around it makes cheaper:
 * what a person waits for reads fewer pages in more work. */
static gboolean
run_all (Bench *bench)
{
  static const struct
  {
    const char *what;
    KeelBenchMeasure measure;
    guint n;
    gboolean judged;
  } rows[] = {
    { "5000 entries into a new file", measure_filling, 5, TRUE },
    { "opening, to the first answer", measure_opening, 300, TRUE },
    { "pages read for the first time *", measure_first_reading, 100, FALSE },
    { "searching", measure_search, 400, TRUE },
    { "one entry, one commit", measure_commit, 300, TRUE },
    { "3000 rows, one commit", measure_bulk, 5, TRUE },
  };
  double worst = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double ratio = keel_bench_compare (rows[i].what, rows[i].measure, bench, rows[i].n);

      if (rows[i].judged)
        worst = MAX (worst, ratio);
    }
  keel_bench_expect_ratio ("vault, a database, the worst of five", "plain", worst, 1, "", worst, TARGET);
  printf ("        * not judged: about 40 pages and little else\n");
  return worst <= TARGET;
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

  printf ("The vault, one database of %d entries of %d words:\n", N_DOCUMENTS, N_WORDS);
  good = run_all (&bench);
  for (guint way = 0; way < KEEL_BENCH_N_WAYS; way++)
    keel_database_close (bench.databases[way]);
  g_unlink (plain);
  g_unlink (vault);
  g_rmdir (folder);
  printf ("%s: with the vault at most %.1f times plain\n", good ? "met" : "NOT MET", TARGET);
  return good ? 0 : 1;
}

/*
 * bench-urges: what ten years of urges cost each time that somebody looks at them or has another: 2,000 urges
 * and 5,000 runs of cards. The store thread does all of this; whatever takes less than a frame is not waited
 * for. Next to it SQLite asked for the same rows without Keel.
 */

#include <stdio.h>

#include <glib/gstdio.h>

#include "content/keel-content.h"
#include "core/keel-offers.h"
#include "core/keel-urge-patterns.h"
#include "keel-bench.h"
#include "store/keel-journal-private.h"
#include "store/keel-journal-runs.h"
#include "store/keel-journal-urges.h"
#include "store/keel-system-clock.h"

#define N_URGES 2000
#define N_RUNS 5000
#define YEARS 10
#define N_CARDS 80
#define N_ROUNDS 100
#define LISTED 50 /* as many as a page shows at first */
#define FRAME_MS 16

typedef struct
{
  KeelJournal *journal;
  GArray *candidates; /* of KeelOfferCandidate */
  GRand *random;
  gint64 now;
} Bench;

static void
must (gboolean success, GError *error)
{
  if (!success)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static gint64
pick_moment (Bench *bench)
{
  return bench->now - (gint64) (g_rand_double (bench->random) * YEARS * 365 * 86400);
}

static guint64
pick_tags (Bench *bench)
{
  return KEEL_TAG_BIT (g_rand_int_range (bench->random, 0, KEEL_N_TAGS)) |
         KEEL_TAG_BIT (g_rand_int_range (bench->random, 0, KEEL_N_TAGS));
}

static char *
add_urge (Bench *bench)
{
  g_autoptr (KeelUrge) urge = keel_urge_new (g_rand_int_range (bench->random, 0, 11));
  g_autoptr (GError) error = NULL;

  urge->at = pick_moment (bench);
  urge->after = g_rand_int_range (bench->random, -1, 11);
  urge->tags = pick_tags (bench);
  urge->strategy = g_strdup_printf ("c%02d", g_rand_int_range (bench->random, 1, N_CARDS + 1));
  urge->trigger = g_strdup ("An invitation that came when nobody else was there");
  urge->where = g_strdup ("On the way home");
  urge->did = g_strdup ("Walked twice around the park, then called somebody");
  must (keel_journal_set_urge (bench->journal, urge, NULL, &error), error);
  return g_strdup (urge->uuid);
}

static void
add_run (Bench *bench, const char *urge)
{
  g_autofree char *card = g_strdup_printf ("c%02d", g_rand_int_range (bench->random, 1, N_CARDS + 1));
  g_autoptr (KeelStrategyRun) run = keel_strategy_run_new (card);
  g_autoptr (GError) error = NULL;

  run->at = pick_moment (bench);
  run->before = g_rand_int_range (bench->random, 0, 11);
  run->after = g_rand_int_range (bench->random, -1, 11);
  run->tags = pick_tags (bench);
  run->urge = g_strdup (urge);
  must (keel_journal_set_run (bench->journal, run, &error), error);
}

/* Not as safe as Keel writes: that is measured afterwards. */
static void
fill (Bench *bench)
{
  must (keel_database_execute (bench->journal->database, "PRAGMA synchronous = OFF", NULL), NULL);
  for (guint i = 0; i < N_URGES; i++)
    {
      g_autofree char *urge = add_urge (bench);

      for (guint k = 0; k < N_RUNS / N_URGES + i % 2; k++)
        add_run (bench, k == 0 ? urge : NULL);
    }
  must (keel_database_execute (bench->journal->database, "PRAGMA synchronous = EXTRA", NULL), NULL);
}

/* One of the things that are measured: in milliseconds of the processor, whatever else the computer is busy
 * with. */
typedef void (*Work) (Bench *bench);

static void
do_list (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) urges = keel_journal_get_urges (bench->journal, 0, LISTED, &error);

  must (urges != NULL && urges->len == LISTED, error);
}

static void
do_list_all (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) urges = keel_journal_get_urges (bench->journal, 0, 0, &error);

  must (urges != NULL && urges->len >= N_URGES, error);
}

static void
do_offers (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = keel_journal_get_runs (bench->journal, G_MININT64, &error);
  KeelOfferQuestion question = { .strength = 6, .candidates = bench->candidates, .runs = runs };
  g_autoptr (GPtrArray) offers = NULL;

  must (runs != NULL && runs->len >= N_RUNS, error);
  question.tags = pick_tags (bench);
  offers = keel_offers_choose (&question);
  must (offers->len == KEEL_N_OFFERS, NULL);
}

static void
find_patterns (Bench *bench, guint weeks)
{
  gint64 since = bench->now - (gint64) weeks * 7 * 86400;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) urges = keel_journal_get_urges (bench->journal, since, 0, &error);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (KeelUrgePatterns) patterns = NULL;

  must (urges != NULL, error);
  runs = keel_journal_get_runs (bench->journal, since, &error);
  must (runs != NULL, error);
  patterns = keel_urge_patterns_new (urges, runs, bench->now, weeks);
  must (patterns->n_urges > 0, NULL);
}

static void
do_patterns (Bench *bench)
{
  find_patterns (bench, 12);
}

static void
do_all_patterns (Bench *bench)
{
  find_patterns (bench, YEARS * 53);
}

static void
do_book (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelStrategyBook) book = keel_journal_get_strategy_book (bench->journal, &error);

  must (book != NULL && g_hash_table_size (book->helps) == N_CARDS, error);
}

static void
do_save (Bench *bench)
{
  g_free (add_urge (bench));
}

static void
do_bare (Bench *bench)
{
  sqlite3_stmt *statement = keel_database_prepare (bench->journal->database,
                                                   "SELECT strategy, before, after, tags FROM strategy_run",
                                                   NULL);
  gboolean row = TRUE;

  while (row)
    must (keel_database_step (bench->journal->database, statement, &row, NULL), NULL);
}

static double
measure (Bench *bench, const char *what, Work work)
{
  double times[N_ROUNDS];
  double median, high;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = keel_bench_get_cpu_ms ();

      work (bench);
      times[i] = keel_bench_get_cpu_ms () - start;
    }
  median = keel_bench_median (times, N_ROUNDS);
  high = keel_bench_percentile (times, N_ROUNDS, 99);
  printf ("        %-28s %u: median %6.2f ms, 99 %% %6.2f ms of the processor\n", what, N_ROUNDS, median,
          high);
  fflush (stdout);
  return median;
}

static void
add_candidates (Bench *bench)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *strategies = keel_content_get_strategies (content);

  for (guint i = 0; i < strategies->len; i++)
    {
      const KeelStrategy *strategy = strategies->pdata[i];
      const KeelOfferCandidate candidate = {
        .id = g_intern_string (strategy->id),
        .order = strategy->order,
        .tags = strategy->tags,
        .minutes = strategy->minutes,
        .urge_from = (int) strategy->urge_from,
        .urge_to = (int) strategy->urge_to,
        .with_others = strategy->with_others,
        .member = strategy->member,
        .never = strategy->offer == KEEL_OFFER_NEVER,
      };

      g_array_append_val (bench->candidates, candidate);
    }
}

int
main (void)
{
  static const struct
  {
    const char *what;
    Work work;
  } parts[] = {
    { "the first fifty urges", do_list },        { "three things to do", do_offers },
    { "patterns of twelve weeks", do_patterns }, { "what helped", do_book },
    { "one more is written down", do_save },
  };
  g_autofree char *folder = g_dir_make_tmp ("keel-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  g_autoptr (KeelClock) clock = keel_system_clock_new ();
  Bench bench = { .random = g_rand_new_with_seed (7), .now = keel_clock_get_now (clock) };
  gboolean good = TRUE;

  bench.candidates = g_array_new (FALSE, FALSE, sizeof (KeelOfferCandidate));
  add_candidates (&bench);
  bench.journal = keel_journal_open (path, NULL, clock, NULL);
  must (bench.journal != NULL, NULL);
  fill (&bench);
  printf ("urges   %u urges and %u runs of cards over %u years\n", N_URGES, N_RUNS, YEARS);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    good = measure (&bench, parts[i].what, parts[i].work) < FRAME_MS && good;
  /* Nobody waits for these; no page asks for them. */
  measure (&bench, "all urges", do_list_all);
  measure (&bench, "patterns of ten years", do_all_patterns);
  measure (&bench, "the runs in SQLite alone", do_bare);
  printf ("        %s\n", good ? "each within a frame" : "NOT each within a frame");
  g_object_unref (bench.journal);
  g_array_unref (bench.candidates);
  g_rand_free (bench.random);
  g_unlink (path);
  g_rmdir (folder);
  return good ? 0 : 1;
}

/*
 * bench-history: ten years of days behind one: 3,650 check-ins, 2,000 urges, 2,500 meetings that were planned
 * and been at, 1,500 worksheets and a count of days. What it costs to read all of it in the store thread,
 * beside SQLite stepping through the same rows; what sentences and charts of it cost the window for each span
 * (within a frame), and each chart with its drawing (within 100 ms).
 */

#include <stdio.h>

#include <glib/gstdio.h>
#include <pango/pangocairo.h>

#include "content/keel-history-sentences.h"
#include "core/keel-history-count.h"
#include "keel-bench.h"
#include "keel-ten-years.h"
#include "paper/keel-history-chart.h"
#include "store/keel-journal-history.h"
#include "store/keel-journal-private.h"
#include "store/keel-system-clock.h"

#define N_ROUNDS 30
#define FRAME_MS 16
#define CHART_MS 100
#define WIDTH 640
#define HEIGHT 150

static const char follow[] =
    "INSERT INTO series (uuid, kind, schedule, changed_at, name, day, minute, duration, any_time, types,"
    " type_names, updated, followed_at, reminder_text, reminder_silent, reminder_important, travel,"
    " travel_since) VALUES ('s', 'meeting', '', 1, 'Harbour Group', 1, 1140, 60, 0, '', '', 0, 1,"
    " 'discreet', 0, 0, 0, 0)";

/* The columns of what keel_journal_read_history () reads, without anything done with them. */
static const char *const bare[] = {
  "SELECT at, zone, mood, craving, energy, sleep FROM check_in WHERE deleted_at IS NULL",
  "SELECT at, zone, strength, after FROM urge WHERE deleted_at IS NULL",
  "SELECT start FROM attendance WHERE deleted_at IS NULL",
  "SELECT start FROM intention WHERE deleted_at IS NULL",
  "SELECT created_at, state FROM entry WHERE deleted_at IS NULL",
};

static void
must (gboolean success, GError *error)
{
  if (!success)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static void
fill_journal (KeelJournal *journal)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  GError *error = NULL;

  must (keel_database_execute (journal->database, follow, &error), error);
  keel_ten_years_fill (journal, content);
}

static double
time_bare (KeelJournal *journal)
{
  double start = keel_bench_get_cpu_ms ();

  for (gsize i = 0; i < G_N_ELEMENTS (bare); i++)
    {
      sqlite3_stmt *statement = keel_database_prepare (journal->database, bare[i], NULL);
      gboolean row = TRUE;

      must (statement != NULL, NULL);
      while (row)
        must (keel_database_step (journal->database, statement, &row, NULL), NULL);
    }
  return keel_bench_get_cpu_ms () - start;
}

static double
time_read (KeelJournal *journal, KeelHistory **history)
{
  double start = keel_bench_get_cpu_ms ();
  GError *error = NULL;

  g_clear_pointer (history, keel_history_free);
  *history = keel_journal_read_history (journal, G_MININT64, &error);
  must (*history != NULL, error);
  return keel_bench_get_cpu_ms () - start;
}

/* In turns, so that both are measured while the computer is as busy. */
static void
measure_reading (KeelJournal *journal, KeelHistory **history)
{
  double reads[N_ROUNDS], bares[N_ROUNDS], ratios[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      reads[i] = time_read (journal, history);
      bares[i] = time_bare (journal);
      ratios[i] = reads[i] / bares[i];
    }
  printf ("history %u rows of ten years, all read in the store thread: median %.1f ms of the processor;"
          " SQLite alone %.1f ms; in times of it %.2f\n",
          KEEL_TEN_YEARS_ROWS, keel_bench_median (reads, N_ROUNDS), keel_bench_median (bares, N_ROUNDS),
          keel_bench_median (ratios, N_ROUNDS));
}

static double
draw (KeelChart *chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  const KeelWheelColour text = { 0, 0, 0 }, accent = { 0, 0.4, 0.4 };
  double start = keel_bench_get_cpu_ms (), time;

  keel_chart_draw (chart, cr, context, WIDTH, HEIGHT, &text, &accent, KEEL_CHART_NOWHERE);
  time = keel_bench_get_cpu_ms () - start;
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return time;
}

/* The slowest one, made and drawn. */
static double
time_charts (const KeelHistory *history, const KeelHistoryDays *days, KeelSpan span, double *making)
{
  double slowest = 0;

  *making = 0;
  for (guint i = 0; i <= KEEL_N_HISTORY_CHARTS; i++)
    {
      double start = keel_bench_get_cpu_ms (), made;
      g_autoptr (KeelChart) chart = i < KEEL_N_HISTORY_CHARTS
                                        ? keel_history_chart_new (history, keel_history_charts[i], days, span)
                                        : keel_history_chart_new_count (history->counts->pdata[0], days,
                                                                        span);

      must (chart != NULL, NULL);
      made = keel_bench_get_cpu_ms () - start;
      *making += made;
      slowest = MAX (slowest, made + draw (chart));
    }
  return slowest;
}

static gboolean
measure_span (const KeelHistory *history, KeelSpan span)
{
  double pages[N_ROUNDS], charts[N_ROUNDS];
  double page, chart;
  KeelHistoryDays days;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = keel_bench_get_cpu_ms ();
      g_autoptr (GPtrArray) sentences = NULL;
      double making;

      keel_history_days_init (&days, span, history->today, keel_history_get_oldest (history), 1);
      sentences = keel_sentences_of_history (history, &days);
      must (sentences->len >= 5, NULL);
      pages[i] = keel_bench_get_cpu_ms () - start;
      charts[i] = time_charts (history, &days, span, &making);
      pages[i] += making;
    }
  page = keel_bench_median (pages, N_ROUNDS);
  chart = keel_bench_median (charts, N_ROUNDS);
  printf ("        %-8s the page without drawing: median %5.2f ms (%.2f of a frame); the slowest chart, made"
          " and drawn: %5.2f ms (%.2f of %d ms)\n",
          keel_span_words[span], page, page / FRAME_MS, chart, chart / CHART_MS, CHART_MS);
  return page < FRAME_MS && chart < CHART_MS;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("keel-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  g_autoptr (KeelClock) clock = keel_system_clock_new ();
  g_autoptr (KeelHistory) history = NULL;
  KeelJournal *journal = keel_journal_open (path, NULL, clock, NULL);
  gboolean good = TRUE;

  must (journal != NULL, NULL);
  fill_journal (journal);
  measure_reading (journal, &history);
  for (guint span = 0; span < KEEL_N_SPANS; span++)
    good = measure_span (history, (KeelSpan) span) && good;
  printf ("        %s\n", good ? "each page within a frame, each chart within 100 ms" : "NOT within that");
  g_object_unref (journal);
  g_unlink (path);
  g_rmdir (folder);
  return good ? 0 : 1;
}

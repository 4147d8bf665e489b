/*
 * bench-import: how fast a list becomes a directory and how much memory that takes, against the sqlite3
 * shell loading the same columns into the same tables. Both are whole processes, taken in turns.
 */

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "keel-bench.h"
#include "keel-invented-meetings.h"
#include "store/keel-importer.h"

#define MAX_RUNS 15
#define JUDGED 100000
#define SAMPLE_INTERVAL_US 2000

static gint sampling; /* atomic */

static guint
read_private_kib (void)
{
  g_autofree char *text = NULL;
  guint total = 0;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  for (const char *line = strstr (text, "Private_"); line; line = strstr (line + 1, "Private_"))
    {
      if (g_str_has_prefix (line, "Private_Clean:") || g_str_has_prefix (line, "Private_Dirty:"))
        total += (guint) g_ascii_strtoull (strchr (line, ':') + 1, NULL, 10);
    }
  return total;
}

static gpointer
sample_memory (gpointer data)
{
  guint *peak = data;

  while (g_atomic_int_get (&sampling))
    {
      *peak = MAX (*peak, read_private_kib ());
      g_usleep (SAMPLE_INTERVAL_US);
    }
  return NULL;
}

/* The process that imports. Prints its peak of private memory in KiB. */
static int
import (const char *list, const char *directory, gboolean sampled)
{
  const KeelImportOptions options = { .list = "Bench", .now = 1 };
  g_autoptr (GFile) file = g_file_new_for_path (list);
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelImportReport) report = NULL;
  GThread *thread = NULL;
  guint peak = 0;

  g_atomic_int_set (&sampling, TRUE);
  if (sampled)
    thread = g_thread_new ("sampler", sample_memory, &peak);
  report = keel_importer_import (directory, NULL, file, &options, NULL, NULL, NULL, &error);
  g_atomic_int_set (&sampling, FALSE);
  if (thread)
    g_thread_join (thread);
  if (!report)
    g_error ("%s", error->message);
  printf ("%u\n", peak);
  return 0;
}

static void
remove_directory (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (path, "-shm", NULL);

  g_unlink (path);
  g_unlink (log);
  g_unlink (shared);
}

/* Seconds of processor time, in all threads, of the processes that have ended. */
static double
get_children_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

/* Seconds from start to end; *output gets what it printed, *processor is raised by what it used. */
static double
time_process (const char *const *arguments, const char *input, char **output, double *processor)
{
  double used = get_children_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gint64 start = g_get_monotonic_time ();

  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                               &error);
  if (!process || !g_subprocess_communicate_utf8 (process, input, NULL, output, NULL, &error))
    g_error ("%s: %s", arguments[0], error->message);
  if (!g_subprocess_get_successful (process))
    g_error ("%s failed", arguments[0]);
  *processor += get_children_time () - used;
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static char *
make_script (const char *list)
{
  g_autofree char *script = NULL;
  g_autofree char *schema = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *whole = NULL;

  g_assert_true (g_file_get_contents (KEEL_BENCH_SCRIPT, &script, NULL, NULL));
  g_assert_true (g_file_get_contents (KEEL_BENCH_SCHEMA, &schema, NULL, NULL));
  parts = g_strsplit (script, "@SCHEMA@", 2);
  whole = g_strconcat (parts[0], schema, parts[1], NULL);
  g_strfreev (parts);
  parts = g_strsplit (strstr (whole, "PRAGMA journal_mode"), "@FILE@", -1);
  return g_strjoinv (list, parts);
}

static double
run_keel (const char *program, const char *list, const char *directory, gboolean sampled, guint *peak,
          double *processor)
{
  const char *arguments[] = { program, sampled ? "--sampled" : "--timed", list, directory, NULL };
  g_autofree char *output = NULL;
  double seconds;

  remove_directory (directory);
  seconds = time_process (arguments, NULL, &output, processor);
  *peak = (guint) g_ascii_strtoull (output, NULL, 10);
  return seconds;
}

static double
run_shell (const char *script, const char *directory, double *processor)
{
  const char *arguments[] = { "sqlite3", "-batch", "-bail", directory, NULL };
  g_autofree char *output = NULL;

  remove_directory (directory);
  return time_process (arguments, script, &output, processor);
}

static guint64
get_size (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (guint64) info.st_size : 0;
}

static gboolean
compare_for (const char *program, const char *folder, guint n)
{
  g_autofree char *list = g_build_filename (folder, "bench.json", NULL);
  g_autofree char *ours = g_build_filename (folder, "keel.db", NULL);
  g_autofree char *theirs = g_build_filename (folder, "shell.db", NULL);
  g_autofree char *script = NULL;
  double keel[MAX_RUNS];
  double shell[MAX_RUNS];
  double ratios[MAX_RUNS];
  guint n_runs = n < 100000 ? MAX_RUNS : MAX_RUNS / 3; /* what is short is noisy */
  double keel_processor = 0;
  double shell_processor = 0;
  guint peak = 0;
  guint ignored;

  keel_invented_meetings_write (list, n);
  script = make_script (list);
  for (guint i = 0; i < n_runs; i++)
    {
      keel[i] = run_keel (program, list, ours, FALSE, &ignored, &keel_processor);
      shell[i] = run_shell (script, theirs, &shell_processor);
      ratios[i] = keel[i] / shell[i];
    }
  printf (
      "%7u meetings, %5.1f MB: keel %6.3f s (%6.0f a second), sqlite3 %6.3f s, ratio %.2f (%.2f to %.2f)\n",
      n, (double) get_size (list) / 1e6, keel_bench_median (keel, n_runs),
      n / keel_bench_median (keel, n_runs), keel_bench_median (shell, n_runs),
      keel_bench_median (ratios, n_runs), keel_bench_lowest (ratios, n_runs),
      keel_bench_highest (ratios, n_runs));
  printf ("        processor time of all threads: ratio %.2f\n", keel_processor / shell_processor);
  run_keel (program, list, ours, TRUE, &peak, &keel_processor);
  printf ("        private memory while importing %.1f MB at most; files %.1f and %.1f MB\n", peak / 1024.0,
          (double) get_size (ours) / 1e6, (double) get_size (theirs) / 1e6);
  if (n >= JUDGED)
    keel_bench_expect_ratio ("import of 100,000 meetings", "sqlite3 shell", keel_bench_median (keel, n_runs),
                             keel_bench_median (shell, n_runs), "s", keel_bench_median (ratios, n_runs), 1);
  g_unlink (list);
  remove_directory (ours);
  remove_directory (theirs);
  return keel_bench_median (ratios, n_runs) <= 1 && peak <= 64 * 1024;
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000 };
  g_autofree char *folder = NULL;
  gboolean good = TRUE;

  if (argc == 4)
    return import (argv[2], argv[3], g_str_equal (argv[1], "--sampled"));
  folder = g_dir_make_tmp ("keel-bench-XXXXXX", NULL);
  printf (
      "Import, in turns with the sqlite3 shell (json_each into the same tables and index), median of the runs:\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      good &= compare_for (argv[0], folder, sizes[i]);
      fflush (stdout);
    }
  g_rmdir (folder);
  printf ("%s: the ratio is at most 1 and memory at most 64 MB\n", good ? "met" : "NOT MET");
  return good ? 0 : 1;
}

#include "keel-bench.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int
compare_cb (const void *a, const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The smallest value that so many of a hundred do not exceed. */
double
keel_bench_percentile (const double *values, guint n, double percent)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof (double));
  guint index = (guint) ceil (percent / 100 * n);

  qsort (sorted, n, sizeof (double), compare_cb);
  return sorted[CLAMP (index, 1, n) - 1];
}

double
keel_bench_median (const double *values, guint n)
{
  return keel_bench_percentile (values, n, 50);
}

double
keel_bench_lowest (const double *values, guint n)
{
  return keel_bench_percentile (values, n, 0);
}

double
keel_bench_highest (const double *values, guint n)
{
  return keel_bench_percentile (values, n, 100);
}

double
keel_bench_get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

double
keel_bench_get_ms (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

double
keel_bench_compare (const char *what, KeelBenchMeasure measure, gpointer data, guint n)
{
  g_autofree double *plain = g_new (double, n);
  g_autofree double *vault = g_new (double, n);
  g_autofree double *ratios = g_new (double, n);
  double *times[KEEL_BENCH_N_WAYS] = { plain, vault };
  double ratio;

  for (guint turn = 0; turn < n; turn++)
    {
      for (guint i = 0; i < KEEL_BENCH_N_WAYS; i++)
        {
          KeelBenchWay way = (KeelBenchWay) ((turn + i) % KEEL_BENCH_N_WAYS);

          times[way][turn] = measure (data, way, turn);
        }
      ratios[turn] = vault[turn] / plain[turn];
    }
  ratio = keel_bench_median (ratios, n);
  printf ("        %-34s plain %9.3f ms, vault %9.3f ms, ratio %.2f\n", what, keel_bench_median (plain, n),
          keel_bench_median (vault, n), ratio);
  fflush (stdout);
  return ratio;
}

/* As table.py reads them. */
static void
add_row (const char *row)
{
  const char *path = g_getenv ("KEEL_BENCH_TABLE");
  FILE *table = path != NULL ? fopen (path, "ae") : NULL;

  if (table == NULL)
    return;
  fprintf (table, "%s\n", row);
  fclose (table);
}

void
keel_bench_expect_ratio (const char *what, const char *beside, double keel, double other, const char *unit,
                         double ratio, double most)
{
  g_autofree char *row = g_strdup_printf ("%s\t%f\t%s\t%f\t%s\t%f\tmost\t%f", what, keel, beside, other, unit,
                                          ratio, most);

  add_row (row);
}

void
keel_bench_expect_faster (const char *what, const char *beside, double keel, double other, const char *unit,
                          double times, double least)
{
  g_autofree char *row = g_strdup_printf ("%s\t%f\t%s\t%f\t%s\t%f\tleast\t%f", what, keel, beside, other,
                                          unit, times, least);

  add_row (row);
}

void
keel_bench_expect_most (const char *what, double value, const char *unit, double most)
{
  g_autofree char *row = g_strdup_printf ("%s\t%f\t\t\t%s\t%f\tmost\t%f", what, value, unit, value, most);

  add_row (row);
}

#include "keel-bench.h"

#include <math.h>
#include <stdlib.h>

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

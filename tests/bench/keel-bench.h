#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of @n values, which stay in their order. */
double keel_bench_median (const double *values, guint n);
double keel_bench_lowest (const double *values, guint n);
double keel_bench_highest (const double *values, guint n);
double keel_bench_percentile (const double *values, guint n, double percent);

G_END_DECLS

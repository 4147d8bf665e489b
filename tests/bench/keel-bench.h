#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of @n values, which stay in their order. */
double keel_bench_median (const double *values, guint n);
double keel_bench_lowest (const double *values, guint n);
double keel_bench_highest (const double *values, guint n);
double keel_bench_percentile (const double *values, guint n, double percent);

/* A profile, or a database of one, without a passphrase and with one. */
typedef enum
{
  KEEL_BENCH_PLAIN,
  KEEL_BENCH_VAULT,
  KEEL_BENCH_N_WAYS,
} KeelBenchWay;

/* One measurement, in milliseconds; everything about it that is by chance comes from @turn. */
typedef double (*KeelBenchMeasure) (gpointer data, KeelBenchWay way, guint turn);

/* Both ways @n times in turns, and prints their medians. Returns: the median of what the vault costs in times
 * of plain, turn by turn: one after the other do the same, while the computer is as busy with other things.
 */
double keel_bench_compare (const char *what, KeelBenchMeasure measure, gpointer data, guint n);

/* Rows of the table that run.sh ends with; they are judged there. What Keel took beside what another took;
 * @ratio is at most @most, or what Keel is faster is at least @least times. */
void keel_bench_expect_ratio (const char *what, const char *beside, double keel, double other,
                              const char *unit, double ratio, double most);
void keel_bench_expect_faster (const char *what, const char *beside, double keel, double other,
                               const char *unit, double times, double least);
void keel_bench_expect_most (const char *what, double value, const char *unit, double most);

double keel_bench_get_cpu_ms (void);     /* work of this thread, whatever else the computer is busy with */
double keel_bench_get_ms (gint64 start); /* since g_get_monotonic_time () was @start */

G_END_DECLS

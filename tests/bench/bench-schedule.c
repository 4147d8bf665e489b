/*
 * bench-schedule: what an agenda of a year costs for each kind of rule, by Keel's schedules and by libical's
 * iterator, both with the change to UTC. They have to agree on every date.
 */

#include <stdio.h>

#include <libical/ical.h>

#include "core/keel-schedule.h"
#include "keel-bench.h"

#define ZONE "America/New_York"
#define N_ROUNDS 200
#define N_RUNS 5
#define LEAST_TIMES 20
#define SECONDS_PER_YEAR (365 * 86400)

typedef struct
{
  const char *name;
  const char *rule;
  KeelLocalTime start;
  gint64 from;
  gint64 to;
} Case;

static double
get_us (gint64 start)
{
  return (double) (g_get_monotonic_time () - start);
}

/* µs for one year; *sum tells whether both saw the same dates. */
static double
time_keel (const Case *row, KeelSchedule *schedule, GTimeZone *zone, guint *n, gint64 *sum)
{
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_array_set_size (occurrences, 0);
      keel_schedule_expand (schedule, row->from, row->to, zone, occurrences);
    }
  *n = occurrences->len;
  *sum = 0;
  for (guint i = 0; i < occurrences->len; i++)
    *sum += g_array_index (occurrences, KeelOccurrence, i).start;
  return get_us (start) / N_ROUNDS;
}

static void
iterate (const Case *row, struct icalrecurrencetype rule, struct icaltimetype first, icaltimezone *zone,
         guint *n, gint64 *sum)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (rule, first);
  struct icaltimetype next = icalrecur_iterator_next (iterator);

  *n = 0;
  *sum = 0;
  for (; !icaltime_is_null_time (next); next = icalrecur_iterator_next (iterator))
    {
      gint64 utc = icaltime_as_timet_with_zone (next, zone);

      if (utc >= row->to)
        break;
      if (utc < row->from)
        continue;
      *sum += utc;
      *n += 1;
    }
  icalrecur_iterator_free (iterator);
}

static double
time_libical (const Case *row, guint *n, gint64 *sum)
{
  icaltimezone *zone = icaltimezone_get_builtin_timezone (ZONE);
  struct icalrecurrencetype rule = icalrecurrencetype_from_string (row->rule);
  g_autofree char *text = keel_local_time_format (row->start);
  g_auto (GStrv) parts = g_strsplit_set (text, "-:", -1);
  g_autofree char *stamp = g_strjoinv ("", parts);
  g_autofree char *seconds = g_strconcat (stamp, "00", NULL);
  struct icaltimetype first = icaltime_from_string (seconds);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_ROUNDS; i++)
    iterate (row, rule, first, zone, n, sum);
  return get_us (start) / N_ROUNDS;
}

static gboolean
compare_case (const Case *row, double *keel_us, double *libical_us, double *least)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (row->start, ZONE, 60, row->rule, &error);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (ZONE);
  double keel[N_RUNS];
  double libical[N_RUNS];
  double ratios[N_RUNS];
  guint n = 0;
  guint other_n = 0;
  gint64 sum = 0;
  gint64 other_sum = 0;

  if (!schedule)
    g_error ("%s: %s", row->rule, error->message);
  for (guint i = 0; i < N_RUNS; i++)
    {
      keel[i] = time_keel (row, schedule, zone, &n, &sum);
      libical[i] = time_libical (row, &other_n, &other_sum);
      ratios[i] = keel[i] / libical[i];
    }
  *keel_us += keel_bench_median (keel, N_RUNS);
  *libical_us += keel_bench_median (libical, N_RUNS);
  *least = MIN (*least, 1 / keel_bench_median (ratios, N_RUNS));
  printf ("  %-34s %4u dates: keel %7.1f µs, libical %8.1f µs, ratio %.3f%s\n", row->name, n,
          keel_bench_median (keel, N_RUNS), keel_bench_median (libical, N_RUNS),
          keel_bench_median (ratios, N_RUNS), n == other_n && sum == other_sum ? "" : "  NOT THE SAME DATES");
  return n == other_n && sum == other_sum;
}

int
main (void)
{
  const KeelLocalTime monday = keel_local_time_new (2026, 1, 5, 19, 30);
  const KeelLocalTime tuesday = keel_local_time_new (2026, 1, 13, 19, 30);
  const KeelLocalTime wednesday = keel_local_time_new (2026, 1, 7, 19, 30);
  const KeelLocalTime friday = keel_local_time_new (2026, 1, 30, 19, 30);
  const gint64 from = 1767225600; /* 2026-01-01T00:00Z */
  const gint64 to = from + SECONDS_PER_YEAR;
  const Case rows[] = {
    { "weekly", "FREQ=WEEKLY;BYDAY=MO", monday, from, to },
    { "weekly, the tenth year", "FREQ=WEEKLY;BYDAY=MO", monday, from + 9 * (gint64) SECONDS_PER_YEAR,
      from + 10 * (gint64) SECONDS_PER_YEAR },
    { "three days a week", "FREQ=WEEKLY;BYDAY=MO,WE,FR", monday, from, to },
    { "every second week", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", monday, from, to },
    { "daily", "FREQ=DAILY", monday, from, to },
    { "second Tuesday", "FREQ=MONTHLY;BYDAY=2TU", tuesday, from, to },
    { "last Friday", "FREQ=MONTHLY;BYDAY=-1FR", friday, from, to },
    { "first Wednesday after first Monday", "FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=3,4,5,6,7,8,9", wednesday, from,
      to },
    { "yearly", "FREQ=YEARLY;BYMONTH=1;BYDAY=1MO", monday, from, to },
  };
  double keel_us = 0;
  double libical_us = 0;
  double least = G_MAXDOUBLE;
  gboolean good = TRUE;

  printf ("Schedules, one year of dates, against libical's iterator:\n");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    good &= compare_case (&rows[i], &keel_us, &libical_us, &least);
  printf ("  all of these: libical takes %.1f times as long\n", libical_us / keel_us);
  keel_bench_expect_faster ("a year of dates, nine kinds of rules", "libical", keel_us, libical_us, "µs",
                            libical_us / keel_us, LEAST_TIMES);
  keel_bench_expect_faster ("the same, the kind that gains least", "libical", 1, least, "", least,
                            LEAST_TIMES);
  return good ? 0 : 1;
}

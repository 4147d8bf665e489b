/*
 * bench-calendar: what it costs to go from one month of the calendar to the next with many series followed:
 * the agenda of six weeks, as the month shows it, beside nothing but libical's iterator over the same rules.
 * They have to agree on every date. Then the same months in the real view, in a window: model and widgets,
 * and until they are painted. Without a screen (xvfb-run makes one) that is left out.
 */

#include <stdio.h>

#include <libical/ical.h>

#include "core/keel-agenda.h"
#include "keel-bench-month.h"
#include "keel-bench.h"

#define ZONE "America/New_York"
#define N_SERIES 500
#define N_MONTHS 24
#define SECONDS_PER_DAY 86400
#define GRID (42 * SECONDS_PER_DAY)
#define FRAME_MS 16.0

static KeelLocalTime
get_start (guint number)
{
  return keel_local_time_new (2026, 1, 5 + (int) (number % 7), 6 + (int) (number % 16),
                              (int) (number % 4) * 15);
}

static const char *
get_rule (guint number)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  static char rule[64];

  if (number % 25 == 0)
    g_snprintf (rule, sizeof rule, "FREQ=DAILY");
  else if (number % 10 == 0)
    g_snprintf (rule, sizeof rule, "FREQ=MONTHLY;BYDAY=1%s", days[number % 7]);
  else
    g_snprintf (rule, sizeof rule, "FREQ=WEEKLY;BYDAY=%s", days[number % 7]);
  return rule;
}

/* Every rule begins on one of its own dates: the first of a month is one of the first seven days. */
static KeelLocalTime
get_first (guint number)
{
  KeelLocalTime start = get_start (number);

  if (number % 25 != 0 && number % 10 == 0 && start >= keel_local_time_new (2026, 1, 8, 0, 0))
    start -= 7 * KEEL_MINUTES_PER_DAY;
  return start;
}

static KeelSeries *
make_series (guint number)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (get_first (number), ZONE, 60, get_rule (number),
                                                         &error);
  KeelSeries *series;

  if (schedule == NULL)
    g_error ("%s: %s", get_rule (number), error->message);
  meeting->name = g_strdup_printf ("Group %u", number * 7919 % 1000);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  return series;
}

static void
iterate (guint number, icaltimezone *zone, gint64 from, gint64 to, guint *n, gint64 *sum)
{
  struct icalrecurrencetype rule = icalrecurrencetype_from_string (get_rule (number));
  g_autofree char *text = keel_local_time_format (get_first (number));
  g_auto (GStrv) parts = g_strsplit_set (text, "-:", -1);
  g_autofree char *stamp = g_strjoinv ("", parts);
  g_autofree char *seconds = g_strconcat (stamp, "00", NULL);
  icalrecur_iterator *iterator = icalrecur_iterator_new (rule, icaltime_from_string (seconds));
  struct icaltimetype next = icalrecur_iterator_next (iterator);

  for (; !icaltime_is_null_time (next); next = icalrecur_iterator_next (iterator))
    {
      gint64 utc = icaltime_as_timet_with_zone (next, zone);

      if (utc >= to)
        break;
      if (utc < from)
        continue;
      *sum += utc;
      *n += 1;
    }
  icalrecur_iterator_free (iterator);
}

static double
time_libical (gint64 from, gint64 to, guint *n, gint64 *sum)
{
  icaltimezone *zone = icaltimezone_get_builtin_timezone (ZONE);
  double start = keel_bench_get_cpu_ms ();

  *n = 0;
  *sum = 0;
  for (guint i = 0; i < N_SERIES; i++)
    iterate (i, zone, from, to, n, sum);
  return keel_bench_get_cpu_ms () - start;
}

static gint64
sum_agenda (GListModel *agenda)
{
  gint64 sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (agenda); i++)
    {
      g_autoptr (KeelAgendaItem) item = g_list_model_get_item (agenda, i);

      sum += item->occurrence.start;
    }
  return sum;
}

typedef struct
{
  double agenda[N_MONTHS], libical[N_MONTHS], ratios[N_MONTHS];
  double view[N_MONTHS], painted[N_MONTHS];
  guint n; /* dates in the last six weeks */
  gboolean same;
} Times;

static KeelLocalTime
get_month (int turn)
{
  return keel_local_time_new (2026 + (turn + 1) / 12, (turn + 1) % 12 + 1, 1, 0, 0);
}

static void
time_agenda (Times *times, GPtrArray *series)
{
  g_autoptr (KeelAgenda) agenda = keel_agenda_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (ZONE);

  times->same = TRUE;
  keel_agenda_set_series (agenda, series);
  for (int i = 0; i < N_MONTHS; i++)
    {
      gint64 from = keel_local_time_to_utc (get_month (i), zone);
      double start = keel_bench_get_cpu_ms ();
      gint64 sum;

      keel_agenda_set_span (agenda, from, from + GRID, zone);
      times->agenda[i] = keel_bench_get_cpu_ms () - start;
      times->libical[i] = time_libical (from, from + GRID, &times->n, &sum);
      times->ratios[i] = times->libical[i] / times->agenda[i];
      times->same &= times->n == g_list_model_get_n_items (G_LIST_MODEL (agenda)) &&
                     sum == sum_agenda (G_LIST_MODEL (agenda));
    }
}

static gboolean
time_view (Times *times, GPtrArray *series)
{
  KeelBenchMonth *month = keel_bench_month_new (series);

  for (int i = 0; month != NULL && i < N_MONTHS; i++)
    times->view[i] = keel_bench_month_go (month, keel_local_time_get_days (get_month (i)),
                                          &times->painted[i]);
  if (month != NULL)
    keel_bench_month_free (month);
  return month != NULL;
}

static void
print_view (const Times *times)
{
  double ratios[N_MONTHS];

  for (int i = 0; i < N_MONTHS; i++)
    ratios[i] = times->view[i] / times->agenda[i];
  printf ("  month view, model and widgets       median %.2f ms, worst of %d %.2f ms (a frame has %.0f); "
          "%.1f times the agenda\n",
          keel_bench_median (times->view, N_MONTHS), N_MONTHS, keel_bench_highest (times->view, N_MONTHS),
          FRAME_MS, keel_bench_median (ratios, N_MONTHS));
  printf ("  the same until it is painted        median %.2f ms\n",
          keel_bench_median (times->painted, N_MONTHS));
  keel_bench_expect_most ("month switch without painting, worst of 24",
                          keel_bench_highest (times->view, N_MONTHS), "ms", FRAME_MS);
}

int
main (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) unsaved = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree Times *times = g_new0 (Times, 1);

  for (guint i = 0; i < N_SERIES; i++)
    {
      KeelSeries *series = make_series (i);

      g_ptr_array_add (unsaved, make_series (i));
      series->uuid = g_uuid_string_random ();
      g_ptr_array_add (all, series);
    }
  time_agenda (times, all);
  printf ("Calendar, from one month to the next, %d series, %u dates in six weeks:\n", N_SERIES, times->n);
  printf ("  agenda, sorted and told as changes  median %.2f ms, worst of %d %.2f ms (a frame has %.0f)\n",
          keel_bench_median (times->agenda, N_MONTHS), N_MONTHS, keel_bench_highest (times->agenda, N_MONTHS),
          FRAME_MS);
  printf ("  libical's iterator alone            median %.2f ms; keel is %.1f times as fast%s\n",
          keel_bench_median (times->libical, N_MONTHS), keel_bench_median (times->ratios, N_MONTHS),
          times->same ? "" : "  NOT THE SAME DATES");
  if (time_view (times, unsaved))
    print_view (times);
  else
    printf ("  month view: not measured, there is no screen\n");
  return times->same ? 0 : 1;
}

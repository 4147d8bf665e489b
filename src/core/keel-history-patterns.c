#include "keel-history-patterns.h"

#include <math.h>

#define LEAST_OF_CRAVING 1.5
#define LEAST_OF_MOOD 0.75
#define ERRORS 2.0

static const struct
{
  KeelHistoryKind by;
  KeelHistoryKind what;
  double least;
} kinds[KEEL_N_APARTS] = {
  [KEEL_APART_SLEEP_CRAVING] = { KEEL_HISTORY_SLEEP, KEEL_HISTORY_CRAVING, LEAST_OF_CRAVING },
  [KEEL_APART_SLEEP_MOOD] = { KEEL_HISTORY_SLEEP, KEEL_HISTORY_MOOD, LEAST_OF_MOOD },
  [KEEL_APART_MEETING_CRAVING] = { KEEL_HISTORY_MEETINGS, KEEL_HISTORY_CRAVING, LEAST_OF_CRAVING },
  [KEEL_APART_MEETING_MOOD] = { KEEL_HISTORY_MEETINGS, KEEL_HISTORY_MOOD, LEAST_OF_MOOD },
};

/* What is known of one sort of days. */
typedef struct
{
  guint n;
  double sum, squares;
} Sort;

static void
add (Sort *sort, double value)
{
  sort->n++;
  sort->sum += value;
  sort->squares += value * value;
}

static double
get_mean (const Sort *sort)
{
  return sort->sum / sort->n;
}

/* Of the mean, squared. */
static double
get_error (const Sort *sort)
{
  double mean = get_mean (sort);
  double variance = (sort->squares - sort->n * mean * mean) / (sort->n - 1);

  return MAX (variance, 0) / sort->n;
}

static GArray *
make_days (const KeelHistory *history, KeelHistoryKind kind, const KeelHistoryDays *days)
{
  KeelHistoryDays each = *days;

  each.size = KEEL_BUCKET_DAY;
  return keel_history_bucket (history->points[kind], &each);
}

/* Whether it is one of the days after a short night, or with a meeting. FALSE: nobody knows. */
static gboolean
tell_apart (KeelHistoryKind by, const KeelBucket *day, gboolean *with)
{
  if (by == KEEL_HISTORY_SLEEP)
    *with = day->n > 0 && day->sum / day->n < KEEL_SHORT_NIGHT;
  else
    *with = day->n > 0;
  return by != KEEL_HISTORY_SLEEP || day->n > 0;
}

static gboolean
differ (const Sort *with, const Sort *without, double least)
{
  double difference;

  if (with->n < KEEL_APART_DAYS || without->n < KEEL_APART_DAYS)
    return FALSE;
  difference = fabs (get_mean (with) - get_mean (without));
  return difference >= least && difference > ERRORS * sqrt (get_error (with) + get_error (without));
}

static gboolean
compare (const KeelHistory *history, const KeelHistoryDays *days, KeelApartKind kind, KeelApart *apart)
{
  g_autoptr (GArray) by = make_days (history, kinds[kind].by, days);
  g_autoptr (GArray) what = make_days (history, kinds[kind].what, days);
  Sort with = { 0 }, without = { 0 };

  for (guint i = 0; i < by->len; i++)
    {
      const KeelBucket *value = &g_array_index (what, KeelBucket, i);
      gboolean is_with;

      if (value->n > 0 && tell_apart (kinds[kind].by, &g_array_index (by, KeelBucket, i), &is_with))
        add (is_with ? &with : &without, value->sum / value->n);
    }
  if (!differ (&with, &without, kinds[kind].least))
    return FALSE;
  *apart = (KeelApart){ kind, with.n, without.n, get_mean (&with), get_mean (&without) };
  return TRUE;
}

GArray *
keel_history_find_aparts (const KeelHistory *history, const KeelHistoryDays *days)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (KeelApart));

  for (guint kind = 0; kind < KEEL_N_APARTS; kind++)
    {
      KeelApart apart;

      if (compare (history, days, (KeelApartKind) kind, &apart))
        g_array_append_val (found, apart);
    }
  return found;
}

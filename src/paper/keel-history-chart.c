#include "keel-history-chart.h"

#include <math.h>

#include "content/keel-history-sentences.h"
#include "core/keel-attendance.h"
#include "core/keel-check-in.h"
#include "content/keel-day-sentences.h"
#include "core/keel-history-count.h"

/* A night of so many hours is in every chart of sleep. */
#define HOURS 8

const KeelHistoryKind keel_history_charts[KEEL_N_HISTORY_CHARTS] = {
  KEEL_HISTORY_MEETINGS, KEEL_HISTORY_MOOD,  KEEL_HISTORY_CRAVING,    KEEL_HISTORY_ENERGY,
  KEEL_HISTORY_SLEEP,    KEEL_HISTORY_URGES, KEEL_HISTORY_WORKSHEETS,
};

static double
find_value (KeelHistoryKind kind, const KeelBucket *bucket)
{
  if (keel_history_is_count (kind))
    return bucket->n;
  return bucket->n > 0 ? bucket->sum / bucket->n : NAN;
}

static void
set_numbers (KeelChart *chart, int most)
{
  g_autofree char *words = g_strdup_printf ("%d", most);

  keel_chart_set_ends (chart, 0, "0", most, words);
}

static double
find_longest (const GArray *buckets)
{
  double longest = HOURS;

  for (guint i = 0; i < buckets->len; i++)
    {
      const KeelBucket *bucket = &g_array_index (buckets, KeelBucket, i);

      if (bucket->n > 0)
        longest = MAX (longest, bucket->sum / bucket->n);
    }
  return ceil (longest);
}

static void
set_hours (KeelChart *chart, const GArray *buckets)
{
  const KeelBucket longest = { .n = 1, .sum = find_longest (buckets) };
  g_autofree char *words = keel_sentence_bucket_value (KEEL_HISTORY_SLEEP, &longest);

  keel_chart_set_ends (chart, 0, "0", longest.sum, words);
}

static void
set_ends (KeelChart *chart, KeelHistoryKind kind, const GArray *buckets)
{
  switch ((int) kind)
    {
    case KEEL_HISTORY_MOOD:
      keel_chart_set_ends (chart, 0, keel_sentence_mood (0), KEEL_MOOD_MAX,
                           keel_sentence_mood (KEEL_MOOD_MAX));
      break;
    case KEEL_HISTORY_CRAVING:
      set_numbers (chart, KEEL_CRAVING_MAX);
      break;
    case KEEL_HISTORY_ENERGY:
      set_numbers (chart, KEEL_ENERGY_MAX);
      break;
    case KEEL_HISTORY_SLEEP:
      set_hours (chart, buckets);
      break;
    default:
      break;
    }
}

/* Takes @said. */
static void
add_bucket (KeelChart *chart, const KeelBucket *bucket, const KeelHistoryDays *days, KeelSpan span,
            double value, char *said)
{
  g_autofree char *tick = keel_sentence_bucket_tick (bucket, days, span);
  g_autofree char *name = keel_sentence_bucket (bucket, days);

  keel_chart_add (chart, value, tick, name, said);
  g_free (said);
}

KeelChart *
keel_history_chart_new (const KeelHistory *history, KeelHistoryKind kind, const KeelHistoryDays *days,
                        KeelSpan span)
{
  const GArray *points = history->points[kind];
  g_autoptr (GArray) buckets = NULL;
  KeelChart *chart;

  if (keel_sentence_history_title (kind) == NULL || keel_history_count (points, days) == 0)
    return NULL;
  buckets = keel_history_bucket (points, days);
  chart = keel_chart_new (keel_history_is_count (kind) ? KEEL_CHART_BARS : KEEL_CHART_LINE);
  set_ends (chart, kind, buckets);
  for (guint i = 0; i < buckets->len; i++)
    {
      const KeelBucket *bucket = &g_array_index (buckets, KeelBucket, i);

      add_bucket (chart, bucket, days, span, find_value (kind, bucket),
                  keel_sentence_bucket_value (kind, bucket));
    }
  return chart;
}

KeelChart *
keel_history_chart_new_count (const KeelHistoryCount *count, const KeelHistoryDays *days, KeelSpan span)
{
  g_autoptr (GArray) buckets = NULL;
  KeelChart *chart;

  if (keel_history_count (count->points, days) == 0)
    return NULL;
  buckets = keel_history_bucket (count->points, days);
  chart = keel_chart_new (KEEL_CHART_BARS);
  for (guint i = 0; i < buckets->len; i++)
    {
      const KeelBucket *bucket = &g_array_index (buckets, KeelBucket, i);

      add_bucket (chart, bucket, days, span, bucket->n, keel_sentence_days (bucket->n));
    }
  return chart;
}

#include "keel-history-count.h"

#define DAYS_PER_WEEK 7
#define DAYS_OF_MONTH 30
#define WEEKS_OF_QUARTER 13
#define MONTHS_OF_YEAR 12

const char *const keel_span_words[] = { "week", "month", "quarter", "year", "all", NULL };

/* --- Days --- */

static gint64
find_week (gint64 day, int first_weekday)
{
  int weekday = keel_local_time_get_weekday (day * KEEL_MINUTES_PER_DAY);

  return day - (weekday - first_weekday + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

/* The first day of the month @months after that of @day. */
static gint64
find_month (gint64 day, int months)
{
  int year, month, of_month;
  int count;

  keel_civil_from_days (day, &year, &month, &of_month);
  count = year * 12 + month - 1 + months;
  return keel_days_from_civil (count / 12, count % 12 + 1, 1);
}

static gint64
find_bucket (gint64 day, KeelBucketSize size, int first_weekday)
{
  switch (size)
    {
    case KEEL_BUCKET_WEEK:
      return find_week (day, first_weekday);
    case KEEL_BUCKET_MONTH:
      return find_month (day, 0);
    case KEEL_BUCKET_DAY:
    default:
      return day;
    }
}

static gint64
find_next_bucket (gint64 day, KeelBucketSize size, int first_weekday)
{
  switch (size)
    {
    case KEEL_BUCKET_WEEK:
      return find_week (day, first_weekday) + DAYS_PER_WEEK;
    case KEEL_BUCKET_MONTH:
      return find_month (day, 1);
    case KEEL_BUCKET_DAY:
    default:
      return day + 1;
    }
}

void
keel_history_days_init (KeelHistoryDays *days, KeelSpan span, gint64 today, gint64 oldest, int first_weekday)
{
  gint64 quarter = find_week (today, first_weekday) - (WEEKS_OF_QUARTER - 1) * DAYS_PER_WEEK;

  *days = (KeelHistoryDays){ .last = today, .first_weekday = first_weekday };
  switch (span)
    {
    case KEEL_SPAN_WEEK:
      days->first = today - DAYS_PER_WEEK + 1;
      break;
    case KEEL_SPAN_QUARTER:
      days->size = KEEL_BUCKET_WEEK;
      days->first = quarter;
      break;
    case KEEL_SPAN_YEAR:
      days->size = KEEL_BUCKET_MONTH;
      days->first = find_month (today, 1 - MONTHS_OF_YEAR);
      break;
    case KEEL_SPAN_ALL:
      days->size = oldest >= quarter ? KEEL_BUCKET_WEEK : KEEL_BUCKET_MONTH;
      days->first = find_bucket (MIN (oldest, today), days->size, first_weekday);
      break;
    case KEEL_SPAN_MONTH:
    case KEEL_N_SPANS:
    default:
      days->first = today - DAYS_OF_MONTH + 1;
      break;
    }
}

gint64
keel_history_day (gint64 utc, int offset)
{
  gint64 seconds = utc + (gint64) offset * 60;

  return seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
}

/* --- Buckets --- */

static gboolean
is_in (const KeelHistoryPoint *point, const KeelHistoryDays *days)
{
  return point->day >= days->first && point->day <= days->last;
}

static GArray *
make_buckets (const KeelHistoryDays *days)
{
  GArray *buckets = g_array_new (FALSE, FALSE, sizeof (KeelBucket));
  gint64 day = days->first;

  while (day <= days->last)
    {
      gint64 next = find_next_bucket (day, days->size, days->first_weekday);
      const KeelBucket bucket = { .first = day, .last = MIN (next - 1, days->last) };

      g_array_append_val (buckets, bucket);
      day = next;
    }
  return buckets;
}

/* By halving: buckets are of different lengths. */
static KeelBucket *
find (GArray *buckets, gint64 day)
{
  guint low = 0, high = buckets->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (buckets, KeelBucket, middle).first <= day)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (buckets, KeelBucket, low);
}

GArray *
keel_history_bucket (const GArray *points, const KeelHistoryDays *days)
{
  GArray *buckets = make_buckets (days);

  for (guint i = 0; i < points->len; i++)
    {
      const KeelHistoryPoint *point = &g_array_index (points, KeelHistoryPoint, i);
      KeelBucket *bucket;

      if (!is_in (point, days))
        continue;
      bucket = find (buckets, point->day);
      bucket->n++;
      bucket->sum += point->value;
    }
  return buckets;
}

guint
keel_history_count (const GArray *points, const KeelHistoryDays *days)
{
  guint count = 0;

  for (guint i = 0; i < points->len; i++)
    {
      if (is_in (&g_array_index (points, KeelHistoryPoint, i), days))
        count++;
    }
  return count;
}

guint
keel_history_count_days (const GArray *points, const KeelHistoryDays *days)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);

  for (guint i = 0; i < points->len; i++)
    {
      KeelHistoryPoint *point = &g_array_index (points, KeelHistoryPoint, i);

      if (is_in (point, days))
        g_hash_table_add (seen, &point->day);
    }
  return g_hash_table_size (seen);
}

/* --- All of it --- */

KeelHistory *
keel_history_new (gint64 today)
{
  KeelHistory *self = g_new0 (KeelHistory, 1);

  self->today = today;
  for (guint i = 0; i < KEEL_N_HISTORIES; i++)
    self->points[i] = g_array_new (FALSE, FALSE, sizeof (KeelHistoryPoint));
  self->counts = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_history_count_free);
  self->medicines = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_history_medicine_free);
  return self;
}

void
keel_history_free (KeelHistory *self)
{
  for (guint i = 0; i < KEEL_N_HISTORIES; i++)
    g_array_unref (self->points[i]);
  g_ptr_array_unref (self->counts);
  g_ptr_array_unref (self->medicines);
  g_free (self);
}

void
keel_history_add (KeelHistory *self, KeelHistoryKind kind, gint64 day, double value)
{
  const KeelHistoryPoint point = { .day = day, .value = value };

  g_array_append_val (self->points[kind], point);
}

static gint64
find_oldest (const GArray *points, gint64 oldest)
{
  for (guint i = 0; i < points->len; i++)
    oldest = MIN (oldest, g_array_index (points, KeelHistoryPoint, i).day);
  return oldest;
}

gint64
keel_history_get_oldest (const KeelHistory *self)
{
  gint64 oldest = self->today;

  for (guint i = 0; i < KEEL_N_HISTORIES; i++)
    oldest = find_oldest (self->points[i], oldest);
  for (guint i = 0; i < self->counts->len; i++)
    oldest = find_oldest (((KeelHistoryCount *) self->counts->pdata[i])->points, oldest);
  return oldest;
}

gboolean
keel_history_is_empty (const KeelHistory *self)
{
  for (guint i = 0; i < KEEL_N_HISTORIES; i++)
    {
      if (self->points[i]->len > 0)
        return FALSE;
    }
  return self->counts->len == 0;
}

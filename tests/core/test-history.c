/* What lies behind, in days, weeks and months. */

#include "core/keel-history-patterns.h"

static gint64
read_day (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return keel_local_time_get_days (local);
}

static char *
format_day (gint64 day)
{
  g_autofree char *text = keel_local_time_format (day * KEEL_MINUTES_PER_DAY);

  return g_strndup (text, 10);
}

/* --- Which days --- */

typedef struct
{
  const char *name;
  KeelSpan span;
  const char *today;
  const char *oldest;
  int first_weekday;
  const char *first;
  guint n_buckets;
  const char *second; /* where the second one begins */
} SpanCase;

static const SpanCase spans[] = {
  { "week", KEEL_SPAN_WEEK, "2026-11-22", "2020-01-01", 1, "2026-11-16", 7, "2026-11-17" },
  { "month", KEEL_SPAN_MONTH, "2026-11-22", "2020-01-01", 1, "2026-10-24", 30, "2026-10-25" },
  { "leap-day", KEEL_SPAN_WEEK, "2028-03-02", "2020-01-01", 1, "2028-02-25", 7, "2028-02-26" },
  { "quarter-monday", KEEL_SPAN_QUARTER, "2026-11-22", "2020-01-01", 1, "2026-08-24", 13, "2026-08-31" },
  { "quarter-sunday", KEEL_SPAN_QUARTER, "2026-11-22", "2020-01-01", 0, "2026-08-30", 13, "2026-09-06" },
  { "quarter-saturday", KEEL_SPAN_QUARTER, "2026-11-22", "2020-01-01", 6, "2026-08-29", 13, "2026-09-05" },
  { "year", KEEL_SPAN_YEAR, "2026-11-22", "2020-01-01", 1, "2025-12-01", 12, "2026-01-01" },
  { "year-january", KEEL_SPAN_YEAR, "2026-01-31", "2020-01-01", 1, "2025-02-01", 12, "2025-03-01" },
  { "all-months", KEEL_SPAN_ALL, "2026-11-22", "2024-02-29", 1, "2024-02-01", 34, "2024-03-01" },
  { "all-weeks", KEEL_SPAN_ALL, "2026-11-22", "2026-10-29", 1, "2026-10-26", 4, "2026-11-02" },
  { "all-today", KEEL_SPAN_ALL, "2026-11-22", "2026-11-22", 0, "2026-11-22", 1, NULL },
  { "all-ahead", KEEL_SPAN_ALL, "2026-11-22", "2026-12-24", 1, "2026-11-16", 1, NULL },
  { "before-1970", KEEL_SPAN_ALL, "1970-01-10", "1969-12-31", 1, "1969-12-29", 2, "1970-01-05" },
};

static void
test_span (gconstpointer data)
{
  const SpanCase *row = data;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (KeelHistoryPoint));
  g_autoptr (GArray) buckets = NULL;
  g_autofree char *first = NULL;
  KeelHistoryDays days;

  keel_history_days_init (&days, row->span, read_day (row->today), read_day (row->oldest),
                          row->first_weekday);
  buckets = keel_history_bucket (points, &days);
  first = format_day (days.first);
  g_assert_cmpstr (first, ==, row->first);
  g_assert_cmpint (days.last, ==, read_day (row->today));
  g_assert_cmpuint (buckets->len, ==, row->n_buckets);
  if (row->second != NULL)
    g_assert_cmpint (g_array_index (buckets, KeelBucket, 1).first, ==, read_day (row->second));
  for (guint i = 0; i < buckets->len; i++)
    {
      const KeelBucket *bucket = &g_array_index (buckets, KeelBucket, i);

      g_assert_cmpuint (bucket->n, ==, 0);
      g_assert_cmpint (bucket->first, ==, i == 0 ? days.first : bucket[-1].last + 1);
      g_assert_cmpint (bucket->last, >=, bucket->first);
    }
  g_assert_cmpint (g_array_index (buckets, KeelBucket, buckets->len - 1).last, ==, days.last);
}

/* --- What is in them --- */

static void
test_sums (void)
{
  g_autoptr (KeelHistory) history = keel_history_new (read_day ("2026-11-22"));
  const GArray *points = history->points[KEEL_HISTORY_MOOD];
  g_autoptr (GArray) buckets = NULL;
  const KeelBucket *bucket;
  KeelHistoryDays days;

  g_assert_true (keel_history_is_empty (history));
  keel_history_add (history, KEEL_HISTORY_MOOD, read_day ("2026-11-22"), 4);
  keel_history_add (history, KEEL_HISTORY_MOOD, read_day ("2026-08-24"),
                    1); /* the first day of the first week */
  keel_history_add (history, KEEL_HISTORY_MOOD, read_day ("2026-08-30"), 2); /* its last one */
  keel_history_add (history, KEEL_HISTORY_MOOD, read_day ("2026-08-30"), 0);
  keel_history_add (history, KEEL_HISTORY_MOOD, read_day ("2026-08-31"), 3);
  keel_history_add (history, KEEL_HISTORY_MOOD, read_day ("2026-08-23"), 4); /* the day before */
  keel_history_add (history, KEEL_HISTORY_MOOD, read_day ("2026-11-23"), 4); /* the day after */
  keel_history_days_init (&days, KEEL_SPAN_QUARTER, history->today, keel_history_get_oldest (history), 1);
  buckets = keel_history_bucket (points, &days);
  bucket = &g_array_index (buckets, KeelBucket, 0);
  g_assert_cmpuint (bucket->n, ==, 3);
  g_assert_cmpfloat (bucket->sum, ==, 3);
  g_assert_cmpuint (bucket[1].n, ==, 1);
  g_assert_cmpuint (bucket[2].n, ==, 0);
  g_assert_cmpuint (bucket[12].n, ==, 1);
  g_assert_cmpuint (keel_history_count (points, &days), ==, 5);
  g_assert_cmpuint (keel_history_count_days (points, &days), ==, 4);
  g_assert_false (keel_history_is_empty (history));
  g_assert_cmpint (keel_history_get_oldest (history), ==, read_day ("2026-08-23"));
}

/* What began late in the evening belongs to that day, whatever the clocks do at night. */
static void
test_clocks (void)
{
  static const struct
  {
    const char *zone;
    const char *local;
  } rows[] = {
    { "Europe/Berlin", "2026-03-28T23:30" },      { "Europe/Berlin", "2026-03-29T00:10" },
    { "Europe/Berlin", "2026-10-24T23:30" },      { "Europe/Berlin", "2026-10-25T23:59" },
    { "America/New_York", "2026-11-01T00:05" },   { "America/New_York", "2026-11-01T23:50" },
    { "Pacific/Kiritimati", "2026-01-01T00:00" }, { "Pacific/Honolulu", "2025-12-31T23:59" },
    { "Pacific/Honolulu", "1969-12-31T20:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = keel_zone_open (rows[i].zone);
      KeelLocalTime local;
      gint64 utc;

      g_assert_nonnull (zone);
      g_assert_true (keel_local_time_parse (rows[i].local, &local));
      utc = keel_local_time_to_utc (local, zone);
      g_assert_cmpint (keel_history_day (utc, (int) (local - utc / 60)), ==,
                       keel_local_time_get_days (local));
    }
}

/* Seven days are seven buckets in the weeks in which clocks change. */
static void
test_short_day (void)
{
  g_autoptr (GTimeZone) zone = keel_zone_open ("Europe/Berlin");
  g_autoptr (KeelHistory) history = keel_history_new (read_day ("2026-03-31"));
  g_autoptr (GArray) buckets = NULL;
  KeelHistoryDays days;

  for (int hour = 0; hour < 7 * 24; hour++)
    {
      gint64 utc = keel_local_time_to_utc (keel_local_time_new (2026, 3, 25, 0, 0), zone) +
                   (gint64) hour * 3600;

      keel_history_add (history, KEEL_HISTORY_URGES,
                        keel_local_time_get_days (keel_local_time_from_utc (utc, zone)), 5);
    }
  keel_history_days_init (&days, KEEL_SPAN_WEEK, history->today, history->today, 1);
  buckets = keel_history_bucket (history->points[KEEL_HISTORY_URGES], &days);
  g_assert_cmpuint (buckets->len, ==, 7);
  g_assert_cmpuint (g_array_index (buckets, KeelBucket, 0).n, ==, 24);
  g_assert_cmpuint (g_array_index (buckets, KeelBucket, 4).n, ==, 23);
  g_assert_cmpuint (g_array_index (buckets, KeelBucket, 5).n, ==, 24);
  g_assert_cmpuint (g_array_index (buckets, KeelBucket, 6).n, ==, 24);
}

/* --- What stands out --- */

typedef struct
{
  const char *name;
  guint n_short; /* nights of 5 hours; the other ones of thirty have 8 */
  double after_short, else_;
  gboolean noise; /* each second day is far off */
  gboolean found;
} ApartCase;

static const ApartCase aparts[] = {
  { "clear", 12, 7, 3, FALSE, TRUE },       { "other-way", 12, 2, 6, FALSE, TRUE },
  { "the-same", 12, 4, 4, FALSE, FALSE },   { "hardly", 12, 4, 3, FALSE, FALSE },
  { "too-few", 9, 9, 1, FALSE, FALSE },     { "too-few-others", 21, 9, 1, FALSE, FALSE },
  { "by-chance", 12, 5, 3.4, TRUE, FALSE }, { "only-just", 20, 7, 3, FALSE, TRUE },
};

static void
test_apart (gconstpointer data)
{
  const ApartCase *row = data;
  g_autoptr (KeelHistory) history = keel_history_new (20000);
  g_autoptr (GArray) found = NULL;
  KeelHistoryDays days;

  for (guint i = 0; i < 30; i++)
    {
      gboolean is_short = i < row->n_short;
      double off = !row->noise ? 0 : i % 2 == 0 ? 3.4 : -3.4;

      keel_history_add (history, KEEL_HISTORY_SLEEP, 20000 - i, is_short ? 5 : 8);
      keel_history_add (history, KEEL_HISTORY_CRAVING, 20000 - i,
                        (is_short ? row->after_short : row->else_) + off);
    }
  /* A night of which nothing is known is neither short nor long. */
  keel_history_add (history, KEEL_HISTORY_CRAVING, 19000, 10);
  keel_history_days_init (&days, KEEL_SPAN_MONTH, 20000, 20000, 1);
  found = keel_history_find_aparts (history, &days);
  g_assert_cmpuint (found->len, ==, row->found ? 1 : 0);
  if (!row->found)
    return;
  g_assert_cmpint (g_array_index (found, KeelApart, 0).kind, ==, KEEL_APART_SLEEP_CRAVING);
  g_assert_cmpuint (g_array_index (found, KeelApart, 0).n_with, ==, row->n_short);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, KeelApart, 0).with, row->after_short, 0.01);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, KeelApart, 0).without, row->else_, 0.01);
}

static void
test_meetings_apart (void)
{
  g_autoptr (KeelHistory) history = keel_history_new (20000);
  g_autoptr (GArray) found = NULL;
  KeelHistoryDays days;

  for (guint i = 0; i < 30; i++)
    {
      keel_history_add (history, KEEL_HISTORY_MOOD, 20000 - i, i % 2 == 0 ? 3 : 1);
      if (i % 2 == 0)
        keel_history_add (history, KEEL_HISTORY_MEETINGS, 20000 - i, 1);
    }
  keel_history_days_init (&days, KEEL_SPAN_MONTH, 20000, 20000, 1);
  found = keel_history_find_aparts (history, &days);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, KeelApart, 0).kind, ==, KEEL_APART_MEETING_MOOD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *path = g_strdup_printf ("/history/span/%s", spans[i].name);

      g_test_add_data_func (path, &spans[i], test_span);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (aparts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/history/apart/%s", aparts[i].name);

      g_test_add_data_func (path, &aparts[i], test_apart);
    }
  g_test_add_func ("/history/apart/meetings", test_meetings_apart);
  g_test_add_func ("/history/sums", test_sums);
  g_test_add_func ("/history/clocks", test_clocks);
  g_test_add_func ("/history/short-day", test_short_day);
  return g_test_run ();
}

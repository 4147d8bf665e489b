/* What is handed over, and the days that count: no more and no fewer than their number. */

#include <string.h>

#include "core/keel-history-count.h"
#include "core/keel-history-medicine.h"
#include "core/keel-involvement.h"
#include "core/keel-summary.h"

#define TODAY 20000

/* --- The table --- */

static char *
write_csv (const KeelHistory *history, KeelSummaryParts parts)
{
  g_autoptr (GBytes) bytes = NULL;
  KeelHistoryDays days;

  keel_history_days_init (&days, KEEL_SPAN_MONTH, TODAY, TODAY, 1);
  bytes = keel_summary_write_csv (history, &days, parts);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_csv (void)
{
  g_autoptr (KeelHistory) history = keel_history_new (TODAY);
  g_autofree char *meetings = NULL;
  g_autofree char *both = NULL;

  keel_history_add (history, KEEL_HISTORY_MEETINGS, TODAY, 1);
  keel_history_add (history, KEEL_HISTORY_MEETINGS, TODAY - 40, 1); /* not in the days */
  keel_history_add (history, KEEL_HISTORY_PLANNED, TODAY, KEEL_PLANNED_WENT);
  keel_history_add (history, KEEL_HISTORY_SLEEP, TODAY - 1, 6.5);
  keel_history_add (history, KEEL_HISTORY_SLEEP, TODAY, 7);
  keel_history_add (history, KEEL_HISTORY_URGES, TODAY, 9);
  meetings = write_csv (history, KEEL_SUMMARY_USUAL);
  both = write_csv (history, KEEL_SUMMARY_MEETINGS | KEEL_SUMMARY_SLEEP);
  g_assert_cmpstr (meetings, ==,
                   "\xef\xbb\xbf"
                   "date,what,value\r\n2024-10-04,meeting,1\r\n");
  g_assert_cmpstr (both, ==,
                   "\xef\xbb\xbf"
                   "date,what,value\r\n2024-10-03,sleep-hours,6.50\r\n"
                   "2024-10-04,sleep-hours,7\r\n2024-10-04,meeting,1\r\n");
}

static void
test_parts (void)
{
  KeelSummaryParts parts;
  g_autofree char *unknown = NULL;

  g_assert_true (keel_summary_parts_parse ("sleep, meetings", &parts, &unknown));
  g_assert_cmpuint (parts, ==, KEEL_SUMMARY_SLEEP | KEEL_SUMMARY_MEETINGS);
  g_assert_false (keel_summary_parts_parse ("sleep,names", &parts, &unknown));
  g_assert_cmpstr (unknown, ==, "names");
}

static void
test_involvement (void)
{
  static const struct
  {
    const char *text;
    const char *kept;
  } rows[] = {
    { "yn-y--", "yn-y--" },     { NULL, "------" }, { "", "------" },
    { "yyyyyyyyyy", "yyyyyy" }, { "?n", "-n----" }, { "nnnnnn", "nnnnnn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KeelInvolvement involvement;
      g_autofree char *kept = NULL;

      keel_involvement_parse (&involvement, rows[i].text);
      kept = keel_involvement_format (&involvement);
      g_assert_cmpstr (kept, ==, rows[i].kept);
    }
}

/* --- Days that count --- */

typedef struct
{
  const char *name;
  KeelDayMode mode;
  gboolean day_one;
  gint64 start;
  gint64 lapse; /* 0: none */
  KeelLapseChoice choice;
  guint n;
} CountCase;

static const CountCase counts[] = {
  { "none", KEEL_DAY_MODE_NONE, FALSE, TODAY - 47, 0, 0, 0 },
  { "streak", KEEL_DAY_MODE_STREAK, FALSE, TODAY - 47, 0, 0, 47 },
  { "day-one", KEEL_DAY_MODE_STREAK, TRUE, TODAY - 47, 0, 0, 48 },
  { "ahead", KEEL_DAY_MODE_BOTH, FALSE, TODAY + 3, 0, 0, 0 },
  { "new-start", KEEL_DAY_MODE_STREAK, FALSE, TODAY - 47, TODAY - 10, KEEL_LAPSE_NEW_START, 46 },
  { "keep-total", KEEL_DAY_MODE_TOTAL, FALSE, TODAY - 47, TODAY - 10, KEEL_LAPSE_KEEP_TOTAL, 46 },
  { "stop", KEEL_DAY_MODE_BOTH, FALSE, TODAY - 47, TODAY - 10, KEEL_LAPSE_STOP, 37 },
  { "not-counted", KEEL_DAY_MODE_BOTH, FALSE, TODAY - 47, TODAY - 10, KEEL_LAPSE_NOT_COUNTED, 47 },
};

static void
test_count (gconstpointer data)
{
  const CountCase *row = data;
  const KeelLogicalNow now = { .day = TODAY, .time = (KeelLocalTime) TODAY * KEEL_MINUTES_PER_DAY + 720 };
  const KeelDayOptions options = { 0 };
  g_autoptr (KeelDays) days = keel_days_new (&now, &options);
  g_autoptr (KeelHistory) history = keel_history_new (TODAY);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (KeelDayMark));
  GPtrArray *lapses = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_lapse_free);
  KeelDayCount *count = keel_day_count_new (row->start);
  KeelLapse *lapse = keel_lapse_new ("a");
  const KeelCountStand *stand;

  count->uuid = g_strdup ("a");
  count->mode = row->mode;
  count->day_one = row->day_one;
  lapse->uuid = g_strdup ("b");
  lapse->day = row->lapse;
  lapse->choice = row->choice;
  if (row->lapse != 0)
    g_ptr_array_add (lapses, lapse);
  else
    keel_lapse_free (lapse);
  keel_days_take_lapses (days, lapses);
  keel_days_take_count (days, count, marks);
  keel_history_take_days (history, days);
  stand = g_ptr_array_index (days->counts, 0);
  if (row->n == 0)
    {
      g_assert_cmpuint (history->counts->len, ==, 0);
      return;
    }
  g_assert_cmpuint (history->counts->len, ==, 1);
  g_assert_cmpuint (((KeelHistoryCount *) history->counts->pdata[0])->points->len, ==, row->n);
  if (stand->standing->shows_total)
    g_assert_cmpuint (stand->standing->total, ==, row->n);
}

/* Ten days in a row, three of them before the week; of one day in it nothing is known. */
static void
test_medicine (void)
{
  g_autoptr (KeelHistory) history = keel_history_new (TODAY);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (KeelMedicineMark));
  KeelHistoryDays days;

  for (gint64 day = TODAY - 9; day <= TODAY; day++)
    {
      const KeelMedicineMark mark = { .day = day, .state = KEEL_MEDICINE_TAKEN };

      if (day != TODAY - 2)
        g_array_append_val (marks, mark);
    }
  keel_history_take_medicine (history, keel_medicine_new ("morning", TODAY - 20), marks);
  keel_history_days_init (&days, KEEL_SPAN_WEEK, TODAY, TODAY, 1);
  g_assert_cmpuint (keel_history_medicine_count (history->medicines->pdata[0], &days), ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/csv", test_csv);
  g_test_add_func ("/summary/parts", test_parts);
  g_test_add_func ("/summary/involvement", test_involvement);
  g_test_add_func ("/summary/medicine", test_medicine);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/summary/count/%s", counts[i].name);

      g_test_add_data_func (path, &counts[i], test_count);
    }
  return g_test_run ();
}

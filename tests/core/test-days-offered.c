
/* What the pages of a profile offer of days and of what lies behind, and what they leave out. */

#include "core/keel-history-count.h"
#include "core/keel-milestone-dates.h"

#define TODAY 20000

static const KeelLogicalNow now = { .day = TODAY, .time = TODAY * KEEL_MINUTES_PER_DAY };
static const KeelDayOptions options = { .moments = TRUE };

static KeelDayCount *
make_count (const char *uuid, KeelDayPath path)
{
  KeelDayCount *count = keel_day_count_new (TODAY - 10);

  count->uuid = g_strdup (uuid);
  count->path = path;
  return count;
}

static void
add_reached (GPtrArray *reached, const char *mark, const char *count)
{
  KeelReached *one = keel_reached_new (mark, TODAY - (gint64) reached->len);

  one->uuid = g_strdup (mark);
  one->count = g_strdup (count);
  g_ptr_array_add (reached, one);
}

/* A count of each kind, and one that was deleted since. */
static KeelDays *
make_days (void)
{
  KeelDays *days = keel_days_new (&now, &options);
  g_autoptr (GArray) marks = keel_day_marks_new_generic ();
  GPtrArray *lapses = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_lapse_free);
  GPtrArray *reached = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reached_free);
  KeelLapse *lapse = keel_lapse_new ("own");

  lapse->day = TODAY - 5;
  g_ptr_array_add (lapses, lapse);
  keel_days_take_lapses (days, lapses);
  keel_days_take_count (days, make_count ("own", KEEL_DAY_PATH_CUT_DOWN), marks);
  keel_days_take_count (days, make_count ("group", KEEL_DAY_PATH_MEMBERSHIP), marks);
  add_reached (reached, "days-3", "own");
  add_reached (reached, "days-7", "group");
  add_reached (reached, "days-14", "gone");
  add_reached (reached, KEEL_REACHED_LOGS, NULL);
  add_reached (reached, KEEL_REACHED_MEETING, NULL);
  keel_days_take_reached (days, reached);
  return days;
}

static char *
describe (const KeelDays *days)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->counts->len; i++)
    g_string_append_printf (text, "%s ",
                            ((const KeelCountStand *) g_ptr_array_index (days->counts, i))->count->uuid);
  g_string_append_printf (text, "| %u |", days->lapses->len);
  for (guint i = 0; i < days->reached->len; i++)
    g_string_append_printf (text, " %s", ((const KeelReached *) g_ptr_array_index (days->reached, i))->mark);
  return g_string_free (text, FALSE);
}

static const struct
{
  gboolean members, families;
  const char *days;
  const char *history; /* counts, then how many cravings, moods, urges */
} table[] = {
  { TRUE, FALSE, "own | 1 | days-3 days-14 logs-30 first-meeting", "own 1 1 1" },
  { TRUE, TRUE, "own group | 1 | days-3 days-7 days-14 logs-30 first-meeting", "own group 1 1 1" },
  { FALSE, TRUE, "group | 0 | days-7 first-meeting", "group 0 1 0" },
};

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (KeelDays) days = make_days ();
      g_autofree char *found = NULL;

      keel_days_keep (days, table[i].members, table[i].families);
      found = describe (days);
      g_assert_cmpstr (found, ==, table[i].days);
      g_assert_cmpuint (days->untold->len, ==, days->reached->len);
      for (guint j = 0; j < days->untold->len; j++)
        g_assert_true (g_ptr_array_index (days->untold, j) == g_ptr_array_index (days->reached, j));
    }
}

static void
test_history (void)
{
  static const KeelHistoryKind kinds[] = { KEEL_HISTORY_CRAVING, KEEL_HISTORY_MOOD, KEEL_HISTORY_URGES };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (KeelHistory) history = keel_history_new (TODAY);
      g_autoptr (KeelDays) days = make_days ();
      g_autoptr (GString) found = g_string_new (NULL);

      keel_history_take_days (history, days);
      for (gsize j = 0; j < G_N_ELEMENTS (kinds); j++)
        keel_history_add (history, kinds[j], TODAY, 3);
      keel_history_keep (history, table[i].members, table[i].families);
      for (guint j = 0; j < history->counts->len; j++)
        g_string_append_printf (found, "%s ",
                                ((KeelHistoryCount *) g_ptr_array_index (history->counts, j))->count->uuid);
      g_string_append_printf (found, "%u %u %u", history->points[kinds[0]]->len,
                              history->points[kinds[1]]->len, history->points[kinds[2]]->len);
      g_assert_cmpstr (found->str, ==, table[i].history);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/days-offered/days", test_days);
  g_test_add_func ("/core/days-offered/history", test_history);
  return g_test_run ();
}

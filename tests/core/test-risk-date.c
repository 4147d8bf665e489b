/* High-risk dates: once and every year, 29 February, and what is said of them. Goals: the week of a tick. */

#include "core/keel-aim.h"
#include "core/keel-risk-date.h"

static gint64
parse_day (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return keel_local_time_get_days (local);
}

static const struct
{
  const char *day;
  gboolean yearly;
  const char *from;
  const char *next; /* NULL: none any more */
} rows[] = {
  { "2026-11-22", FALSE, "2026-11-01", "2026-11-22" }, { "2026-11-22", FALSE, "2026-11-22", "2026-11-22" },
  { "2026-11-22", FALSE, "2026-11-23", NULL },         { "2019-06-03", TRUE, "2026-06-03", "2026-06-03" },
  { "2019-06-03", TRUE, "2026-06-04", "2027-06-03" },  { "2019-06-03", TRUE, "2018-01-01", "2019-06-03" },
  { "2024-12-31", TRUE, "2026-12-31", "2026-12-31" },  { "2024-12-31", TRUE, "2027-01-01", "2027-12-31" },
  { "2024-01-01", TRUE, "2026-12-31", "2027-01-01" },  { "2024-02-29", TRUE, "2024-03-01", "2025-02-28" },
  { "2024-02-29", TRUE, "2027-02-28", "2027-02-28" },  { "2024-02-29", TRUE, "2027-03-01", "2028-02-29" },
  { "2024-02-29", TRUE, "2028-02-28", "2028-02-29" },  { "2024-02-29", FALSE, "2025-02-28", NULL },
  { "2096-02-29", TRUE, "2100-01-01", "2100-02-28" },  { "2024-02-28", TRUE, "2028-02-28", "2028-02-28" },
};

static void
test_next (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelRiskDate) date = keel_risk_date_new ("The day of the funeral", parse_day (rows[i].day));
      gint64 from = parse_day (rows[i].from);
      gint64 next;

      date->yearly = rows[i].yearly;
      g_test_message ("row %zu", i);
      next = keel_risk_date_find_next (date, from);
      g_assert_cmpint (next, ==, rows[i].next != NULL ? parse_day (rows[i].next) : KEEL_DAY_UNSAID);
      /* The one says of a day what the other looks for. */
      for (gint64 day = from; day < from + 1500 && (next == KEEL_DAY_UNSAID || day <= next); day++)
        g_assert_cmpint (keel_risk_date_is_on (date, day), ==, day == next);
    }
}

static void
test_says (void)
{
  const char *const people[] = { "a", "b", NULL };
  g_autoptr (KeelRiskDate) date = keel_risk_date_new ("Payday", 20000);
  g_autoptr (KeelRiskDate) nothing = keel_risk_date_new (" \t", 20000);
  g_autoptr (KeelRiskDate) copy = NULL;

  g_assert_true (keel_risk_date_is_possible (date));
  g_assert_false (keel_risk_date_is_possible (nothing));
  g_assert_false (keel_risk_date_has_plan (date));
  date->people = g_strdupv ((GStrv) people);
  date->plan = g_strdup ("p");
  date->strategy = g_strdup ("c01");
  date->action = g_strdup ("Go to my sister");
  g_assert_true (keel_risk_date_has_plan (date));
  copy = keel_risk_date_copy (date);
  g_assert_true (keel_risk_date_equal (date, copy));
  g_free (copy->people[1]);
  copy->people[1] = NULL;
  g_assert_false (keel_risk_date_equal (date, copy));
}

static void
test_weeks (void)
{
  gint64 monday = parse_day ("2026-11-23");
  gint64 sunday = monday - 1;
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 tick = 0;

  for (gint64 day = monday; day < monday + 7; day++)
    g_assert_cmpint (keel_aim_get_week (day, 1), ==, monday);
  for (gint64 day = sunday; day < sunday + 7; day++)
    g_assert_cmpint (keel_aim_get_week (day, 0), ==, sunday);
  g_assert_cmpint (keel_aim_get_week (sunday, 6), ==, sunday - 1);
  g_array_append_val (ticks, sunday);
  g_assert_true (keel_aim_is_ticked (ticks, monday - 7, &tick));
  g_assert_cmpint (tick, ==, sunday);
  g_assert_false (keel_aim_is_ticked (ticks, monday, NULL));
  g_assert_true (keel_aim_is_ticked (ticks, sunday, NULL));
}

static void
test_goal (void)
{
  g_autoptr (KeelAim) goal = keel_aim_new ("Cook twice", KEEL_AIM_HOME);
  g_autoptr (KeelAim) copy = keel_aim_copy (goal);

  g_assert_true (keel_aim_is_possible (goal));
  g_assert_true (keel_aim_equal (goal, copy));
  copy->done = 20000;
  g_assert_false (keel_aim_equal (goal, copy));
  copy->weekly = TRUE;
  g_assert_false (keel_aim_is_possible (copy)); /* it has ticks in the place of that */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/risk-date/next", test_next);
  g_test_add_func ("/risk-date/says", test_says);
  g_test_add_func ("/goal/weeks", test_weeks);
  g_test_add_func ("/goal/says", test_goal);
  return g_test_run ();
}

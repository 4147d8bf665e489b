/* Goals with their ticks, and high-risk dates: kept word for word, replaced, taken away and brought back. */

#include "keel-journal-fixture.h"
#include "store/keel-journal-aims.h"
#include "store/keel-journal-risk-dates.h"

static void
assert_goals (KeelJournalFixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) goals = keel_journal_get_aims (fixture->journal, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < goals->len; i++)
    {
      const KeelAim *goal = goals->pdata[i];

      g_string_append_printf (text, "%s%s: %s%s%s", i > 0 ? "; " : "", keel_aim_area_words[goal->area],
                              goal->words, goal->weekly ? " weekly" : "",
                              goal->done != KEEL_DAY_UNSAID ? " done" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_ticks (KeelJournalFixture *fixture, const char *uuid, const char *expected)
{
  g_autoptr (GArray) ticks = keel_journal_get_aim_ticks (fixture->journal, uuid, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", (int) g_array_index (ticks, gint64, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_goals (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelAim) goal = keel_aim_new (" Cook twice\n", KEEL_AIM_HOME);
  g_autoptr (KeelAim) service = keel_aim_new ("Make the coffee", KEEL_AIM_SERVICE);
  g_autoptr (KeelAim) before = NULL;
  g_autoptr (GError) error = NULL;

  service->weekly = TRUE;
  g_assert_true (keel_journal_set_aim (fixture->journal, goal, &before, NULL));
  g_assert_null (before);
  g_assert_true (keel_journal_set_aim (fixture->journal, service, NULL, NULL));
  goal->done = 20779;
  g_assert_true (keel_journal_set_aim (fixture->journal, goal, &before, NULL));
  g_assert_cmpint (before->done, ==, KEEL_DAY_UNSAID);
  keel_journal_fixture_open (fixture);
  assert_goals (fixture, "home: Cook twice done; service: Make the coffee weekly");
  g_assert_true (keel_journal_set_aim (fixture->journal, before, NULL, NULL));
  g_assert_true (keel_journal_set_aim_deleted (fixture->journal, service->uuid, TRUE, NULL));
  assert_goals (fixture, "home: Cook twice");
  g_assert_true (keel_journal_set_aim_deleted (fixture->journal, service->uuid, FALSE, NULL));
  assert_goals (fixture, "home: Cook twice; service: Make the coffee weekly");
  g_assert_false (keel_journal_set_aim_deleted (fixture->journal, "none", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

static void
test_ticks (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelAim) goal = keel_aim_new ("Swim", KEEL_AIM_HEALTH);
  g_autoptr (GError) error = NULL;

  goal->weekly = TRUE;
  g_assert_true (keel_journal_set_aim (fixture->journal, goal, NULL, NULL));
  g_assert_true (keel_journal_tick_aim (fixture->journal, goal->uuid, 20786, TRUE, NULL));
  g_assert_true (keel_journal_tick_aim (fixture->journal, goal->uuid, 20779, TRUE, NULL));
  g_assert_true (keel_journal_tick_aim (fixture->journal, goal->uuid, 20779, TRUE, NULL));
  assert_ticks (fixture, goal->uuid, "20779 20786");
  g_assert_true (keel_journal_tick_aim (fixture->journal, goal->uuid, 20786, FALSE, NULL));
  g_assert_true (keel_journal_tick_aim (fixture->journal, goal->uuid, 20700, FALSE, NULL));
  assert_ticks (fixture, goal->uuid, "20779");
  keel_journal_fixture_open (fixture);
  assert_ticks (fixture, goal->uuid, "20779");
  g_assert_false (keel_journal_tick_aim (fixture->journal, "none", 20779, TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

static void
test_risk_dates (KeelJournalFixture *fixture, gconstpointer data)
{
  const char *const people[] = { "11111111-1111-4111-8111-111111111111",
                                 "22222222-2222-4222-8222-222222222222", NULL };
  g_autoptr (KeelRiskDate) date = keel_risk_date_new ("The day of the wedding; '\"", 20800);
  g_autoptr (KeelRiskDate) early = keel_risk_date_new ("Payday", 20779);
  g_autoptr (KeelRiskDate) before = NULL;
  g_autoptr (GPtrArray) dates = NULL;

  date->yearly = TRUE;
  date->action = g_strdup ("Stay with my sister");
  date->plan = g_strdup ("p");
  date->strategy = g_strdup ("c01");
  date->people = g_strdupv ((GStrv) people);
  g_assert_true (keel_journal_set_risk_date (fixture->journal, date, NULL, NULL));
  g_assert_true (keel_journal_set_risk_date (fixture->journal, early, NULL, NULL));
  keel_journal_fixture_open (fixture);
  dates = keel_journal_get_risk_dates (fixture->journal, NULL);
  g_assert_cmpuint (dates->len, ==, 2);
  g_assert_true (keel_risk_date_equal (dates->pdata[0], early));
  g_assert_true (keel_risk_date_equal (dates->pdata[1], date));

  g_clear_pointer (&date->people, g_strfreev);
  g_assert_true (keel_journal_set_risk_date (fixture->journal, date, &before, NULL));
  g_assert_cmpuint (g_strv_length (before->people), ==, 2);
  g_assert_true (keel_journal_set_risk_date_deleted (fixture->journal, early->uuid, TRUE, NULL));
  g_ptr_array_unref (dates);
  dates = keel_journal_get_risk_dates (fixture->journal, NULL);
  g_assert_cmpuint (dates->len, ==, 1);
  g_assert_true (keel_risk_date_equal (dates->pdata[0], date));
}

static void
test_refused (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelRiskDate) date = keel_risk_date_new ("", 20800);
  g_autoptr (KeelAim) goal = keel_aim_new (" ", KEEL_AIM_HOME);
  g_autoptr (GError) error = NULL;

  g_assert_false (keel_journal_set_risk_date (fixture->journal, date, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_assert_null (date->uuid);
  g_clear_error (&error);
  g_assert_false (keel_journal_set_aim (fixture->journal, goal, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_assert_null (goal->uuid);
}

/* No reminder depends on them. */
static void
test_counter (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelRiskDate) date = keel_risk_date_new ("Payday", 20800);
  gint64 counter = keel_journal_get_change_counter (fixture->journal, NULL);

  g_assert_true (keel_journal_set_risk_date (fixture->journal, date, NULL, NULL));
  g_assert_cmpint (keel_journal_get_change_counter (fixture->journal, NULL), ==, counter);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                                      \
  g_test_add (path, KeelJournalFixture, NULL, keel_journal_fixture_set_up, func,                             \
              keel_journal_fixture_tear_down)
  ADD ("/goals/kept", test_goals);
  ADD ("/goals/ticks", test_ticks);
  ADD ("/risk-dates/kept", test_risk_dates);
  ADD ("/care/refused", test_refused);
  ADD ("/care/counter", test_counter);
#undef ADD
  return g_test_run ();
}

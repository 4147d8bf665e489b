/* The question after the end, and prompts that have none. */

#include <locale.h>

#include "keel-scheduler-fixture.h"
#include "store/keel-data-dir.h"

static void
add_empty_profile (Fixture *fixture)
{
  g_autofree char *folder = keel_data_dir_get_profile (fixture->data_dir, "profile-2");

  g_assert_true (keel_data_dir_make_folder (folder, NULL));
}

/* When the computer comes up after the end (19:00Z), and what is asked then. */
static void
test_afterwards (void)
{
  static const struct
  {
    const char *now;
    gboolean two, off;
    KeelReminderReach reach;
    KeelReminderText text;
    const char *shown, *log;
  } table[] = {
    { "2026-11-24T18:59:59Z", FALSE, FALSE, KEEL_REACH_ALWAYS, KEEL_REMINDER_NAME, "", "" },
    { "2026-11-24T19:00:00Z", FALSE, FALSE, KEEL_REACH_ALWAYS, KEEL_REMINDER_NAME,
      "2026-11-24T19:00:00Z Did you go? | 19:00 · Candle Corner", "shown" },
    { "2026-11-24T19:00:00Z", FALSE, FALSE, KEEL_REACH_ALONE, KEEL_REMINDER_DISCREET,
      "2026-11-24T19:00:00Z Did you go? | 19:00", "shown" },
    { "2026-11-24T19:00:00Z", TRUE, FALSE, KEEL_REACH_ALONE, KEEL_REMINDER_NAME, "", "" },
    { "2026-11-24T19:00:00Z", TRUE, FALSE, KEEL_REACH_ALWAYS, KEEL_REMINDER_DISCREET,
      "2026-11-24T19:00:00Z Did you go? | 19:00", "shown" },
    { "2026-11-24T19:00:00Z", FALSE, FALSE, KEEL_REACH_DISCREET, KEEL_REMINDER_NAME, "", "" },
    { "2026-11-24T19:00:00Z", FALSE, TRUE, KEEL_REACH_ALWAYS, KEEL_REMINDER_NAME, "", "" },
    { "2026-11-25T18:59:59Z", FALSE, FALSE, KEEL_REACH_ALWAYS, KEEL_REMINDER_NAME,
      "2026-11-25T18:59:59Z Did you go? | yesterday, 19:00 · Candle Corner", "late" },
    { "2026-11-25T19:00:00Z", FALSE, FALSE, KEEL_REACH_ALWAYS, KEEL_REMINDER_NAME, "", "" },
    { "2026-11-28T19:00:00Z", FALSE, FALSE, KEEL_REACH_ALWAYS, KEEL_REMINDER_NAME, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };
      KeelReminderRule *rule;

      g_test_message ("line %u", i);
      fixture_set_up (&own, NULL);
      rule = fixture_add_full (&own, "a", KEEL_LEAD_AFTERWARDS);
      rule->reach = table[i].reach;
      rule->text = table[i].text;
      own.preferences.ask_afterwards = !table[i].off;
      if (table[i].two)
        add_empty_profile (&own);
      keel_test_clock_set (own.clock, table[i].now);
      fixture_start (&own);
      fixture_assert_shown (&own, table[i].shown);
      fixture_assert_log (&own, table[i].log);
      fixture_restart (&own);
      fixture_assert_shown (&own, "");
      fixture_tear_down (&own, NULL);
    }
}

/* Quiet, in the reminder's place, and an answer is the attendance. */
static void
test_afterwards_is_quiet (Fixture *fixture, gconstpointer data)
{
  GPtrArray *tags = fixture->notifier->tags;

  fixture_add_full (fixture, "a", 30);
  fixture_add_full (fixture, "a", KEEL_LEAD_AFTERWARDS)->important = TRUE;
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-25T12:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z 19:00 · Candle Corner | Harbour Street 1\n"
                                 "2026-11-24T18:00:00Z 19:00 · Candle Corner | Harbour Street 1\n"
                                 "2026-11-24T19:00:00Z Did you go? | 19:00 · Candle Corner");
  g_assert_cmpstr (g_ptr_array_index (tags, 0), ==, g_ptr_array_index (tags, 1));
  g_assert_cmpint (fixture->notifier->urgency, ==, KEEL_URGENCY_LOW);
  g_assert_null (fixture->notifier->sound);
  fixture_assert_buttons (fixture, "went missed open");
  fixture_assert_log (fixture, "shown shown");
  fixture_answer (fixture, KEEL_ANSWER_WENT);
  fixture_assert_answers (fixture, "a 2026-11-24T19:00 went");
  fixture_restart (fixture);
  fixture_assert_shown (fixture, "");
}

static void
test_not_this_time (Fixture *fixture, gconstpointer data)
{
  fixture_add_full (fixture, "a", KEEL_LEAD_AFTERWARDS);
  fixture_start (fixture);
  g_assert_cmpint (keel_reminder_scheduler_get_next (fixture->scheduler), ==, KEEL_REMINDER_NEVER);
  g_assert_true (fixture_has_alarm (fixture)); /* it is no reminder, but it comes */
  fixture_pass (fixture, "2026-11-24T19:30:00Z");
  fixture_answer (fixture, KEEL_ANSWER_NOT_THIS_TIME);
  fixture_assert_answers (fixture, "a 2026-11-24T19:00 not");
}

/* What was said before needs no question. */
static void
test_afterwards_of_what_is_settled (Fixture *fixture, gconstpointer data)
{
  fixture_add_full (fixture, "a", KEEL_LEAD_AFTERWARDS);
  fixture_settle_occurrence (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-25T19:30:00Z");
  fixture_assert_shown (fixture, "");
  fixture_assert_log (fixture, "");
}

/* Settled inside the profile while it is asked, or no longer to be asked at all. */
static void
test_afterwards_goes (Fixture *fixture, gconstpointer data)
{
  fixture_add_full (fixture, "a", KEEL_LEAD_AFTERWARDS);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T19:30:00Z");
  fixture->preferences.ask_afterwards = FALSE;
  fixture_project_anew (fixture);
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 1);
}

/* Where others have a profile by now it is not asked, whoever pressed a button or restarted the server. */
static void
test_afterwards_and_another_profile (Fixture *fixture, gconstpointer data)
{
  fixture_add_full (fixture, "a", KEEL_LEAD_AFTERWARDS)->reach = KEEL_REACH_ALONE;
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T19:30:00Z");
  fixture_assert_shown (fixture, "2026-11-24T19:00:00Z Did you go? | 19:00 · Candle Corner");
  add_empty_profile (fixture);
  keel_reminder_scheduler_reload (fixture->scheduler);
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 1);
  fixture_appear (fixture, ":1.9");
  fixture_answer (fixture, KEEL_ANSWER_WENT);
  fixture_assert_shown (fixture, "");
  fixture_assert_answers (fixture, "");
}

/* Of two that are asked in one, the one remains that may be asked before others. */
static void
test_some_and_another_profile (Fixture *fixture, gconstpointer data)
{
  fixture_add_full (fixture, "a", KEEL_LEAD_AFTERWARDS)->reach = KEEL_REACH_ALONE;
  fixture_add (fixture, "b", "2026-11-24T17:00", "Europe/Berlin", NULL, KEEL_LEAD_AFTERWARDS,
               "2026-11-01T00:00:00Z");
  fixture_get_rule (fixture, 1)->reach = KEEL_REACH_ALWAYS;
  keel_test_clock_set (fixture->clock, "2026-11-24T20:00:00Z");
  fixture_start (fixture);
  fixture_assert_shown (fixture, "2026-11-24T20:00:00Z Did you go? | 17:00/19:00");
  add_empty_profile (fixture);
  keel_reminder_scheduler_reload (fixture->scheduler);
  fixture_assert_shown (fixture, "2026-11-24T20:00:00Z Did you go? | 17:00");
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 0);
}

/* The button that was there is pressed after it went: Keel is opened, which knows whose it is. */
static void
test_going_and_another_profile (Fixture *fixture, gconstpointer data)
{
  fixture_add_full (fixture, "a", 30)->reach = KEEL_REACH_ALONE;
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  add_empty_profile (fixture);
  keel_reminder_scheduler_reload (fixture->scheduler);
  fixture_assert_buttons (fixture, "snooze open 5 start");
  fixture_answer (fixture, KEEL_ANSWER_NOT_TODAY);
  fixture_assert_answers (fixture, "");
  g_assert_cmpstr (fixture->opened, ==, "a");
}

static void
test_afterwards_of_several (Fixture *fixture, gconstpointer data)
{
  fixture_add_full (fixture, "a", KEEL_LEAD_AFTERWARDS);
  fixture_add (fixture, "b", "2026-11-24T17:00", "Europe/Berlin", NULL, KEEL_LEAD_AFTERWARDS,
               "2026-11-01T00:00:00Z");
  fixture_get_rule (fixture, 1)->reach = KEEL_REACH_ALWAYS;
  keel_test_clock_set (fixture->clock, "2026-11-24T20:00:00Z");
  fixture_start (fixture);
  fixture_assert_shown (fixture, "2026-11-24T20:00:00Z Did you go? | 17:00/19:00");
  fixture_assert_buttons (fixture, "open");
  fixture_answer (fixture, KEEL_ANSWER_OPEN);
  g_assert_cmpstr (fixture->opened, ==, "(Keel)");
}

/* Every day's, each once: also where one goes on while the next has begun. */
static void
test_afterwards_every_day (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", "2026-11-20T19:00", "Europe/Berlin", "FREQ=DAILY", KEEL_LEAD_AFTERWARDS,
               "2026-11-24T12:00:00Z");
  fixture_get_rule (fixture, 0)->reach = KEEL_REACH_ALWAYS;
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T18:30:00Z");
  keel_reminder_scheduler_reload (fixture->scheduler); /* in the middle of it */
  fixture_pass (fixture, "2026-11-26T20:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T19:00:00Z Did you go? | 19:00\n"
                                 "2026-11-25T19:00:00Z Did you go? | 19:00\n"
                                 "2026-11-26T19:00:00Z Did you go? | 19:00");
  g_assert_cmpint (fixture->alarm, ==, fixture_parse ("2026-11-27T19:00:00Z") * G_USEC_PER_SEC);
}

/* A prompt stands until the next one, half a day at most; what is past is missed. */
static void
test_prompts (void)
{
  static const struct
  {
    gboolean again; /* at 23:00 */
    const char *now, *shown, *log;
  } table[] = {
    { FALSE, "2026-11-24T18:00:00Z", "2026-11-24T18:00:00Z Reminder: 19:00", "shown" },
    { FALSE, "2026-11-25T05:59:59Z", "2026-11-25T05:59:59Z Reminder: yesterday, 19:00", "late" },
    { FALSE, "2026-11-25T06:00:00Z", "", "missed" },
    { TRUE, "2026-11-24T21:59:59Z", "2026-11-24T21:59:59Z Reminder: 19:00", "late" },
    { TRUE, "2026-11-24T22:00:00Z", "2026-11-24T22:00:00Z Reminder: 23:00", "missed shown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };
      KeelReminderRule *rule;
      KeelSchedule *schedule;

      g_test_message ("line %u", i);
      fixture_set_up (&own, NULL);
      fixture_add (&own, "a", "2026-11-24T19:00", "Europe/Berlin", "FREQ=DAILY", 0, "2026-11-24T12:00:00Z");
      rule = fixture_get_rule (&own, 0);
      rule->meeting = FALSE;
      schedule = keel_schedule_add (rule->schedule, fixture_parse_local ("2026-11-24T23:00"), 60, NULL);
      g_assert_nonnull (schedule);
      if (table[i].again)
        {
          keel_schedule_unref (rule->schedule);
          rule->schedule = keel_schedule_ref (schedule);
        }
      keel_schedule_unref (schedule);
      keel_test_clock_set (own.clock, table[i].now);
      fixture_start (&own);
      fixture_assert_shown (&own, table[i].shown);
      fixture_assert_log (&own, table[i].log);
      fixture_tear_down (&own, NULL);
    }
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/scheduler/afterwards/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
#define ADD_TABLE(name, function) g_test_add_func ("/scheduler/afterwards/" name, function)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("afterwards", test_afterwards);
  ADD ("afterwards-is-quiet", test_afterwards_is_quiet);
  ADD ("not-this-time", test_not_this_time);
  ADD ("afterwards-of-what-is-settled", test_afterwards_of_what_is_settled);
  ADD ("afterwards-goes", test_afterwards_goes);
  ADD ("afterwards-and-another-profile", test_afterwards_and_another_profile);
  ADD ("some-and-another-profile", test_some_and_another_profile);
  ADD ("going-and-another-profile", test_going_and_another_profile);
  ADD ("afterwards-of-several", test_afterwards_of_several);
  ADD ("afterwards-every-day", test_afterwards_every_day);
  ADD_TABLE ("prompts", test_prompts);
  return g_test_run ();
}

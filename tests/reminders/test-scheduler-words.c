/* What a reminder says and offers, and to whom. */

#include <locale.h>

#include "keel-scheduler-fixture.h"
#include "store/keel-data-dir.h"

#define FULL_BUTTONS "join going not snooze map open 5 start"
#define DISCREET_BUTTONS "snooze open 5 start"

static void
add_empty_profile (Fixture *fixture)
{
  g_autofree char *folder = keel_data_dir_get_profile (fixture->data_dir, "profile-2");

  g_assert_true (keel_data_dir_make_folder (folder, NULL));
}

static gboolean
has_shown (Fixture *fixture)
{
  return fixture->notifier->shown->len > 0;
}

/* Half an hour before: who sees what, and may press what. */
static void
test_reach (void)
{
  static const struct
  {
    KeelReminderText text;
    KeelReminderReach reach;
    gboolean two, travel, prompt;
    const char *shown, *buttons;
  } table[] = {
    { KEEL_REMINDER_FULL, KEEL_REACH_ALWAYS, FALSE, FALSE, FALSE,
      "2026-11-24T17:30:00Z 19:00 · Candle Corner | Harbour Street 1", FULL_BUTTONS },
    { KEEL_REMINDER_FULL, KEEL_REACH_ALWAYS, TRUE, FALSE, FALSE,
      "2026-11-24T17:30:00Z 19:00 · Candle Corner | Harbour Street 1", FULL_BUTTONS },
    { KEEL_REMINDER_FULL, KEEL_REACH_ALONE, FALSE, FALSE, FALSE,
      "2026-11-24T17:30:00Z 19:00 · Candle Corner | Harbour Street 1", FULL_BUTTONS },
    { KEEL_REMINDER_FULL, KEEL_REACH_ALONE, TRUE, FALSE, FALSE, "2026-11-24T17:30:00Z Reminder: 19:00",
      DISCREET_BUTTONS },
    { KEEL_REMINDER_FULL, KEEL_REACH_DISCREET, FALSE, FALSE, FALSE, "2026-11-24T17:30:00Z Reminder: 19:00",
      DISCREET_BUTTONS },
    { KEEL_REMINDER_NAME, KEEL_REACH_ALONE, FALSE, FALSE, FALSE, "2026-11-24T17:30:00Z 19:00 · Candle Corner",
      FULL_BUTTONS },
    { KEEL_REMINDER_DISCREET, KEEL_REACH_ALONE, FALSE, FALSE, FALSE, "2026-11-24T17:30:00Z Reminder: 19:00",
      FULL_BUTTONS },
    { KEEL_REMINDER_DISCREET, KEEL_REACH_ALWAYS, TRUE, FALSE, FALSE, "2026-11-24T17:30:00Z Reminder: 19:00",
      FULL_BUTTONS },
    { KEEL_REMINDER_NAME, KEEL_REACH_ALONE, FALSE, TRUE, FALSE,
      "2026-11-24T17:30:00Z Time to leave for 19:00 | Candle Corner", FULL_BUTTONS },
    { KEEL_REMINDER_NAME, KEEL_REACH_ALONE, TRUE, TRUE, FALSE, "2026-11-24T17:30:00Z Time to leave for 19:00",
      DISCREET_BUTTONS },
    { KEEL_REMINDER_NAME, KEEL_REACH_ALONE, FALSE, FALSE, TRUE, "2026-11-24T17:30:00Z 19:00 · Candle Corner",
      "snooze open 5" },
    { KEEL_REMINDER_NAME, KEEL_REACH_ALONE, TRUE, FALSE, TRUE, "2026-11-24T17:30:00Z Reminder: 19:00",
      "snooze open 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };
      KeelReminderRule *rule;

      g_test_message ("line %u", i);
      fixture_set_up (&own, NULL);
      rule = fixture_add_full (&own, "a", 30);
      rule->text = table[i].text;
      rule->reach = table[i].reach;
      rule->travel = table[i].travel;
      rule->meeting = !table[i].prompt;
      if (table[i].two)
        add_empty_profile (&own);
      fixture_start (&own);
      fixture_pass (&own, "2026-11-24T17:30:00Z");
      fixture_assert_shown (&own, table[i].shown);
      fixture_assert_buttons (&own, table[i].buttons);
      fixture_tear_down (&own, NULL);
    }
}

/* "I'm going" is for what is to come. */
static void
test_buttons_after_the_start (Fixture *fixture, gconstpointer data)
{
  fixture_add_full (fixture, "a", 0);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T18:00:00Z");
  fixture_assert_buttons (fixture, "join snooze map open 5 30");
}

/* What stood there for one pair of eyes is discreet as soon as there is another profile. */
static void
test_another_profile_comes (Fixture *fixture, gconstpointer data)
{
  fixture_add_full (fixture, "a", 30)->reach = KEEL_REACH_ALONE;
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z 19:00 · Candle Corner | Harbour Street 1");
  g_assert_nonnull (fixture->notifier->sound);
  add_empty_profile (fixture);
  fixture_wait (fixture, has_shown);
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
  fixture_assert_buttons (fixture, DISCREET_BUTTONS);
  g_assert_null (fixture->notifier->sound);
  g_assert_cmpstr (g_ptr_array_index (fixture->notifier->tags, 0), ==,
                   g_ptr_array_index (fixture->notifier->tags, 1));
  fixture_assert_log (fixture, "shown");
  fixture_answer (fixture, KEEL_ANSWER_JOIN); /* pressed in that moment */
  g_assert_null (fixture->joined);
  g_assert_cmpstr (fixture->opened, ==, "a");
}

static void
test_directions (Fixture *fixture, gconstpointer data)
{
  fixture_add_full (fixture, "a", 30);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_answer (fixture, KEEL_ANSWER_DIRECTIONS);
  g_assert_cmpstr (fixture->joined, ==, "geo:52.520000,13.405000");
  g_assert_null (fixture->opened);
}

static void
test_unsafe_map (Fixture *fixture, gconstpointer data)
{
  KeelReminderRule *rule = fixture_add_full (fixture, "a", 30);

  g_free (rule->map);
  rule->map = g_strdup ("geo:52.52,13.4;file:///etc/passwd");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_assert_buttons (fixture, "join going not snooze open 5 start");
}

/* Two leads that passed while nothing ran are one notification, which says what matters most. */
static void
test_time_to_leave_among_others (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_add (fixture, "a", "2026-11-24T19:00", "Europe/Berlin", NULL, 60, "2026-11-01T00:00:00Z");
  fixture_add (fixture, "a", "2026-11-24T19:00", "Europe/Berlin", NULL, 40, "2026-11-01T00:00:00Z");
  fixture_get_rule (fixture, 2)->travel = TRUE;
  fixture_start (fixture);
  fixture_jump (fixture, "2026-11-24T17:40:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:40:00Z Time to leave for 19:00");
  fixture_assert_log (fixture, "late late late");
  fixture_jump (fixture, "2026-11-24T17:50:00Z");
  fixture_assert_shown (fixture, "");
}

/* How long each of the buttons waits. */
static void
test_snoozes (void)
{
  static const struct
  {
    KeelAnswer answer;
    const char *shown;
  } table[] = {
    { KEEL_ANSWER_SNOOZE_SHORT, "2026-11-24T16:05:00Z Reminder: 19:00" },
    { KEEL_ANSWER_SNOOZE, "2026-11-24T16:10:00Z Reminder: 19:00" },
    { KEEL_ANSWER_SNOOZE_LONG, "2026-11-24T16:30:00Z Reminder: 19:00" },
    { KEEL_ANSWER_SNOOZE_START, "2026-11-24T18:00:00Z Reminder: 19:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };
      g_autofree char *first = NULL;

      fixture_set_up (&own, NULL);
      fixture_add (&own, "a", "2026-11-24T19:00", "Europe/Berlin", NULL, 120, "2026-11-01T00:00:00Z");
      fixture_start (&own);
      fixture_pass (&own, "2026-11-24T16:00:00Z");
      first = keel_fake_notifier_take (own.notifier);
      fixture_assert_buttons (&own, "snooze open 5 30 start");
      fixture_answer (&own, table[i].answer);
      fixture_pass (&own, "2026-11-24T23:00:00Z");
      fixture_assert_shown (&own, table[i].shown);
      fixture_assert_log (&own, "shown snoozed shown");
      fixture_tear_down (&own, NULL);
    }
}

#define BEGUN "2026-11-24T18:00:00Z 19:00 · Candle Corner | Harbour Street 1"
#define ENDED "2026-11-24T19:00:00Z 19:00 · Candle Corner | Harbour Street 1" /* nothing to join */

/* An answer waits for the profile; "not today" says that nothing more is to be told of it. */
static void
test_answers (void)
{
  static const struct
  {
    KeelAnswer answer;
    const char *letter, *after;
  } table[] = {
    { KEEL_ANSWER_GOING, "a 2026-11-24T19:00 going", BEGUN "\n" ENDED },
    { KEEL_ANSWER_NOT_TODAY, "a 2026-11-24T19:00 not", "" },
    { KEEL_ANSWER_DISMISSED, "", BEGUN "\n" ENDED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };
      g_autofree char *first = NULL;

      fixture_set_up (&own, NULL);
      fixture_add_full (&own, "a", 30);
      fixture_add_full (&own, "a", 0);
      fixture_start (&own);
      fixture_pass (&own, "2026-11-24T17:30:00Z");
      first = keel_fake_notifier_take (own.notifier);
      fixture_answer (&own, table[i].answer);
      fixture_assert_answers (&own, table[i].letter);
      fixture_pass (&own, "2026-11-24T23:00:00Z");
      fixture_assert_shown (&own, table[i].after);
      fixture_tear_down (&own, NULL);
    }
}

/* It says so, and stays to be pressed again. */
static void
test_answer_that_is_not_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  fixture_add_full (fixture, "a", 30);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  first = keel_fake_notifier_take (fixture->notifier);
  fixture_execute (fixture,
                   "CREATE TRIGGER full BEFORE INSERT ON answer BEGIN SELECT raise (ABORT, 'full'); END");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be kept*");
  fixture_answer (fixture, KEEL_ANSWER_NOT_TODAY);
  g_test_assert_expected_messages ();
  fixture_assert_shown (
      fixture,
      "2026-11-24T17:30:00Z 19:00 · Candle Corner | Your answer could not be saved./Harbour Street 1");
  fixture_execute (fixture, "DROP TRIGGER full");
  fixture_answer (fixture, KEEL_ANSWER_NOT_TODAY);
  fixture_assert_answers (fixture, "a 2026-11-24T19:00 not");
}

static void
test_sound (void)
{
  static const struct
  {
    gboolean silent, all_silent, important;
    const char *sound;
  } table[] = {
    { FALSE, FALSE, FALSE, "message-new-instant" },
    { FALSE, FALSE, TRUE, "alarm-clock-elapsed" },
    { TRUE, FALSE, TRUE, NULL },
    { FALSE, TRUE, TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };
      KeelReminderRule *rule;

      fixture_set_up (&own, NULL);
      rule = fixture_add_full (&own, "a", 30);
      rule->silent = table[i].silent;
      rule->important = table[i].important;
      own.preferences.silent = table[i].all_silent;
      fixture_start (&own);
      fixture_pass (&own, "2026-11-24T17:30:00Z");
      g_assert_cmpstr (own.notifier->sound, ==, table[i].sound);
      fixture_tear_down (&own, NULL);
    }
}

/* What the desktop is told, and what is noted. */
static void
test_do_not_disturb (void)
{
  static const struct
  {
    gboolean do_not_disturb, important;
    int lead;
    KeelUrgency urgency;
    const char *reason;
  } table[] = {
    { FALSE, FALSE, 30, KEEL_URGENCY_CRITICAL, "" },
    { FALSE, TRUE, 30, KEEL_URGENCY_CRITICAL, "" },
    { TRUE, FALSE, 30, KEEL_URGENCY_NORMAL, "do not disturb was on" },
    { TRUE, TRUE, 30, KEEL_URGENCY_CRITICAL, "" },
    { FALSE, FALSE, KEEL_LEAD_AFTERWARDS, KEEL_URGENCY_LOW, "" },
    { TRUE, TRUE, KEEL_LEAD_AFTERWARDS, KEEL_URGENCY_LOW, "do not disturb was on" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };

      fixture_set_up (&own, NULL);
      fixture_add_full (&own, "a", table[i].lead)->important = table[i].important;
      own.notifier->do_not_disturb = table[i].do_not_disturb;
      fixture_start (&own);
      fixture_pass (&own, table[i].lead > 0 ? "2026-11-24T17:30:00Z" : "2026-11-24T19:00:00Z");
      g_assert_cmpuint (own.notifier->shown->len, ==, 1);
      g_assert_cmpint (own.notifier->urgency, ==, table[i].urgency);
      fixture_assert_log (&own, "shown");
      fixture_assert_reason (&own, table[i].reason);
      fixture_tear_down (&own, NULL);
    }
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/scheduler/words/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
#define ADD_TABLE(name, function) g_test_add_func ("/scheduler/words/" name, function)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("reach", test_reach);
  ADD ("buttons-after-the-start", test_buttons_after_the_start);
  ADD ("another-profile-comes", test_another_profile_comes);
  ADD ("directions", test_directions);
  ADD ("unsafe-map", test_unsafe_map);
  ADD ("time-to-leave-among-others", test_time_to_leave_among_others);
  ADD_TABLE ("snoozes", test_snoozes);
  ADD_TABLE ("answers", test_answers);
  ADD ("answer-that-is-not-kept", test_answer_that_is_not_kept);
  ADD_TABLE ("do-not-disturb", test_do_not_disturb);
  ADD_TABLE ("sound", test_sound);
  return g_test_run ();
}

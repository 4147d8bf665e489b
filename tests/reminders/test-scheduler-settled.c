/* What is no longer so: settled, moved, unfollowed, said less of. */

#include <locale.h>

#include "keel-scheduler-fixture.h"

static guint
count_snoozes (Fixture *fixture)
{
  g_autoptr (GPtrArray) snoozes = keel_reminder_file_get_snoozes (fixture->file, NULL);

  return snoozes->len;
}

/* What is said to have come of it already is neither shown nor logged, nor what is next. */
static void
test_settled (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", "2026-11-24T19:00", "Europe/Berlin", "FREQ=DAILY", 30, "2026-11-23T00:00:00Z");
  fixture_settle_occurrence (fixture, "a", "2026-11-23T19:00");
  fixture_settle_occurrence (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  g_assert_cmpint (keel_reminder_scheduler_get_next (fixture->scheduler), ==,
                   fixture_parse ("2026-11-25T17:30:00Z"));
  fixture_pass (fixture, "2026-11-25T12:00:00Z");
  fixture_assert_shown (fixture, "");
  fixture_assert_log (fixture, "");

  /* Taken back, in time. */
  g_ptr_array_set_size (fixture->settled, 0);
  fixture_project_anew (fixture);
  fixture_pass (fixture, "2026-11-25T17:30:00Z");
  fixture_assert_shown (fixture, "2026-11-25T17:30:00Z Reminder: 19:00");
}

static void
test_settled_on_the_screen (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_settle_occurrence (fixture, "a", "2026-11-24T19:00");
  fixture_project_anew (fixture);
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 1);
  fixture_appear (fixture, ":1.9"); /* and it does not come back */
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
}

static void
test_settled_in_a_summary (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_add_simple (fixture, "b", "2026-11-24T19:05");
  fixture_add_simple (fixture, "c", "2026-11-24T19:10");
  fixture_add_simple (fixture, "d", "2026-11-24T19:15");
  keel_test_clock_set (fixture->clock, "2026-11-24T17:50:00Z");
  fixture_start (fixture);
  first = keel_fake_notifier_take (fixture->notifier);
  fixture_settle_occurrence (fixture, "b", "2026-11-24T19:05");
  fixture_project_anew (fixture);
  fixture_assert_shown (fixture, "2026-11-24T17:50:00Z 3 reminders | 19:00/19:10/19:15");
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 0);
  fixture_assert_log (fixture, "late late late late");
}

static void
test_settled_while_snoozed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  first = keel_fake_notifier_take (fixture->notifier);
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_settle_occurrence (fixture, "a", "2026-11-24T19:00");
  fixture_project_anew (fixture);
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "");
  fixture_assert_log (fixture, "shown snoozed");

  /* It is kept while that can be undone, and no longer. */
  g_assert_cmpuint (count_snoozes (fixture), ==, 1);
  fixture_jump (fixture, "2026-12-02T00:00:00Z");
  g_assert_cmpuint (count_snoozes (fixture), ==, 0);
  fixture_assert_log (fixture, "shown snoozed");
}

static void
test_settled_while_waiting (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->notifier->server, g_free);
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_settle_occurrence (fixture, "a", "2026-11-24T19:00");
  fixture_project_anew (fixture);
  fixture_appear (fixture, ":1.9");
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "");
  fixture_assert_log (fixture, "failed");
}

/* The rule has another date for it now: what is on the screen is not so, and the new one is told in time. */
static void
test_moved (void)
{
  static const struct
  {
    const char *to, *shown, *log;
    guint n_closed;
  } table[] = {
    { "2026-11-24T21:00", "2026-11-24T19:30:00Z Reminder: 21:00", "shown shown", 1 },
    { "2026-11-24T19:10", "2026-11-24T17:40:00Z Reminder: 19:10", "shown shown", 1 },
    { "2026-11-24T18:45", "2026-11-24T17:40:00Z Reminder: 18:45", "shown late", 1 },
    { "2026-11-25T19:00", "2026-11-25T17:30:00Z Reminder: 19:00", "shown shown", 1 },
    { NULL, "", "shown", 1 }, /* cancelled */
    { "", "", "shown", 0 },   /* as it was */
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };
      KeelReminderRule *rule;
      KeelLocalTime original = fixture_parse_local ("2026-11-24T19:00");
      g_autofree char *first = NULL;
      KeelSchedule *changed;

      fixture_set_up (&own, NULL);
      fixture_add_simple (&own, "a", "2026-11-24T19:00");
      fixture_start (&own);
      fixture_pass (&own, "2026-11-24T17:40:00Z");
      first = keel_fake_notifier_take (own.notifier);
      rule = fixture_get_rule (&own, 0);
      if (table[i].to == NULL)
        changed = keel_schedule_cancel (rule->schedule, original, NULL);
      else if (*table[i].to == '\0')
        changed = keel_schedule_ref (rule->schedule);
      else
        changed = keel_schedule_move (rule->schedule, original, fixture_parse_local (table[i].to), 60, NULL);
      g_assert_nonnull (changed);
      keel_schedule_unref (rule->schedule);
      rule->schedule = changed;
      fixture_project_anew (&own);
      g_assert_cmpuint (own.notifier->closed->len, ==, table[i].n_closed);
      fixture_pass (&own, "2026-11-26T12:00:00Z");
      fixture_assert_shown (&own, table[i].shown);
      fixture_assert_log (&own, table[i].log);
      fixture_restart (&own);
      fixture_assert_shown (&own, "");
      fixture_tear_down (&own, NULL);
    }
}

static void
test_unfollowed_on_the_screen (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  g_ptr_array_set_size (fixture->rules, 0);
  fixture_project_anew (fixture);
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 1);
}

/* The person asks for less to be said while it is said. */
static void
test_made_discreet_on_the_screen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  fixture_add_full (fixture, "a", 30);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  first = keel_fake_notifier_take (fixture->notifier);
  fixture_project_anew (fixture);
  fixture_assert_shown (fixture, ""); /* nothing has changed */
  fixture_get_rule (fixture, 0)->text = KEEL_REMINDER_DISCREET;
  fixture_project_anew (fixture);
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown");
}

/* Travelling changes what the clocks say of what is on the screen, and is no second reminder. */
static void
test_zone_changes_on_the_screen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  first = keel_fake_notifier_take (fixture->notifier);
  keel_test_clock_set_zone (fixture->clock, "Europe/London");
  keel_reminder_scheduler_reload (fixture->scheduler);
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 18:00 | 19:00 local time there");
  fixture_assert_log (fixture, "shown");
}

/* It begins and ends on the screen, silently: what it says and offers follows, and then nothing wakes up any
 * more. */
static void
test_begins_on_the_screen (Fixture *fixture, gconstpointer data)
{
  fixture_add_full (fixture, "a", 30)->travel = TRUE;
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_assert_shown (fixture,
                        "2026-11-24T17:30:00Z Time to leave for 19:00 | Candle Corner/Harbour Street 1");
  fixture_assert_buttons (fixture, "join going not snooze map open 5 start");
  fixture_pass (fixture, "2026-11-24T18:59:59Z");
  fixture_assert_shown (fixture, "2026-11-24T18:00:00Z 19:00 · Candle Corner | Harbour Street 1");
  fixture_assert_buttons (fixture, "join snooze map open 5 30");
  g_assert_null (fixture->notifier->sound);
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T19:00:00Z 19:00 · Candle Corner | Harbour Street 1");
  fixture_assert_buttons (fixture, "open");
  g_assert_false (fixture_has_alarm (fixture));
  fixture_assert_log (fixture, "shown");
}

/* Late, in the middle of it: there is nothing to join afterwards. */
static void
test_ends_on_the_screen (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  keel_test_clock_set (fixture->clock, "2026-11-24T18:10:00Z");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture,
                        "2026-11-24T18:10:00Z Reminder: 19:00 | Started 10 minutes ago. You can still join.\n"
                        "2026-11-24T19:00:00Z Reminder: 19:00");
  g_assert_false (fixture_has_alarm (fixture));
}

/* Where nothing changes, nobody is woken for it. */
static void
test_nothing_turns (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  g_assert_false (fixture_has_alarm (fixture));
}

/* Nothing takes the change: it is not tried again and again. */
static void
test_begins_without_a_server (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  fixture_add_full (fixture, "a", 30);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  first = keel_fake_notifier_take (fixture->notifier);
  g_clear_pointer (&fixture->notifier->server, g_free);
  fixture_pass (fixture, "2026-11-24T18:30:00Z");
  fixture_appear (fixture, ":1.9");
  fixture_assert_shown (fixture,
                        "2026-11-24T18:30:00Z 19:00 · Candle Corner | Started 30 minutes ago. You can "
                        "still join./Harbour Street 1");
  fixture_assert_buttons (fixture, "join snooze map open 5");
}

/* A server that shows the old buttons all the same: nothing is said of what has begun, and Keel is opened. */
static void
test_answered_too_late (void)
{
  static const KeelAnswer answers[] = { KEEL_ANSWER_GOING, KEEL_ANSWER_NOT_TODAY };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      Fixture own = { 0 };

      fixture_set_up (&own, NULL);
      fixture_add_full (&own, "a", 30);
      fixture_start (&own);
      fixture_pass (&own, "2026-11-24T17:30:00Z");
      keel_test_clock_set (own.clock, "2026-11-24T18:00:00Z");
      fixture_answer (&own, answers[i]);
      fixture_assert_answers (&own, "");
      g_assert_cmpstr (own.opened, ==, "a");
      fixture_tear_down (&own, NULL);
    }
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/scheduler/settled/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
#define ADD_TABLE(name, function) g_test_add_func ("/scheduler/settled/" name, function)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("settled", test_settled);
  ADD ("settled-on-the-screen", test_settled_on_the_screen);
  ADD ("settled-in-a-summary", test_settled_in_a_summary);
  ADD ("settled-while-snoozed", test_settled_while_snoozed);
  ADD ("settled-while-waiting", test_settled_while_waiting);
  ADD_TABLE ("moved", test_moved);
  ADD ("unfollowed-on-the-screen", test_unfollowed_on_the_screen);
  ADD ("made-discreet-on-the-screen", test_made_discreet_on_the_screen);
  ADD ("zone-changes-on-the-screen", test_zone_changes_on_the_screen);
  ADD ("begins-on-the-screen", test_begins_on_the_screen);
  ADD ("ends-on-the-screen", test_ends_on_the_screen);
  ADD ("nothing-turns", test_nothing_turns);
  ADD ("begins-without-a-server", test_begins_without_a_server);
  ADD_TABLE ("answered-too-late", test_answered_too_late);
  return g_test_run ();
}

/* What is held back in quiet hours. */

#include <locale.h>

#include "keel-scheduler-fixture.h"

static void
set_quiet (Fixture *fixture)
{
  fixture->preferences.quiet_from = 22 * 60;
  fixture->preferences.quiet_to = 7 * 60;
}

/* Quiet from 22 to 7 o'clock in Berlin (21:00Z to 06:00Z). A meeting, its reminder, and what comes of that.
 */
static void
test_quiet_hours (void)
{
  static const struct
  {
    const char *start;
    int lead;
    gboolean important;
    const char *shown, *log, *reason;
  } table[] = {
    /* Before them, and at their first minute. */
    { "2026-11-24T22:29", 30, FALSE, "2026-11-24T20:59:00Z Reminder: 22:29", "shown", "" },
    { "2026-11-25T08:00", 600, FALSE, "2026-11-25T06:00:00Z Reminder: 08:00", "late",
      "held back in your quiet hours" },
    /* Held back to their end: before the start, and into the meeting. */
    { "2026-11-25T07:20", 30, FALSE, "2026-11-25T06:00:00Z Reminder: 07:20", "late",
      "held back in your quiet hours" },
    { "2026-11-25T06:30", 30, FALSE,
      "2026-11-25T06:00:00Z Reminder: 06:30 | Started 30 minutes ago. You can still join.\n"
      "2026-11-25T06:30:00Z Reminder: 06:30",
      "late", "held back in your quiet hours" },
    /* Over by then. */
    { "2026-11-24T23:00", 30, FALSE, "", "missed", "held back in your quiet hours" },
    { "2026-11-25T06:00", 30, FALSE, "", "missed", "held back in your quiet hours" },
    /* From their end on. */
    { "2026-11-25T07:30", 30, FALSE, "2026-11-25T06:00:00Z Reminder: 07:30", "shown", "" },
    /* What is important comes through. */
    { "2026-11-24T23:00", 30, TRUE,
      "2026-11-24T21:30:00Z Reminder: 23:00\n2026-11-24T23:00:00Z Reminder: yesterday, 23:00", "shown", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };

      g_test_message ("line %u", i);
      fixture_set_up (&own, NULL);
      fixture_add (&own, "a", table[i].start, "Europe/Berlin", NULL, table[i].lead, "2026-11-01T00:00:00Z");
      fixture_get_rule (&own, 0)->important = table[i].important;
      own.preferences.quiet_from = 22 * 60;
      own.preferences.quiet_to = 7 * 60;
      fixture_start (&own);
      fixture_pass (&own, "2026-11-25T12:00:00Z");
      fixture_assert_shown (&own, table[i].shown);
      fixture_assert_log (&own, table[i].log);
      fixture_assert_reason (&own, table[i].reason);
      fixture_restart (&own);
      fixture_assert_shown (&own, "");
      fixture_tear_down (&own, NULL);
    }
}

static void
test_quiet_until (Fixture *fixture, gconstpointer data)
{
  gint64 end = fixture_parse ("2026-11-25T06:00:00Z");

  fixture_add_simple (fixture, "a", "2026-11-25T06:45");
  fixture_add_simple (fixture, "b", "2026-11-25T12:00");
  set_quiet (fixture);
  fixture_start (fixture);
  g_assert_cmpint (keel_reminder_scheduler_get_quiet_until (fixture->scheduler), ==, KEEL_REMINDER_NEVER);
  fixture_pass (fixture, "2026-11-25T05:30:00Z");
  g_assert_cmpint (keel_reminder_scheduler_get_quiet_until (fixture->scheduler), ==, end);
  g_assert_cmpuint (keel_reminder_scheduler_get_n_waiting (fixture->scheduler), ==, 0);
  g_assert_cmpint (fixture->alarm, ==, end * G_USEC_PER_SEC);

  /* They are switched off: at once. */
  fixture->preferences.quiet_from = -1;
  fixture_project_anew (fixture);
  fixture_assert_shown (fixture, "2026-11-25T05:30:00Z Reminder: 06:45");
  fixture_assert_reason (fixture, "");
  g_assert_cmpint (keel_reminder_scheduler_get_quiet_until (fixture->scheduler), ==, KEEL_REMINDER_NEVER);
}

/* What a person asked for in the night comes in the night. */
static void
test_quiet_and_snoozed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  fixture_add_simple (fixture, "a", "2026-11-24T22:25");
  set_quiet (fixture);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T20:55:00Z");
  first = keel_fake_notifier_take (fixture->notifier);
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_pass (fixture, "2026-11-24T21:30:00Z");
  fixture_assert_shown (fixture, "2026-11-24T21:05:00Z Reminder: 22:25");
}

/* It waited for a server, which comes in the night. */
static void
test_quiet_when_the_server_comes (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->notifier->server, g_free);
  fixture_add (fixture, "a", "2026-11-25T09:00", "Europe/Berlin", NULL, 12 * 60, "2026-11-01T00:00:00Z");
  set_quiet (fixture);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T21:20:00Z");
  fixture_appear (fixture, ":1.9");
  fixture_assert_shown (fixture, "");
  fixture_pass (fixture, "2026-11-25T07:00:00Z");
  fixture_assert_shown (fixture, "2026-11-25T06:00:00Z Reminder: 09:00");
  fixture_assert_log (fixture, "failed late");
}

/* Four of one night are one summary in the morning; the question of the evening comes with them. */
static void
test_quiet_several (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-25T07:01");
  fixture_add_simple (fixture, "b", "2026-11-25T07:02");
  fixture_add_simple (fixture, "c", "2026-11-25T07:03");
  fixture_add_simple (fixture, "d", "2026-11-25T07:04");
  fixture_add (fixture, "e", "2026-11-24T21:30", "Europe/Berlin", NULL, KEEL_LEAD_AFTERWARDS,
               "2026-11-01T00:00:00Z");
  fixture_get_rule (fixture, 4)->reach = KEEL_REACH_ALWAYS;
  fixture_get_rule (fixture, 4)->important = TRUE; /* its reminders are */
  set_quiet (fixture);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-25T12:00:00Z");
  fixture_assert_shown (fixture, "2026-11-25T06:00:00Z 4 reminders | 07:01/07:02/07:03/07:04\n"
                                 "2026-11-25T06:00:00Z Did you go? | yesterday, 21:30");
  fixture_assert_log (fixture, "late late late late late");
}

/* A day before at 19:00, and again in the night where @snoozed: shown. Taken from the screen at 02:00. */
static void
show_before_the_night (Fixture *fixture, gboolean snoozed, gboolean important)
{
  g_autofree char *shown = NULL;

  fixture_add (fixture, "a", "2026-11-25T19:00", "Europe/Berlin", NULL, 24 * 60, "2026-11-01T00:00:00Z");
  fixture_get_rule (fixture, 0)->important = important;
  set_quiet (fixture);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T18:30:00Z");
  if (snoozed)
    fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_pass (fixture, "2026-11-25T01:00:00Z");
  shown = keel_fake_notifier_take (fixture->notifier);
}

/* Another server, or another process, in the night wakes nobody: in the morning, without a sound. What is
 * important is there at once. */
static void
test_quiet_and_shown_again (void)
{
  static const struct
  {
    gboolean snoozed, important, process;
    const char *shown, *log;
  } table[] = {
    { FALSE, FALSE, FALSE, "2026-11-25T06:00:00Z Reminder: 19:00", "shown repeated" },
    { FALSE, FALSE, TRUE, "2026-11-25T06:00:00Z Reminder: 19:00", "shown repeated" },
    { FALSE, TRUE, FALSE, "2026-11-25T01:00:00Z Reminder: 19:00", "shown repeated" },
    { FALSE, TRUE, TRUE, "2026-11-25T01:00:00Z Reminder: 19:00", "shown repeated" },
    { TRUE, FALSE, FALSE, "2026-11-25T06:00:00Z Reminder: 19:00", "shown snoozed shown repeated" },
    { TRUE, FALSE, TRUE, "2026-11-25T06:00:00Z Reminder: 19:00", "shown snoozed shown repeated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };

      g_test_message ("line %u", i);
      fixture_set_up (&own, NULL);
      show_before_the_night (&own, table[i].snoozed, table[i].important);
      if (table[i].process)
        {
          keel_reminder_scheduler_hand_over (own.scheduler);
          fixture_restart (&own);
        }
      else
        fixture_appear (&own, ":1.9");
      fixture_pass (&own, "2026-11-25T05:00:00Z");
      keel_reminder_scheduler_reload (own.scheduler); /* nothing of it is forgotten */
      fixture_pass (&own, "2026-11-25T12:00:00Z");
      fixture_assert_shown (&own, table[i].shown);
      fixture_assert_log (&own, table[i].log);
      g_assert_null (own.notifier->sound);
      fixture_restart (&own);
      fixture_assert_shown (&own, "");
      fixture_tear_down (&own, NULL);
    }
}

/* While it waits for the morning: another process takes over, it is settled, or its hour is over. */
static void
test_quiet_and_waiting_again (Fixture *fixture, gconstpointer data)
{
  show_before_the_night (fixture, FALSE, FALSE);
  fixture_appear (fixture, ":1.9");
  keel_reminder_scheduler_hand_over (fixture->scheduler);
  fixture_restart (fixture);
  fixture_pass (fixture, "2026-11-25T06:30:00Z");
  fixture_assert_shown (fixture, "2026-11-25T06:00:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown repeated");
}

static void
test_quiet_and_settled (Fixture *fixture, gconstpointer data)
{
  show_before_the_night (fixture, FALSE, FALSE);
  fixture_appear (fixture, ":1.9");
  fixture_settle_occurrence (fixture, "a", "2026-11-25T19:00");
  fixture_project_anew (fixture);
  fixture_pass (fixture, "2026-11-25T22:00:00Z");
  fixture_assert_shown (fixture, "");
  fixture_assert_log (fixture, "shown");
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/scheduler/quiet/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
#define ADD_TABLE(name, function) g_test_add_func ("/scheduler/quiet/" name, function)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("quiet-hours", test_quiet_hours);
  ADD ("quiet-until", test_quiet_until);
  ADD ("quiet-and-snoozed", test_quiet_and_snoozed);
  ADD ("quiet-when-the-server-comes", test_quiet_when_the_server_comes);
  ADD ("quiet-several", test_quiet_several);
  ADD_TABLE ("quiet-and-shown-again", test_quiet_and_shown_again);
  ADD ("quiet-and-waiting-again", test_quiet_and_waiting_again);
  ADD ("quiet-and-settled", test_quiet_and_settled);
  return g_test_run ();
}

#include <glib/gstdio.h>
#include <locale.h>

#include "keel-scheduler-fixture.h"
#include "reminders/keel-timer-source.h"
#include "store/keel-data-dir.h"

/* Started with one meeting at 19:00, its reminder (18:30) just shown. */
static void
show_one (Fixture *fixture)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_get_rule (fixture, 0)->link = g_strdup ("https://example.org/room");
  fixture_get_rule (fixture, 0)->reach = KEEL_REACH_ALWAYS;
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
}

static void
test_snooze (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  fixture_pass (fixture, "2026-11-24T17:35:00Z");
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_pass (fixture, "2026-11-24T17:51:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:45:00Z Reminder: 19:00");

  /* Nine minutes before the start: until the start. Then again, now past it. */
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_pass (fixture, "2026-11-24T18:00:30Z");
  fixture_assert_shown (fixture, "2026-11-24T18:00:00Z Reminder: 19:00");
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture,
                        "2026-11-24T18:10:30Z Reminder: 19:00 | Started 10 minutes ago. You can still join.\n"
                        "2026-11-24T19:00:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown snoozed shown snoozed shown snoozed shown");
}

static void
test_snooze_outlives_a_restart (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_restart (fixture);
  fixture_pass (fixture, "2026-11-24T17:50:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:40:00Z Reminder: 19:00");
}

static void
test_snooze_meets_another_lead (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", "2026-11-24T19:00", "Europe/Berlin", NULL, 0, "2026-11-24T12:00:00Z");
  fixture_add (fixture, "a", "2026-11-24T19:00", "Europe/Berlin", NULL, 5, "2026-11-24T12:00:00Z");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:56:00Z");
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture,
                        "2026-11-24T17:55:00Z Reminder: 19:00\n2026-11-24T18:00:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown snoozed shown shown");
}

static void
test_snooze_after_unfollow (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  g_ptr_array_set_size (fixture->rules, 0);
  fixture_restart (fixture);
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "");
}

#define NO_ROOM "CREATE TRIGGER full BEFORE INSERT ON snooze BEGIN SELECT raise (ABORT, 'full'); END"
#define NO_ROOM_FOR_TWO                                                                                      \
  "CREATE TRIGGER full BEFORE INSERT ON snooze WHEN new.series IN ('b', 'c')"                                \
  " BEGIN SELECT raise (ABORT, 'full'); END"

/* What cannot be written down is not forgotten: it stays on the screen, and says so. */
static void
test_snooze_fails (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  fixture_execute (fixture, NO_ROOM);
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be snoozed*");
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  g_test_assert_expected_messages ();
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00 | Your answer could not be saved.");
  fixture_assert_log (fixture, "shown");

  fixture_execute (fixture, "DROP TRIGGER full");
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_pass (fixture, "2026-11-24T17:50:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:40:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown snoozed shown");
}

/* Of a summary, those alone that could not be. */
static void
test_snooze_of_some_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_add_simple (fixture, "b", "2026-11-24T19:05");
  fixture_add_simple (fixture, "c", "2026-11-24T19:10");
  fixture_add_simple (fixture, "d", "2026-11-24T19:15");
  keel_test_clock_set (fixture->clock, "2026-11-24T17:50:00Z");
  fixture_start (fixture);
  first = keel_fake_notifier_take (fixture->notifier);
  fixture_execute (fixture, NO_ROOM_FOR_TWO);
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be snoozed*");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be snoozed*");
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  g_test_assert_expected_messages ();
  fixture_assert_shown (fixture,
                        "2026-11-24T17:50:00Z 2 reminders | Your answer could not be saved./19:05/19:10");
  fixture_pass (fixture, "2026-11-24T18:00:00Z");
  fixture_assert_shown (fixture,
                        "2026-11-24T18:00:00Z Reminder: 19:00\n2026-11-24T18:00:00Z Reminder: 19:15");
}

/* Shown when the disk was full, and not a second time when there is room: then it is written down. Asked for
 * once more, it comes once more. */
static void
test_snooze_on_a_full_disk (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_execute (fixture,
                   "CREATE TRIGGER full BEFORE INSERT ON claim BEGIN SELECT raise (ABORT, 'full'); END");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be claimed*");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be recorded*");
  fixture_pass (fixture, "2026-11-24T17:41:00Z");
  g_test_assert_expected_messages ();
  fixture_assert_shown (fixture, "2026-11-24T17:40:00Z Reminder: 19:00");

  fixture_execute (fixture, "DROP TRIGGER full");
  keel_reminder_scheduler_reload (fixture->scheduler);
  fixture_assert_shown (fixture, "");
  fixture_assert_log (fixture, "shown snoozed shown");
  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_pass (fixture, "2026-11-24T17:55:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:51:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown snoozed shown snoozed shown");
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  g_assert_true (fixture->notifier->answers[KEEL_ANSWER_OPEN]);
  g_assert_true (fixture->notifier->answers[KEEL_ANSWER_JOIN]);
  g_assert_true (fixture->notifier->answers[KEEL_ANSWER_SNOOZE]);
  fixture_answer (fixture, KEEL_ANSWER_JOIN);
  g_assert_cmpstr (fixture->joined, ==, "https://example.org/room");
  fixture_answer (fixture, KEEL_ANSWER_JOIN); /* one answer for each */
  fixture_assert_log (fixture, "shown");
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  fixture_answer (fixture, KEEL_ANSWER_OPEN);
  g_assert_cmpstr (fixture->opened, ==, "a");
  g_assert_null (fixture->joined);
}

static void
test_unsafe_link (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_get_rule (fixture, 0)->link = g_strdup ("file:///etc/passwd");
  fixture_get_rule (fixture, 0)->reach = KEEL_REACH_ALWAYS;
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T18:00:00Z");
  g_assert_false (fixture->notifier->answers[KEEL_ANSWER_JOIN]);
  g_assert_true (fixture->notifier->answers[KEEL_ANSWER_OPEN]);
}

static void
test_dismissed (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  fixture_answer (fixture, KEEL_ANSWER_DISMISSED);
  fixture_assert_log (fixture, "shown dismissed");
  fixture_appear (fixture, ":1.9");
  fixture_assert_shown (fixture, "");
}

static void
test_several_at_once (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_add_simple (fixture, "b", "2026-11-24T19:00");
  fixture_add_simple (fixture, "c", "2026-11-24T19:15");
  keel_test_clock_set (fixture->clock, "2026-11-24T17:50:00Z");
  fixture_start (fixture);
  fixture_assert_shown (fixture,
                        "2026-11-24T17:50:00Z Reminder: 19:00\n2026-11-24T17:50:00Z Reminder: 19:00\n"
                        "2026-11-24T17:50:00Z Reminder: 19:15");
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_add_simple (fixture, "b", "2026-11-24T19:00");
  fixture_add_simple (fixture, "c", "2026-11-24T19:15");
  fixture_add_simple (fixture, "d", "2026-11-24T18:45");
  fixture_add (fixture, "d", "2026-11-24T18:45", "Europe/Berlin", NULL, 120, "2026-11-01T00:00:00Z");
  keel_test_clock_set (fixture->clock, "2026-11-24T17:50:00Z");
  fixture_start (fixture);
  fixture_assert_shown (fixture, "2026-11-24T17:50:00Z 4 reminders | 18:45/19:00/19:00/19:15");
  fixture_assert_log (fixture, "late late late late late");
  g_assert_false (fixture->notifier->answers[KEEL_ANSWER_JOIN]);

  fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
  fixture_pass (fixture, "2026-11-24T17:59:59Z");
  fixture_assert_shown (fixture, "");
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T18:00:00Z 4 reminders | 18:45/19:00/19:00/19:15");
  fixture_answer (fixture, KEEL_ANSWER_OPEN);
  g_assert_cmpstr (fixture->opened, ==, "(Keel)");
}

/* Two leads of one meeting that both passed are one notification. */
static void
test_two_leads_late (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", "2026-11-24T19:00", "Europe/Berlin", NULL, 30, "2026-11-01T00:00:00Z");
  fixture_add (fixture, "a", "2026-11-24T19:00", "Europe/Berlin", NULL, 120, "2026-11-01T00:00:00Z");
  keel_test_clock_set (fixture->clock, "2026-11-24T17:50:00Z");
  fixture_start (fixture);
  fixture_assert_shown (fixture, "2026-11-24T17:50:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "late late");
}

static void
test_two_schedulers (Fixture *fixture, gconstpointer data)
{
  Fixture other = *fixture;

  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  other.scheduler = NULL;
  fixture_start (&other);
  keel_test_clock_set (fixture->clock, "2026-11-24T17:30:00Z");
  keel_reminder_scheduler_run (fixture->scheduler);
  keel_reminder_scheduler_run (other.scheduler);
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown");
  g_object_unref (other.scheduler);
}

static void
test_crash_before_confirmation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  KeelLocalTime start = fixture_parse_local ("2026-11-24T19:00");
  const KeelReminderKey key = { "a", start, start, 30 };
  KeelClaim claim;

  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  keel_test_clock_set (fixture->clock, "2026-11-24T17:30:00Z");
  g_assert_true (keel_reminder_file_claim (fixture->file, &key, 1, "one that died",
                                           keel_clock_get_now_us (KEEL_CLOCK (fixture->clock)), &claim,
                                           &error));
  g_assert_cmpint (claim, ==, KEEL_CLAIM_MINE);

  keel_test_clock_set (fixture->clock, "2026-11-24T17:30:02Z");
  fixture_restart (fixture);
  fixture_assert_shown (fixture, "2026-11-24T17:30:02Z Reminder: 19:00");
  fixture_assert_log (fixture, "repeated");
  fixture_restart (fixture);
  fixture_assert_shown (fixture, "");
}

static void
test_no_server_then_one (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->notifier->server, g_free);
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:30Z");
  fixture_assert_log (fixture, "failed");
  g_assert_cmpuint (keel_reminder_scheduler_get_n_waiting (fixture->scheduler), ==, 1);

  fixture_appear (fixture, ":1.7");
  fixture_assert_shown (fixture, "2026-11-24T17:30:30Z Reminder: 19:00");
  fixture_assert_log (fixture, "failed shown");
  g_assert_cmpuint (keel_reminder_scheduler_get_n_waiting (fixture->scheduler), ==, 0);
  g_assert_cmpint (fixture->alarm, ==, KEEL_TIMER_NEVER);
}

static void
test_read_anew_while_waiting (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->notifier->server, g_free);
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  keel_reminder_scheduler_reload (fixture->scheduler);
  g_assert_cmpuint (keel_reminder_scheduler_get_n_waiting (fixture->scheduler), ==, 1);
  fixture_appear (fixture, ":1.7");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "failed shown");
}

/* Where nobody tells of a new server: after 1, 2, 4 minutes. Logged once, whatever the number of attempts. */
static void
test_no_server_for_a_while (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->notifier->server, g_free);
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:34:00Z");
  fixture->notifier->server = g_strdup (":1.7");
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:37:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "failed late");
}

static void
test_no_server_at_all (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->notifier->server, g_free);
  fixture_add (fixture, "a", "2026-11-24T19:00", "Europe/Berlin", NULL, 29, "2026-11-24T12:00:00Z");
  fixture_start (fixture);
  fixture->n_alarms = 0;
  fixture_pass (fixture, "2026-11-24T18:59:59Z");
  fixture_assert_log (fixture, "failed");
  fixture_pass (fixture, "2026-11-24T19:00:00Z"); /* its end, between two attempts */
  fixture_assert_log (fixture, "failed missed");
  g_assert_cmpint (fixture->alarm, ==, KEEL_TIMER_NEVER);
  g_assert_cmpuint (fixture->n_alarms, <, 15);
}

/* What does not answer is waited for once, not once for each. */
static void
test_server_hangs (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_add_simple (fixture, "b", "2026-11-24T19:00");
  fixture_add_simple (fixture, "c", "2026-11-24T19:00");
  fixture->notifier->hangs = TRUE;
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:30Z");
  g_assert_cmpuint (fixture->notifier->n_hangs, ==, 1);
  g_assert_cmpuint (keel_reminder_scheduler_get_n_waiting (fixture->scheduler), ==, 3);
  fixture->notifier->hangs = FALSE;
  fixture_pass (fixture, "2026-11-24T17:31:00Z");
  fixture_assert_shown (fixture,
                        "2026-11-24T17:31:00Z Reminder: 19:00\n2026-11-24T17:31:00Z Reminder: 19:00\n"
                        "2026-11-24T17:31:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "failed failed failed shown shown shown");
}

static void
test_server_restarts (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  fixture_appear (fixture, ":1.5"); /* the one that has it */
  fixture_assert_shown (fixture, "");
  keel_test_clock_set (fixture->clock, "2026-11-24T17:40:00Z");
  fixture_appear (fixture, ":1.9");
  fixture_assert_shown (fixture, "2026-11-24T17:40:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown repeated");
  fixture_answer (fixture, KEEL_ANSWER_OPEN);
  g_assert_cmpstr (fixture->opened, ==, "a");
}

static void
test_server_restarts_after_the_end (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  keel_test_clock_set (fixture->clock, "2026-11-24T19:00:00Z");
  fixture_appear (fixture, ":1.9");
  fixture_assert_shown (fixture, "");
  fixture_assert_log (fixture, "shown");
}

/* A file that takes no claims, as on a full disk, costs the record, not the meeting. */
static void
test_nothing_can_be_written (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_execute (fixture,
                   "CREATE TRIGGER full BEFORE INSERT ON claim BEGIN SELECT raise (ABORT, 'full'); END");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be claimed*");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be recorded*");
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  g_test_assert_expected_messages ();
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");

  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be claimed*");
  keel_reminder_scheduler_reload (fixture->scheduler);
  g_test_assert_expected_messages ();
  fixture_assert_shown (fixture, "");
}

/* Shown, but nothing can be written afterwards: not shown again while this process lives. */
static void
test_no_confirmation (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_execute (fixture,
                   "CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT raise (ABORT, 'full'); END");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be recorded*");
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  g_test_assert_expected_messages ();
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
  keel_reminder_scheduler_reload (fixture->scheduler);
  fixture_assert_shown (fixture, "");

  fixture_execute (fixture, "DROP TRIGGER full");
  fixture_restart (fixture); /* to the next one it looks like a crash */
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "repeated");
}

/* An older file in the place of the one that knows: told once all the same, and not told to others either. */
static void
test_older_file_comes_back (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_add_simple (fixture, "b", "2026-11-24T19:20");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
  fixture_execute (fixture, "DELETE FROM claim; DELETE FROM event");
  keel_test_clock_set (fixture->clock, "2026-11-24T17:45:00Z");
  keel_reminder_scheduler_reload (fixture->scheduler);
  fixture_assert_shown (fixture, "");
  fixture_assert_log (fixture, "shown");
  fixture_restart (fixture);
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:50:00Z Reminder: 19:20");
}

static void
test_wake (Fixture *fixture, gconstpointer data)
{
  fixture_start (fixture);
  g_assert_false (fixture_has_alarm (fixture));
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_project (fixture);
  fixture_wait (fixture, fixture_has_alarm);
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
}

static gboolean
has_no_alarm (Fixture *fixture)
{
  return fixture->alarm == KEEL_TIMER_NEVER;
}

static void
test_another_profile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->data_dir, "profiles", "second", NULL);
  g_autofree char *elsewhere = g_build_filename (fixture->data_dir, "removed", NULL);
  g_autoptr (GError) error = NULL;

  fixture_start (fixture);
  g_assert_true (keel_data_dir_make_folder (folder, &error));
  fixture_settle (fixture);
  g_clear_object (&fixture->file);
  fixture->file = keel_reminder_file_open (folder, &error);
  g_assert_no_error (error);
  fixture_add_simple (fixture, "b", "2026-11-24T20:00");
  fixture_project (fixture);
  fixture_wait (fixture, fixture_has_alarm);
  fixture_pass (fixture, "2026-11-24T18:30:00Z");
  fixture_assert_shown (fixture, "2026-11-24T18:30:00Z Reminder: 20:00");

  /* And away with it. */
  fixture_add_simple (fixture, "c", "2026-11-24T22:00");
  fixture_project (fixture);
  fixture_wait (fixture, fixture_has_alarm);
  g_assert_cmpint (g_rename (folder, elsewhere), ==, 0);
  fixture_wait (fixture, has_no_alarm);
}

static void
test_broken_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->data_dir, "profiles", "broken", NULL);
  g_autofree char *path = g_build_filename (folder, "reminders.db", NULL);

  g_assert_true (keel_data_dir_make_folder (folder, NULL));
  g_assert_true (g_file_set_contents (path, "not a database, but longer than nothing at all", -1, NULL));
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "No new reminders from *broken*");
  fixture_start (fixture);
  g_test_assert_expected_messages ();
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
}

/* What could not be read just now is read a minute later; until then the old rules hold. */
static void
test_unreadable_for_a_while (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T13:31");
  fixture_add_simple (fixture, "b", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_execute (fixture, "ALTER TABLE rule RENAME TO elsewhere");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "No new reminders from *");
  keel_reminder_scheduler_reload (fixture->scheduler);
  g_test_assert_expected_messages ();
  g_assert_cmpint (fixture->alarm, ==, fixture_parse ("2026-11-24T12:01:00Z") * G_USEC_PER_SEC);

  fixture_execute (fixture,
                   "ALTER TABLE elsewhere RENAME TO rule; UPDATE rule SET lead = 20 WHERE series = 'b'");
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture,
                        "2026-11-24T12:01:00Z Reminder: 13:31\n2026-11-24T17:40:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown shown");
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/scheduler/delivery/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("snooze", test_snooze);
  ADD ("snooze-outlives-a-restart", test_snooze_outlives_a_restart);
  ADD ("snooze-meets-another-lead", test_snooze_meets_another_lead);
  ADD ("snooze-after-unfollow", test_snooze_after_unfollow);
  ADD ("snooze-fails", test_snooze_fails);
  ADD ("snooze-of-some-fails", test_snooze_of_some_fails);
  ADD ("snooze-on-a-full-disk", test_snooze_on_a_full_disk);
  ADD ("buttons", test_buttons);
  ADD ("open", test_open);
  ADD ("unsafe-link", test_unsafe_link);
  ADD ("dismissed", test_dismissed);
  ADD ("several-at-once", test_several_at_once);
  ADD ("summary", test_summary);
  ADD ("two-leads-late", test_two_leads_late);
  ADD ("two-schedulers", test_two_schedulers);
  ADD ("crash-before-confirmation", test_crash_before_confirmation);
  ADD ("no-server-then-one", test_no_server_then_one);
  ADD ("read-anew-while-waiting", test_read_anew_while_waiting);
  ADD ("no-server-for-a-while", test_no_server_for_a_while);
  ADD ("no-server-at-all", test_no_server_at_all);
  ADD ("server-hangs", test_server_hangs);
  ADD ("server-restarts", test_server_restarts);
  ADD ("server-restarts-after-the-end", test_server_restarts_after_the_end);
  ADD ("nothing-can-be-written", test_nothing_can_be_written);
  ADD ("no-confirmation", test_no_confirmation);
  ADD ("older-file-comes-back", test_older_file_comes_back);
  ADD ("wake", test_wake);
  ADD ("another-profile", test_another_profile);
  ADD ("unreadable-for-a-while", test_unreadable_for_a_while);
  ADD ("broken-file", test_broken_file);
  return g_test_run ();
}

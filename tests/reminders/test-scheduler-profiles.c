/* Several profiles in one process: the fixture's "default" and others beside it. */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "keel-scheduler-fixture.h"
#include "keel-test-folder.h"
#include "reminders/keel-timer-source.h"
#include "store/keel-data-dir.h"
#include "store/keel-profiles.h"

/* Another profile, with a meeting tonight at @start; the same series as others may have. */
static void
add_profile (Fixture *fixture, const char *id, const char *series, const char *start)
{
  g_autofree char *folder = keel_data_dir_get_profile (fixture->data_dir, id);
  g_autoptr (KeelReminderFile) file = NULL;
  g_autoptr (GPtrArray) rules = g_steal_pointer (&fixture->rules);
  KeelProjected projected = { .preferences = fixture->preferences, .counter = 1 };
  g_autoptr (GError) error = NULL;

  fixture->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_rule_free);
  fixture_add_simple (fixture, series, start);
  g_assert_true (keel_data_dir_make_folder (folder, &error));
  file = keel_reminder_file_open (folder, &error);
  g_assert_no_error (error);
  projected.rules = fixture->rules;
  keel_reminder_file_project (file, &projected, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (fixture->rules);
  fixture->rules = g_steal_pointer (&rules);
}

/* Of @id, as fixture_get_log (). */
static char *
get_log (Fixture *fixture, const char *id)
{
  g_autofree char *folder = keel_data_dir_get_profile (fixture->data_dir, id);
  Fixture other = { .file = keel_reminder_file_open (folder, NULL) };
  char *text = fixture_get_log (&other);

  g_object_unref (other.file);
  return text;
}

static void
assert_log (Fixture *fixture, const char *id, const char *expected)
{
  g_autofree char *log = get_log (fixture, id);

  g_assert_cmpstr (log, ==, expected);
}

static void
answer (Fixture *fixture, guint position, KeelAnswer what)
{
  keel_notifier_answered (KEEL_NOTIFIER (fixture->notifier),
                          g_ptr_array_index (fixture->notifier->tags, position), what, NULL);
  fixture_settle (fixture);
}

static void
assert_opened (Fixture *fixture, const char *profile, const char *series)
{
  g_assert_cmpstr (fixture->profile, ==, profile);
  g_assert_cmpstr (fixture->opened, ==, series);
}

static gboolean
has_no_alarm (Fixture *fixture)
{
  return fixture->alarm == KEEL_TIMER_NEVER;
}

static gboolean
has_closed (Fixture *fixture)
{
  return fixture->notifier->closed->len > 0;
}

/* A folder that was copied holds the same series: two people, one instant. */
static void
start_two (Fixture *fixture)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  add_profile (fixture, "profile-2", "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_assert_shown (fixture,
                        "2026-11-24T17:30:00Z Reminder: 19:00\n2026-11-24T17:30:00Z Reminder: 19:00");
}

static void
test_same_second (Fixture *fixture, gconstpointer data)
{
  GPtrArray *tags = fixture->notifier->tags;

  start_two (fixture);
  g_assert_cmpuint (tags->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (tags, 0), !=, g_ptr_array_index (tags, 1));
  answer (fixture, 1, KEEL_ANSWER_OPEN);
  assert_opened (fixture, "profile-2", "a");
  answer (fixture, 0, KEEL_ANSWER_OPEN);
  assert_opened (fixture, "default", "a");
  fixture_assert_log (fixture, "shown");
  assert_log (fixture, "profile-2", "shown");
}

static void
test_tags_say_nothing (Fixture *fixture, gconstpointer data)
{
  start_two (fixture);
  for (guint i = 0; i < 2; i++)
    {
      const char *tag = g_ptr_array_index (fixture->notifier->tags, i);

      g_assert_null (strstr (tag, "profile"));
      g_assert_null (strstr (tag, "default"));
      g_assert_cmpuint (strlen (tag), ==, strlen ("keel-") + 32);
    }
}

/* A process that died and came back asks for the same places on the screen. */
static void
test_tags_outlive_a_restart (Fixture *fixture, gconstpointer data)
{
  GPtrArray *tags = fixture->notifier->tags;

  start_two (fixture);
  answer (fixture, 0, KEEL_ANSWER_SNOOZE);
  answer (fixture, 1, KEEL_ANSWER_SNOOZE);
  fixture_restart (fixture);
  fixture_pass (fixture, "2026-11-24T17:40:00Z");
  g_assert_cmpuint (tags->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (tags, 2), ==, g_ptr_array_index (tags, 0));
  g_assert_cmpstr (g_ptr_array_index (tags, 3), ==, g_ptr_array_index (tags, 1));
}

static void
test_answers_stay_apart (Fixture *fixture, gconstpointer data)
{
  start_two (fixture);
  answer (fixture, 1, KEEL_ANSWER_SNOOZE);
  answer (fixture, 0, KEEL_ANSWER_DISMISSED);
  fixture_assert_log (fixture, "shown dismissed");
  assert_log (fixture, "profile-2", "shown snoozed");
  fixture_pass (fixture, "2026-11-24T17:50:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:40:00Z Reminder: 19:00");
  assert_log (fixture, "profile-2", "shown snoozed shown");
}

/* Four of one, two of the other: each for itself. */
static void
test_summaries_stay_apart (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_add_simple (fixture, "b", "2026-11-24T19:10");
  fixture_add_simple (fixture, "c", "2026-11-24T19:20");
  fixture_add_simple (fixture, "d", "2026-11-24T19:30");
  add_profile (fixture, "profile-2", "e", "2026-11-24T19:05");
  fixture_start (fixture);
  fixture_jump (fixture, "2026-11-24T18:02:00Z");
  fixture_assert_shown (fixture, "2026-11-24T18:02:00Z 4 reminders | 19:00/19:10/19:20/19:30\n"
                                 "2026-11-24T18:02:00Z Reminder: 19:05");
  answer (fixture, 0, KEEL_ANSWER_OPEN);
  assert_opened (fixture, "default", "(Keel)");
  answer (fixture, 1, KEEL_ANSWER_OPEN);
  assert_opened (fixture, "profile-2", "e");
}

/* Three each is a summary for nobody. */
static void
test_three_each (Fixture *fixture, gconstpointer data)
{
  static const char *const starts[] = { "2026-11-24T19:00", "2026-11-24T19:01", "2026-11-24T19:02" };
  static const char *const ids[] = { "profile-2", "profile-3", "profile-4" };

  for (guint i = 0; i < 3; i++)
    {
      fixture_add_simple (fixture, starts[i], starts[i]);
      add_profile (fixture, ids[i], "x", starts[i]);
    }
  fixture_start (fixture);
  fixture_jump (fixture, "2026-11-24T17:40:00Z");
  g_assert_cmpuint (fixture->notifier->tags->len, ==, 6);
}

static void
test_join (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_get_rule (fixture, 0)->link = g_strdup ("https://example.org/room");
  fixture_get_rule (fixture, 0)->reach = KEEL_REACH_ALONE;
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  answer (fixture, 0, KEEL_ANSWER_JOIN);
  g_assert_cmpstr (fixture->joined, ==, "https://example.org/room");
  g_assert_cmpstr (fixture->profile, ==, "default");
}

/* Also where it is made in steps: a folder, later its file. */
static void
test_made_while_it_runs (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  fixture_start (fixture);
  g_assert_true (has_no_alarm (fixture));
  id = keel_profiles_create (fixture->data_dir, "Tide", KEEL_PAGES_MEMBER, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 50; i++) /* it is seen, and has nothing */
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_true (has_no_alarm (fixture));
  add_profile (fixture, id, "a", "2026-11-24T19:00");
  fixture_wait (fixture, fixture_has_alarm);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  answer (fixture, 0, KEEL_ANSWER_OPEN);
  assert_opened (fixture, id, "a");
}

static void
make_settings (Fixture *fixture, const char *id)
{
  g_autofree char *folder = keel_data_dir_get_profile (fixture->data_dir, id);
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (folder);

  g_assert_true (keel_profile_settings_save (settings, folder, NULL));
}

static void
remove_profile (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;

  keel_profiles_remove (fixture->data_dir, id, &error);
  g_assert_no_error (error);
}

/* Warnings are fatal here: nothing may be tried on what is gone. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  add_profile (fixture, "profile-2", "a", "2026-11-24T19:00");
  make_settings (fixture, "profile-2");
  fixture_start (fixture);
  g_assert_true (fixture_has_alarm (fixture));
  remove_profile (fixture, "profile-2");
  fixture_wait (fixture, has_no_alarm);
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "");
}

/* The alarm goes off before anything was told of the removal. */
static void
test_removed_a_moment_ago (Fixture *fixture, gconstpointer data)
{
  add_profile (fixture, "profile-2", "a", "2026-11-24T19:00");
  make_settings (fixture, "profile-2");
  fixture_start (fixture);
  remove_profile (fixture, "profile-2");
  keel_test_clock_set (fixture->clock, "2026-11-24T17:30:00Z");
  keel_reminder_scheduler_run (fixture->scheduler);
  fixture_assert_shown (fixture, "");
  g_assert_true (has_no_alarm (fixture));
}

/* Nothing of it stays on the screen, and what is pressed there all the same does nothing. */
static void
test_removed_with_one_shown (Fixture *fixture, gconstpointer data)
{
  start_two (fixture);
  make_settings (fixture, "profile-2");
  remove_profile (fixture, "profile-2");
  fixture_wait (fixture, has_closed);
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->notifier->closed, 0), ==,
                   g_ptr_array_index (fixture->notifier->tags, 1));
  answer (fixture, 1, KEEL_ANSWER_SNOOZE);
  answer (fixture, 1, KEEL_ANSWER_OPEN);
  g_assert_null (fixture->opened);
  keel_notifier_server_appeared (KEEL_NOTIFIER (fixture->notifier), ":1.9");
  fixture_settle (fixture);
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00"); /* the other's, again */
}

/* It waits for a server, and goes with its profile. */
static void
test_removed_with_one_waiting (Fixture *fixture, gconstpointer data)
{
  add_profile (fixture, "profile-2", "a", "2026-11-24T19:00");
  make_settings (fixture, "profile-2");
  g_clear_pointer (&fixture->notifier->server, g_free);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:10Z");
  g_assert_cmpuint (keel_reminder_scheduler_get_n_waiting (fixture->scheduler), ==, 1);
  remove_profile (fixture, "profile-2");
  fixture_wait (fixture, has_no_alarm);
  g_assert_cmpuint (keel_reminder_scheduler_get_n_waiting (fixture->scheduler), ==, 0);
  fixture->notifier->server = g_strdup (":1.9");
  keel_notifier_server_appeared (KEEL_NOTIFIER (fixture->notifier), ":1.9");
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "");
}

/* Another with the same id, before anything was told of either. */
static void
test_removed_and_made_again (Fixture *fixture, gconstpointer data)
{
  start_two (fixture);
  make_settings (fixture, "profile-2");
  remove_profile (fixture, "profile-2");
  add_profile (fixture, "profile-2", "b", "2026-11-24T20:00");
  fixture_wait (fixture, has_closed);
  fixture_wait (fixture, fixture_has_alarm);
  fixture_pass (fixture, "2026-11-24T18:30:00Z");
  fixture_assert_shown (fixture, "2026-11-24T18:30:00Z Reminder: 20:00");
  assert_log (fixture, "profile-2", "shown");

  /* And it is watched, not the one that is gone. */
  add_profile (fixture, "profile-2", "b", "2026-11-24T21:00");
  fixture_wait (fixture, fixture_has_alarm);
  fixture_pass (fixture, "2026-11-24T19:30:00Z");
  fixture_assert_shown (fixture, "2026-11-24T19:30:00Z Reminder: 21:00");
}

static void
withdrawn_cb (KeelReminderScheduler *scheduler, guint *count)
{
  (*count)++;
}

static void
set_name (Fixture *fixture, guint position, const char *name)
{
  KeelReminderRule *rule = fixture_get_rule (fixture, position);

  g_free (rule->name);
  rule->name = g_strdup (name);
}

/* What was allowed, or stood there before a passphrase was set, is in this process's memory: it is told when
 * that must no longer be so, and not for anything else. */
static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  guint count = 0;

  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_add_simple (fixture, "b", "2026-11-24T20:00");
  set_name (fixture, 0, "Candelabra Corner");
  fixture_start (fixture);
  g_signal_connect (fixture->scheduler, "withdrawn", G_CALLBACK (withdrawn_cb), &count);
  set_name (fixture, 0, "Candle Corner");
  set_name (fixture, 1, "Lantern Room");
  fixture_project (fixture);
  keel_reminder_scheduler_reload (fixture->scheduler);
  g_assert_cmpuint (count, ==, 0);

  set_name (fixture, 1, NULL);
  fixture_project (fixture);
  keel_reminder_scheduler_reload (fixture->scheduler);
  g_assert_cmpuint (count, ==, 1);
}

/* Not every rule of a series has all of its words: the question has no link. And a link alone is one, too. */
static void
test_withdrawn_words (Fixture *fixture, gconstpointer data)
{
  guint count = 0;

  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_add (fixture, "a", "2026-11-24T19:00", "Europe/Berlin", NULL, KEEL_LEAD_AFTERWARDS,
               "2026-11-01T00:00:00Z");
  fixture_get_rule (fixture, 0)->link = g_strdup ("https://example.org/room");
  fixture_start (fixture);
  g_signal_connect (fixture->scheduler, "withdrawn", G_CALLBACK (withdrawn_cb), &count);
  keel_reminder_scheduler_reload (fixture->scheduler);
  g_assert_cmpuint (count, ==, 0);
  g_clear_pointer (&fixture_get_rule (fixture, 0)->link, g_free);
  fixture_project (fixture);
  keel_reminder_scheduler_reload (fixture->scheduler);
  g_assert_cmpuint (count, ==, 1);
}

static void
test_withdrawn_with_its_profile (Fixture *fixture, gconstpointer data)
{
  guint count = 0;

  add_profile (fixture, "profile-2", "nameless", "2026-11-24T19:00");
  make_settings (fixture, "profile-2");
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  set_name (fixture, 0, "Candelabra Corner");
  fixture_start (fixture);
  g_signal_connect (fixture->scheduler, "withdrawn", G_CALLBACK (withdrawn_cb), &count);
  remove_profile (fixture, "profile-2");
  keel_reminder_scheduler_run (fixture->scheduler);
  g_assert_cmpuint (count, ==, 0);

  g_clear_object (&fixture->file);
  make_settings (fixture, "default");
  remove_profile (fixture, "default");
  keel_reminder_scheduler_run (fixture->scheduler);
  g_assert_cmpuint (count, ==, 1);
  fixture->file = keel_reminder_file_open (fixture->folder, NULL);
}

/* What is on the screen when another process takes over is shown by that one, unless it is over. */
static void
test_hand_over (Fixture *fixture, gconstpointer data)
{
  start_two (fixture);
  answer (fixture, 1, KEEL_ANSWER_DISMISSED);
  keel_reminder_scheduler_hand_over (fixture->scheduler);
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 1);
  fixture_restart (fixture);
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown repeated");
  assert_log (fixture, "profile-2", "shown dismissed");

  fixture_jump (fixture, "2026-11-24T19:30:00Z");
  keel_reminder_scheduler_hand_over (fixture->scheduler);
  fixture_restart (fixture);
  fixture_assert_shown (fixture, "");
}

/* Not heard a second time, and it is time to leave as it was; what was snoozed and shown is no other. */
static void
test_hand_over_keeps (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "2026-11-24T17:30:00Z Time to leave for 19:00",
                                          "2026-11-24T17:40:00Z Reminder: 19:00" };

  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_get_rule (fixture, 0)->travel = TRUE;
  fixture_start (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      fixture_pass (fixture, i == 0 ? "2026-11-24T17:30:00Z" : "2026-11-24T17:40:00Z");
      fixture_assert_shown (fixture, expected[i]);
      g_assert_nonnull (fixture->notifier->sound);
      keel_reminder_scheduler_hand_over (fixture->scheduler);
      fixture_restart (fixture);
      fixture_assert_shown (fixture, expected[i]);
      g_assert_null (fixture->notifier->sound);
      fixture_answer (fixture, KEEL_ANSWER_SNOOZE);
    }
  fixture_assert_log (fixture, "shown repeated snoozed shown repeated snoozed");
}

/* The next process comes after its end: it was shown, whatever comes. */
static void
test_hand_over_and_off (Fixture *fixture, gconstpointer data)
{
  start_two (fixture);
  keel_reminder_scheduler_hand_over (fixture->scheduler);
  keel_test_clock_set (fixture->clock, "2026-11-25T08:00:00Z");
  fixture_restart (fixture);
  fixture_assert_shown (fixture, "");
  fixture_assert_log (fixture, "shown");
}

static void
test_hand_over_fails (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_execute (fixture,
                   "CREATE TRIGGER full BEFORE UPDATE ON claim BEGIN SELECT raise (ABORT, 'full'); END");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be handed over*");
  keel_reminder_scheduler_hand_over (fixture->scheduler);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 0);
}

/* One that cannot be read takes nobody else's reminders away. */
static void
test_broken_neighbour (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = keel_data_dir_get_profile (fixture->data_dir, "aardvark");
  g_autofree char *path = g_build_filename (folder, "reminders.db", NULL);

  g_assert_true (keel_data_dir_make_folder (folder, NULL));
  g_assert_true (g_file_set_contents (path, "This is no database, and long enough to say so.", -1, NULL));
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*No new reminders*");
  fixture_start (fixture);
  g_test_assert_expected_messages ();
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/scheduler/profiles/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("same-second", test_same_second);
  ADD ("tags-say-nothing", test_tags_say_nothing);
  ADD ("tags-outlive-a-restart", test_tags_outlive_a_restart);
  ADD ("answers-stay-apart", test_answers_stay_apart);
  ADD ("summaries-stay-apart", test_summaries_stay_apart);
  ADD ("three-each", test_three_each);
  ADD ("join", test_join);
  ADD ("made-while-it-runs", test_made_while_it_runs);
  ADD ("broken-neighbour", test_broken_neighbour);
  ADD ("removed", test_removed);
  ADD ("removed-a-moment-ago", test_removed_a_moment_ago);
  ADD ("removed-with-one-shown", test_removed_with_one_shown);
  ADD ("removed-with-one-waiting", test_removed_with_one_waiting);
  ADD ("removed-and-made-again", test_removed_and_made_again);
  ADD ("withdrawn", test_withdrawn);
  ADD ("withdrawn-words", test_withdrawn_words);
  ADD ("withdrawn-with-its-profile", test_withdrawn_with_its_profile);
  ADD ("hand-over", test_hand_over);
  ADD ("hand-over-keeps", test_hand_over_keeps);
  ADD ("hand-over-and-off", test_hand_over_and_off);
  ADD ("hand-over-fails", test_hand_over_fails);
  return g_test_run ();
}

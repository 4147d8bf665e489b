/* What a reminder says and offers, to whom, when it is held back, and when nothing more is to be told. */

#include <locale.h>
#include <sqlite3.h>

#include "keel-scheduler-fixture.h"
#include "reminders/keel-timer-source.h"
#include "store/keel-data-dir.h"

/* Of 19:00 tonight, with everything that a reminder can have. */
static KeelReminderRule *
add_full (Fixture *fixture, const char *series, int lead)
{
  KeelReminderRule *rule;

  fixture_add (fixture, series, "2026-11-24T19:00", "Europe/Berlin", NULL, lead, "2026-11-01T00:00:00Z");
  rule = fixture_get_rule (fixture, fixture->rules->len - 1);
  rule->name = g_strdup ("Candle Corner");
  rule->place = g_strdup ("Harbour Street 1");
  rule->link = g_strdup ("https://example.org/room");
  rule->map = g_strdup ("geo:52.52,13.405");
  rule->text = KEEL_REMINDER_FULL;
  rule->reach = KEEL_REACH_ALWAYS;
  return rule;
}

static void
add_empty_profile (Fixture *fixture)
{
  g_autofree char *folder = keel_data_dir_get_profile (fixture->data_dir, "profile-2");

  g_assert_true (keel_data_dir_make_folder (folder, NULL));
}

static void
execute (Fixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->folder, "reminders.db", NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
project_anew (Fixture *fixture)
{
  fixture_project (fixture);
  keel_reminder_scheduler_reload (fixture->scheduler);
}

#define FULL_BUTTONS "join going not snooze map open 5 start"
#define DISCREET_BUTTONS "snooze open 5 start"

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
      rule = add_full (&own, "a", 30);
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
  add_full (fixture, "a", 0);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T18:00:00Z");
  fixture_assert_buttons (fixture, "join snooze map open 5 30");
}

static gboolean
has_shown (Fixture *fixture)
{
  return fixture->notifier->shown->len > 0;
}

/* What stood there for one pair of eyes is discreet as soon as there is another profile. */
static void
test_another_profile_comes (Fixture *fixture, gconstpointer data)
{
  add_full (fixture, "a", 30)->reach = KEEL_REACH_ALONE;
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
  add_full (fixture, "a", 30);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_answer (fixture, KEEL_ANSWER_DIRECTIONS);
  g_assert_cmpstr (fixture->joined, ==, "geo:52.520000,13.405000");
  g_assert_null (fixture->opened);
}

static void
test_unsafe_map (Fixture *fixture, gconstpointer data)
{
  KeelReminderRule *rule = add_full (fixture, "a", 30);

  g_free (rule->map);
  rule->map = g_strdup ("geo:52.52,13.4;file:///etc/passwd");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  fixture_assert_buttons (fixture, "join going not snooze open 5 start");
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

/* An answer waits for the profile; "not today" says that nothing more is to be told of it. */
static void
test_answers (void)
{
  static const struct
  {
    KeelAnswer answer;
    const char *letter, *after;
  } table[] = {
    { KEEL_ANSWER_GOING, "a 2026-11-24T19:00 going",
      "2026-11-24T18:00:00Z 19:00 · Candle Corner | Harbour Street 1" },
    { KEEL_ANSWER_NOT_TODAY, "a 2026-11-24T19:00 not", "" },
    { KEEL_ANSWER_DISMISSED, "", "2026-11-24T18:00:00Z 19:00 · Candle Corner | Harbour Street 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };
      g_autofree char *first = NULL;

      fixture_set_up (&own, NULL);
      add_full (&own, "a", 30);
      add_full (&own, "a", 0);
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

  add_full (fixture, "a", 30);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  first = keel_fake_notifier_take (fixture->notifier);
  execute (fixture, "CREATE TRIGGER full BEFORE INSERT ON answer BEGIN SELECT raise (ABORT, 'full'); END");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*could not be kept*");
  fixture_answer (fixture, KEEL_ANSWER_NOT_TODAY);
  g_test_assert_expected_messages ();
  fixture_assert_shown (
      fixture,
      "2026-11-24T17:30:00Z 19:00 · Candle Corner | Your answer could not be saved./Harbour Street 1");
  execute (fixture, "DROP TRIGGER full");
  fixture_answer (fixture, KEEL_ANSWER_NOT_TODAY);
  fixture_assert_answers (fixture, "a 2026-11-24T19:00 not");
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
  project_anew (fixture);
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
  project_anew (fixture);
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
  project_anew (fixture);
  fixture_assert_shown (fixture, "2026-11-24T17:50:00Z 3 reminders | 19:00/19:10/19:15");
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 0);
  fixture_assert_log (fixture, "late late late late");
}

static guint
count_snoozes (Fixture *fixture)
{
  g_autoptr (GPtrArray) snoozes = keel_reminder_file_get_snoozes (fixture->file, NULL);

  return snoozes->len;
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
  project_anew (fixture);
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
  project_anew (fixture);
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
      project_anew (&own);
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
  project_anew (fixture);
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 1);
}

/* The person asks for less to be said while it is said. */
static void
test_made_discreet_on_the_screen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  add_full (fixture, "a", 30);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  first = keel_fake_notifier_take (fixture->notifier);
  project_anew (fixture);
  fixture_assert_shown (fixture, ""); /* nothing has changed */
  fixture_get_rule (fixture, 0)->text = KEEL_REMINDER_DISCREET;
  project_anew (fixture);
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
      rule = add_full (&own, "a", KEEL_LEAD_AFTERWARDS);
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

  add_full (fixture, "a", 30);
  add_full (fixture, "a", KEEL_LEAD_AFTERWARDS)->important = TRUE;
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-25T12:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z 19:00 · Candle Corner | Harbour Street 1\n"
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
  add_full (fixture, "a", KEEL_LEAD_AFTERWARDS);
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
  add_full (fixture, "a", KEEL_LEAD_AFTERWARDS);
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
  add_full (fixture, "a", KEEL_LEAD_AFTERWARDS);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T19:30:00Z");
  fixture->preferences.ask_afterwards = FALSE;
  project_anew (fixture);
  g_assert_cmpuint (fixture->notifier->closed->len, ==, 1);
}

static void
test_afterwards_of_several (Fixture *fixture, gconstpointer data)
{
  add_full (fixture, "a", KEEL_LEAD_AFTERWARDS);
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
      "2026-11-25T06:00:00Z Reminder: 06:30 | Started 30 minutes ago. You can still join.", "late",
      "held back in your quiet hours" },
    /* Over by then. */
    { "2026-11-24T23:00", 30, FALSE, "", "missed", "held back in your quiet hours" },
    { "2026-11-25T06:00", 30, FALSE, "", "missed", "held back in your quiet hours" },
    /* From their end on. */
    { "2026-11-25T07:30", 30, FALSE, "2026-11-25T06:00:00Z Reminder: 07:30", "shown", "" },
    /* What is important comes through. */
    { "2026-11-24T23:00", 30, TRUE, "2026-11-24T21:30:00Z Reminder: 23:00", "shown", "" },
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
set_quiet (Fixture *fixture)
{
  fixture->preferences.quiet_from = 22 * 60;
  fixture->preferences.quiet_to = 7 * 60;
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
  project_anew (fixture);
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
      add_full (&own, "a", table[i].lead)->important = table[i].important;
      own.notifier->do_not_disturb = table[i].do_not_disturb;
      fixture_start (&own);
      fixture_pass (&own, "2026-11-24T19:00:00Z");
      g_assert_cmpuint (own.notifier->shown->len, ==, 1);
      g_assert_cmpint (own.notifier->urgency, ==, table[i].urgency);
      fixture_assert_log (&own, "shown");
      fixture_assert_reason (&own, table[i].reason);
      fixture_tear_down (&own, NULL);
    }
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
      rule = add_full (&own, "a", 30);
      rule->silent = table[i].silent;
      rule->important = table[i].important;
      own.preferences.silent = table[i].all_silent;
      fixture_start (&own);
      fixture_pass (&own, "2026-11-24T17:30:00Z");
      g_assert_cmpstr (own.notifier->sound, ==, table[i].sound);
      fixture_tear_down (&own, NULL);
    }
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

/* One after the other: from the fourth within a minute on they are one summary, changed in its place. */
static void
test_flood (Fixture *fixture, gconstpointer data)
{
  GPtrArray *tags = fixture->notifier->tags;

  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *series = g_strdup_printf ("s%u", i);

      fixture_add (fixture, series, "2026-11-24T19:00", "Europe/Berlin", NULL, 120, "2026-11-24T12:00:00Z");
    }
  fixture_start (fixture);
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *series = g_strdup_printf ("s%u", i);
      gint64 after = i < 6 ? i * 10 : 110;

      g_assert_true (keel_reminder_file_snooze (fixture->file, series,
                                                fixture_parse_local ("2026-11-24T19:00"),
                                                fixture_parse ("2026-11-24T15:00:00Z") + after,
                                                keel_clock_get_now_us (KEEL_CLOCK (fixture->clock)), NULL));
    }
  keel_reminder_scheduler_reload (fixture->scheduler);
  fixture_pass (fixture, "2026-11-24T15:00:30Z");
  fixture_assert_shown (fixture,
                        "2026-11-24T15:00:00Z Reminder: 19:00\n2026-11-24T15:00:10Z Reminder: 19:00\n"
                        "2026-11-24T15:00:20Z Reminder: 19:00\n"
                        "2026-11-24T15:00:30Z Reminder: 19:00");
  g_assert_nonnull (fixture->notifier->sound);
  fixture_pass (fixture, "2026-11-24T15:00:59Z");
  fixture_assert_shown (fixture, "2026-11-24T15:00:40Z 2 reminders | 19:00/19:00\n"
                                 "2026-11-24T15:00:50Z 3 reminders | 19:00/19:00/19:00");
  g_assert_null (fixture->notifier->sound);
  g_assert_cmpstr (g_ptr_array_index (tags, 5), ==, g_ptr_array_index (tags, 3));

  /* A minute after the last, there is room again. */
  fixture_pass (fixture, "2026-11-24T15:02:00Z");
  fixture_assert_shown (fixture, "2026-11-24T15:01:50Z Reminder: 19:00");
  g_assert_nonnull (fixture->notifier->sound);
  g_assert_cmpstr (g_ptr_array_index (tags, 6), !=, g_ptr_array_index (tags, 3));
  fixture_assert_log (fixture, "snoozed snoozed snoozed snoozed snoozed snoozed snoozed"
                               " shown shown shown shown shown shown shown");
}

/* What is important is heard there too. */
static void
test_important_in_a_flood (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *series = g_strdup_printf ("s%u", i);

      fixture_add_simple (fixture, series, "2026-11-24T19:00");
    }
  fixture_add (fixture, "x", "2026-11-24T19:00", "Europe/Berlin", NULL, 0, "2026-11-24T12:00:00Z");
  fixture_get_rule (fixture, 4)->important = TRUE;
  fixture_start (fixture);
  g_assert_true (keel_reminder_file_snooze (fixture->file, "x", fixture_parse_local ("2026-11-24T19:00"),
                                            fixture_parse ("2026-11-24T17:30:30Z"), 1, NULL));
  keel_reminder_scheduler_reload (fixture->scheduler);
  fixture_pass (fixture, "2026-11-24T17:30:00Z");
  g_assert_cmpstr (fixture->notifier->sound, ==, "message-new-instant");
  fixture_pass (fixture, "2026-11-24T17:30:40Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z 4 reminders | 19:00/19:00/19:00/19:00\n"
                                 "2026-11-24T17:30:30Z 5 reminders | 19:00/19:00/19:00/19:00/19:00");
  g_assert_cmpstr (fixture->notifier->sound, ==, "alarm-clock-elapsed");
}

/* A thousand at one instant: one notification, each one claimed, confirmed and logged once, in order. */
static void
test_thousand (Fixture *fixture, gconstpointer data)
{
  g_autofree char *shown = NULL;
  g_autoptr (GPtrArray) log = NULL;
  gint64 last = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *series = g_strdup_printf ("s%03u", i);
      g_autofree char *start = g_strdup_printf ("2026-11-24T19:%02u", i % 60);

      fixture_add_simple (fixture, series, start);
    }
  keel_test_clock_set (fixture->clock, "2026-11-24T18:29:30Z");
  fixture_start (fixture);
  shown = keel_fake_notifier_take (fixture->notifier);
  g_assert_cmpstr (shown, ==, "2026-11-24T18:29:30Z 1000 reminders | 19:00/19:00/19:00/19:00/19:00/19:00/…");
  log = keel_reminder_file_get_log (fixture->file, 0, NULL);
  g_assert_cmpuint (log->len, ==, 1000);
  for (guint i = log->len; i-- > 0;)
    {
      const KeelReminderEvent *event = g_ptr_array_index (log, i);

      g_assert_cmpint (event->due, >=, last);
      last = event->due;
    }
}

/* The server goes while a summary grows: what it had comes back, and what could not join waits. */
static void
test_flood_without_a_server (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *series = g_strdup_printf ("s%u", i);

      fixture_add_simple (fixture, series, i < 4 ? "2026-11-24T19:00" : "2026-11-24T19:01");
    }
  keel_test_clock_set (fixture->clock, "2026-11-24T17:30:30Z");
  fixture_start (fixture);
  first = keel_fake_notifier_take (fixture->notifier);
  g_clear_pointer (&fixture->notifier->server, g_free);
  fixture_pass (fixture, "2026-11-24T17:31:10Z");
  g_assert_cmpuint (keel_reminder_scheduler_get_n_waiting (fixture->scheduler), ==, 1);
  fixture_appear (fixture, ":1.9");
  fixture_assert_shown (fixture, "2026-11-24T17:31:10Z 4 reminders | 19:00/19:00/19:00/19:00\n"
                                 "2026-11-24T17:31:10Z 5 reminders | 19:00/19:00/19:00/19:00/19:01");
  fixture_assert_log (fixture, "shown shown shown shown failed repeated repeated repeated repeated shown");
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/scheduler/rules/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
#define ADD_TABLE(name, function) g_test_add_func ("/scheduler/rules/" name, function)

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
  ADD_TABLE ("snoozes", test_snoozes);
  ADD_TABLE ("answers", test_answers);
  ADD ("answer-that-is-not-kept", test_answer_that_is_not_kept);
  ADD ("settled", test_settled);
  ADD ("settled-on-the-screen", test_settled_on_the_screen);
  ADD ("settled-in-a-summary", test_settled_in_a_summary);
  ADD ("settled-while-snoozed", test_settled_while_snoozed);
  ADD ("settled-while-waiting", test_settled_while_waiting);
  ADD_TABLE ("moved", test_moved);
  ADD ("unfollowed-on-the-screen", test_unfollowed_on_the_screen);
  ADD ("made-discreet-on-the-screen", test_made_discreet_on_the_screen);
  ADD ("zone-changes-on-the-screen", test_zone_changes_on_the_screen);
  ADD_TABLE ("afterwards", test_afterwards);
  ADD ("afterwards-is-quiet", test_afterwards_is_quiet);
  ADD ("not-this-time", test_not_this_time);
  ADD ("afterwards-of-what-is-settled", test_afterwards_of_what_is_settled);
  ADD ("afterwards-goes", test_afterwards_goes);
  ADD ("afterwards-of-several", test_afterwards_of_several);
  ADD ("afterwards-every-day", test_afterwards_every_day);
  ADD_TABLE ("quiet-hours", test_quiet_hours);
  ADD ("quiet-until", test_quiet_until);
  ADD ("quiet-and-snoozed", test_quiet_and_snoozed);
  ADD ("quiet-when-the-server-comes", test_quiet_when_the_server_comes);
  ADD ("quiet-several", test_quiet_several);
  ADD_TABLE ("do-not-disturb", test_do_not_disturb);
  ADD_TABLE ("sound", test_sound);
  ADD_TABLE ("prompts", test_prompts);
  ADD ("flood", test_flood);
  ADD ("important-in-a-flood", test_important_in_a_flood);
  ADD ("thousand", test_thousand);
  ADD ("flood-without-a-server", test_flood_without_a_server);
  return g_test_run ();
}

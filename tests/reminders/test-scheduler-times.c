#include <locale.h>

#include "keel-scheduler-fixture.h"
#include "reminders/keel-timer-source.h"

static void
test_due (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  g_assert_cmpint (fixture->alarm, ==, fixture_parse ("2026-11-24T17:30:00Z") * G_USEC_PER_SEC);
  fixture_assert_shown (fixture, "");

  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown");
  g_assert_cmpint (fixture->alarm, ==, KEEL_TIMER_NEVER);
}

/* A look a second before must not lose it. */
static void
test_due_in_a_second (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  keel_test_clock_set (fixture->clock, "2026-11-24T17:29:59Z");
  fixture_start (fixture);
  fixture_assert_shown (fixture, "");
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");
}

static void
test_nothing_to_do (Fixture *fixture, gconstpointer data)
{
  fixture_start (fixture);
  g_assert_cmpint (fixture->alarm, ==, KEEL_TIMER_NEVER);
  g_assert_cmpint (keel_reminder_scheduler_get_next (fixture->scheduler), ==, KEEL_REMINDER_NEVER);
}

/* An alarm a week away: nothing happens in between. */
static void
test_one_alarm_for_each (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", "2026-11-24T19:00", "Europe/Berlin", "FREQ=WEEKLY", 30, "2026-11-24T00:00:00Z");
  fixture_start (fixture);
  fixture->n_alarms = 0;
  fixture_pass (fixture, "2027-11-23T12:00:00Z");
  g_assert_cmpuint (fixture->notifier->shown->len, ==, 52);
  g_assert_cmpuint (fixture->n_alarms, ==, 52);
}

static void
test_before_since (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", "2026-11-24T14:00", "Europe/Berlin", NULL, 60, "2026-11-24T12:00:01Z");
  fixture_add (fixture, "b", "2026-11-24T15:00", "Europe/Berlin", NULL, 120, "2026-11-24T12:00:00Z");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T12:00:00Z Reminder: 15:00");
  fixture_assert_log (fixture, "shown");
}

static void
test_late (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *now, *shown, *log;
  } table[] = {
    { "2026-11-24T17:30:59Z", "2026-11-24T17:30:59Z Reminder: 19:00", "shown" },
    { "2026-11-24T17:31:00Z", "2026-11-24T17:31:00Z Reminder: 19:00", "shown" },
    { "2026-11-24T17:31:01Z", "2026-11-24T17:31:01Z Reminder: 19:00", "late" },
    { "2026-11-24T18:10:00Z",
      "2026-11-24T18:10:00Z Reminder: 19:00 | Started 10 minutes ago. You can still join.", "late" },
    { "2026-11-24T18:59:59Z",
      "2026-11-24T18:59:59Z Reminder: 19:00 | Started 59 minutes ago. You can still join.", "late" },
    { "2026-11-24T19:00:00Z", "", "missed" },
    { "2026-12-01T18:59:59Z", "", "missed" },
    { "2026-12-01T19:00:00Z", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };

      fixture_set_up (&own, NULL);
      fixture_add_simple (&own, "a", "2026-11-24T19:00");
      keel_test_clock_set (own.clock, table[i].now);
      fixture_start (&own);
      fixture_assert_shown (&own, table[i].shown);
      fixture_assert_log (&own, table[i].log);
      fixture_restart (&own); /* nothing is told or logged twice */
      fixture_assert_shown (&own, "");
      fixture_assert_log (&own, table[i].log);
      fixture_tear_down (&own, NULL);
    }
}

static void
test_missed_at_most_a_week (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", "2026-01-01T10:00", "Europe/Berlin", "FREQ=DAILY", 30, "2026-01-01T00:00:00Z");
  fixture_start (fixture);
  fixture_assert_log (fixture, "missed missed missed missed missed missed missed");
  fixture_assert_shown (fixture, "");
}

static void
test_missed_not_before_since (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", "2026-01-01T10:00", "Europe/Berlin", "FREQ=DAILY", 30, "2026-11-22T00:00:00Z");
  fixture_start (fixture);
  fixture_assert_log (fixture, "missed missed missed");
}

/* A reminder a month ahead whose instant is long past, but whose meeting is to come. */
static void
test_long_lead (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", "2026-11-27T10:00", "Europe/Berlin", NULL, 30 * 24 * 60, "2026-10-01T00:00:00Z");
  fixture_start (fixture);
  fixture_assert_shown (fixture, "2026-11-24T12:00:00Z Reminder: Friday, 10:00");
  fixture_assert_log (fixture, "late");
}

static void
test_special_days (void)
{
  static const struct
  {
    const char *person, *zone, *start, *repeat;
    int lead;
    const char *from, *until, *shown;
  } table[] = {
    /* 02:30 does not exist on 29 March, and exists twice on 25 October. */
    { "Europe/Berlin", "Europe/Berlin", "2026-03-20T02:30", "FREQ=DAILY", 30, "2026-03-27T12:00:00Z",
      "2026-03-30T12:00:00Z",
      "2026-03-28T01:00:00Z Reminder: 02:30\n2026-03-29T01:00:00Z Reminder: 03:30\n"
      "2026-03-30T00:00:00Z Reminder: 02:30" },
    { "Europe/Berlin", "Europe/Berlin", "2026-10-20T02:30", "FREQ=DAILY", 30, "2026-10-23T12:00:00Z",
      "2026-10-26T12:00:00Z",
      "2026-10-24T00:00:00Z Reminder: 02:30\n2026-10-25T00:00:00Z Reminder: 02:30\n"
      "2026-10-26T01:00:00Z Reminder: 02:30" },
    { "America/New_York", "America/New_York", "2026-03-01T02:30", "FREQ=DAILY", 30, "2026-03-06T12:00:00Z",
      "2026-03-09T12:00:00Z",
      "2026-03-07T07:00:00Z Reminder: 02:30\n2026-03-08T07:00:00Z Reminder: 03:30\n"
      "2026-03-09T06:00:00Z Reminder: 02:30" },
    { "America/New_York", "America/New_York", "2026-10-20T01:30", "FREQ=DAILY", 30, "2026-10-30T12:00:00Z",
      "2026-11-02T12:00:00Z",
      "2026-10-31T05:00:00Z Reminder: 01:30\n2026-11-01T05:00:00Z Reminder: 01:30\n"
      "2026-11-02T06:00:00Z Reminder: 01:30" },
    /* The person's clocks change between reminder and meeting. */
    { "Europe/Berlin", "Europe/Berlin", "2026-03-29T03:15", NULL, 60, "2026-03-28T12:00:00Z",
      "2026-03-29T12:00:00Z", "2026-03-29T00:15:00Z Reminder: 03:15" },
    /* Midnight (what was tomorrow begins today), new year, leap day. */
    { "Europe/Berlin", "Europe/Berlin", "2026-12-31T00:15", "FREQ=DAILY", 30, "2026-12-30T12:00:00Z",
      "2027-01-01T12:00:00Z",
      "2026-12-30T22:45:00Z Reminder: tomorrow, 00:15\n2026-12-30T23:00:00Z Reminder: 00:15\n"
      "2026-12-31T22:45:00Z Reminder: tomorrow, 00:15\n2026-12-31T23:00:00Z Reminder: 00:15" },
    { "Europe/Berlin", "Europe/Berlin", "2028-02-29T12:00", "FREQ=YEARLY", 0, "2028-02-28T12:00:00Z",
      "2033-01-01T00:00:00Z", "2028-02-29T11:00:00Z Reminder: 12:00\n2032-02-29T11:00:00Z Reminder: 12:00" },
    /* Another zone: on two days a year the two clocks are nearer than usual. */
    { "Europe/Berlin", "America/New_York", "2026-10-20T19:00", "FREQ=DAILY", 30, "2026-10-24T12:00:00Z",
      "2026-10-26T12:00:00Z",
      "2026-10-24T22:30:00Z Reminder: 01:00 | 19:00 local time there\n"
      "2026-10-25T22:30:00Z Reminder: tomorrow, 00:00 | 19:00 local time there\n"
      "2026-10-25T23:00:00Z Reminder: 00:00 | 19:00 local time there" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture own = { 0 };

      fixture_set_up (&own, NULL);
      keel_test_clock_set (own.clock, table[i].from);
      keel_test_clock_set_zone (own.clock, table[i].person);
      fixture_add (&own, "a", table[i].start, table[i].zone, table[i].repeat, table[i].lead, table[i].from);
      fixture_start (&own);
      fixture_pass (&own, table[i].until);
      fixture_assert_shown (&own, table[i].shown);
      fixture_tear_down (&own, NULL);
    }
}

static void
test_clock_back (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", "2026-11-24T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T17:40:00Z");
  fixture_assert_shown (fixture, "2026-11-24T17:30:00Z Reminder: 19:00");

  fixture_jump (fixture, "2026-11-24T15:40:00Z");
  fixture_pass (fixture, "2026-11-24T23:00:00Z");
  fixture_assert_shown (fixture, "");
  fixture_assert_log (fixture, "shown");
}

static void
test_clock_forward (Fixture *fixture, gconstpointer data)
{
  keel_test_clock_set (fixture->clock, "2026-11-24T08:00:00Z"); /* 09:00 in Berlin */
  fixture_add_simple (fixture, "a", "2026-11-24T10:00");
  fixture_add_simple (fixture, "b", "2026-11-24T12:00");
  fixture_add_simple (fixture, "c", "2026-11-24T14:00");
  fixture_add_simple (fixture, "d", "2026-11-24T16:30");
  fixture_add_simple (fixture, "e", "2026-11-24T17:15");
  fixture_start (fixture);

  fixture_jump (fixture, "2026-11-24T16:00:00Z");
  fixture_assert_shown (fixture,
                        "2026-11-24T16:00:00Z Reminder: 16:30 | Started 30 minutes ago. You can still join.\n"
                        "2026-11-24T16:00:00Z Reminder: 17:15");
  fixture_pass (fixture, "2026-11-25T08:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T16:30:00Z Reminder: 16:30"); /* it has ended */
  fixture_assert_log (fixture, "missed missed missed late late");
}

/* What was told a day before, and nobody has pressed, does not say "tomorrow" on the day itself. */
static void
test_tomorrow_becomes_today (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", "2026-11-25T19:00", "Europe/Berlin", NULL, 1440, "2026-11-01T00:00:00Z");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-25T12:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T18:00:00Z Reminder: tomorrow, 19:00\n"
                                 "2026-11-24T23:00:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown");
}

/* One whose length nobody gave is told at its start, as others are. */
static void
test_no_length (Fixture *fixture, gconstpointer data)
{
  KeelReminderRule *rule;

  fixture_add (fixture, "a", "2026-11-24T19:00", "Europe/Berlin", NULL, 0, "2026-11-01T00:00:00Z");
  rule = fixture_get_rule (fixture, 0);
  keel_schedule_unref (rule->schedule);
  rule->schedule = keel_schedule_new (fixture_parse_local ("2026-11-24T19:00"), "Europe/Berlin", 0, NULL,
                                      NULL);
  fixture_project (fixture);
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T19:00:00Z");
  fixture_assert_shown (fixture, "2026-11-24T18:00:00Z Reminder: 19:00");
  fixture_assert_log (fixture, "shown");
}

static void
test_floating_travels (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", "2026-11-20T21:00", NULL, "FREQ=DAILY", 30, "2026-11-24T12:00:00Z");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-24T19:45:00Z");
  fixture_assert_shown (fixture, "2026-11-24T19:30:00Z Reminder: 21:00");

  /* Westward after today's: it was told. The next one is tomorrow, by the new clocks. */
  keel_test_clock_set_zone (fixture->clock, "America/New_York");
  fixture_jump (fixture, "2026-11-24T20:00:00Z");
  fixture_pass (fixture, "2026-11-25T12:00:00Z");
  fixture_assert_shown (fixture, "");

  /* Back before tomorrow's: at nine by the clocks there. */
  keel_test_clock_set_zone (fixture->clock, "Europe/Berlin");
  fixture_jump (fixture, "2026-11-25T12:00:00Z");
  fixture_pass (fixture, "2026-11-26T12:00:00Z");
  fixture_assert_shown (fixture, "2026-11-25T19:30:00Z Reminder: 21:00");
}

/* Twenty meetings a week for a month: every one exactly once, at its instant. */
static void
test_a_month_in_fast_motion (Fixture *fixture, gconstpointer data)
{
  guint expected = 0;
  guint told = 0;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *series = g_strdup_printf ("s%u", i);
      g_autofree char *start = g_strdup_printf ("2026-10-%02uT%02u:%02u", i + 1, 7 + i % 14, i * 7 % 60);

      fixture_add (fixture, series, start, i % 3 == 0 ? "America/New_York" : "Europe/Berlin", "FREQ=WEEKLY",
                   30, "2026-10-20T00:00:00Z");
    }
  keel_test_clock_set (fixture->clock, "2026-10-20T12:00:00Z");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-11-19T12:00:00Z");

  for (guint i = 0; i < fixture->rules->len; i++)
    {
      const KeelReminderRule *rule = g_ptr_array_index (fixture->rules, i);
      g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
      g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

      keel_schedule_expand (rule->schedule, fixture_parse ("2026-10-20T12:30:00Z"),
                            fixture_parse ("2026-11-19T12:30:01Z"), zone, occurrences);
      expected += occurrences->len;
    }
  for (guint i = 0; i < fixture->notifier->tags->len; i++)
    g_hash_table_add (seen, g_ptr_array_index (fixture->notifier->tags, i));
  log = keel_reminder_file_get_log (fixture->file, 0, NULL);
  for (guint i = 0; i < log->len; i++)
    told += ((const KeelReminderEvent *) g_ptr_array_index (log, i))->outcome == KEEL_OUTCOME_SHOWN;
  g_assert_cmpuint (expected, >, 80);
  g_assert_cmpuint (told, ==, expected);
  g_assert_cmpuint (g_hash_table_size (seen), ==, expected);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/scheduler/times/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("due", test_due);
  ADD ("due-in-a-second", test_due_in_a_second);
  ADD ("nothing-to-do", test_nothing_to_do);
  ADD ("one-alarm-for-each", test_one_alarm_for_each);
  ADD ("before-since", test_before_since);
  ADD ("late", test_late);
  ADD ("missed-at-most-a-week", test_missed_at_most_a_week);
  ADD ("missed-not-before-since", test_missed_not_before_since);
  ADD ("long-lead", test_long_lead);
  g_test_add_func ("/scheduler/times/special-days", test_special_days);
  ADD ("clock-back", test_clock_back);
  ADD ("clock-forward", test_clock_forward);
  ADD ("tomorrow-becomes-today", test_tomorrow_becomes_today);
  ADD ("no-length", test_no_length);
  ADD ("floating-travels", test_floating_travels);
  ADD ("a-month-in-fast-motion", test_a_month_in_fast_motion);
  return g_test_run ();
}

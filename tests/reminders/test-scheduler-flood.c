/* Many at once, or one after the other. */

#include <locale.h>

#include "keel-scheduler-fixture.h"

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
  g_test_add ("/scheduler/flood/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("flood", test_flood);
  ADD ("important-in-a-flood", test_important_in_a_flood);
  ADD ("thousand", test_thousand);
  ADD ("flood-without-a-server", test_flood_without_a_server);
  return g_test_run ();
}

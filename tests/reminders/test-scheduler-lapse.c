/* A clock that jumps, files of yesterday, and more reminders than anybody can read. */
#include <errno.h>

#include "keel-scheduler-fixture.h"
#include "reminders/keel-timer-source.h"

#define FLOOD 1000
#define DAY "2026-11-24"

static gboolean
is_told (const KeelReminderEvent *event)
{
  return event->outcome == KEEL_OUTCOME_SHOWN || event->outcome == KEEL_OUTCOME_LATE;
}

/* How many reminders were told, each once and in the order in which they were due. */
static guint
count_told (Fixture *fixture)
{
  g_autoptr (GPtrArray) log = keel_reminder_file_get_log (fixture->file, 0, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 last = G_MAXINT64;

  g_assert_nonnull (log);
  for (guint i = 0; i < log->len; i++) /* the newest first */
    {
      const KeelReminderEvent *event = g_ptr_array_index (log, i);

      if (!is_told (event))
        continue;
      g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%s %" G_GINT64_FORMAT " %d", event->series,
                                                              event->occurrence, event->lead)));
      g_assert_cmpint (event->due, <=, last);
      last = event->due;
    }
  return g_hash_table_size (seen);
}

static void
snooze (Fixture *fixture, const char *series, const char *start, gint64 until)
{
  g_autoptr (GError) error = NULL;
  KeelLocalTime occurrence;

  g_assert_true (keel_local_time_parse (start, &occurrence));
  keel_reminder_file_snooze (fixture->file, series, occurrence, until, 1, &error);
  g_assert_no_error (error);
}

/* Several leads and a snooze: nothing of it comes a second time, and what is ahead comes at its instant. */
static void
test_back_two_hours (Fixture *fixture, gconstpointer data)
{
  static const int leads[] = { 0, 30, 120 };

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    fixture_add (fixture, "a", DAY "T19:00", "Europe/Berlin", NULL, leads[i], DAY "T12:00:00Z");
  fixture_add (fixture, "b", DAY "T21:00", "Europe/Berlin", NULL, 30, DAY "T12:00:00Z");
  fixture_start (fixture);
  fixture_pass (fixture, DAY "T17:31:00Z");
  snooze (fixture, "a", DAY "T19:00", fixture_parse (DAY "T17:40:00Z"));
  keel_reminder_scheduler_reload (fixture->scheduler);
  fixture_pass (fixture, DAY "T18:10:00Z");
  fixture_assert_shown (fixture, DAY "T16:00:00Z Reminder: 19:00\n" DAY "T17:30:00Z Reminder: 19:00\n" DAY
                                     "T17:40:00Z Reminder: 19:00\n" DAY "T18:00:00Z Reminder: 19:00");

  fixture_jump (fixture, DAY "T16:10:00Z");
  fixture_pass (fixture, DAY "T23:00:00Z");
  fixture_assert_shown (fixture, DAY "T19:30:00Z Reminder: 21:00");
  g_assert_cmpuint (count_told (fixture), ==, 5);
}

/* Between its reminder and what comes after the clock goes back again and again, as on a computer that lost
 * its battery. */
static void
test_back_and_forth (Fixture *fixture, gconstpointer data)
{
  static const char *const jumps[] = { DAY "T12:00:00Z",       DAY "T17:45:00Z", "2026-11-23T00:00:00Z",
                                       "1970-01-01T00:00:10Z", DAY "T17:31:00Z", DAY "T18:59:00Z" };

  fixture_add_simple (fixture, "a", DAY "T19:00");
  fixture_start (fixture);
  fixture_pass (fixture, DAY "T17:30:00Z");
  fixture_assert_shown (fixture, DAY "T17:30:00Z Reminder: 19:00");
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      fixture_jump (fixture, jumps[i]);
      fixture_assert_shown (fixture, "");
      fixture_restart (fixture);
      fixture_assert_shown (fixture, "");
    }
  fixture_assert_log (fixture, "shown");
}

/* From nine to five across a day's meetings: what goes on or comes is one summary, what has ended is missed.
 */
static void
test_on_eight_hours (Fixture *fixture, gconstpointer data)
{
  static const char *const starts[] = { "09:30", "12:00", "16:15", "16:30", "16:45", "17:00", "17:15" };

  keel_test_clock_set (fixture->clock, DAY "T08:00:00Z"); /* 09:00 in Berlin */
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *series = g_strdup_printf ("s%u", i);
      g_autofree char *start = g_strconcat (DAY "T", starts[i], NULL);

      fixture_add (fixture, series, start, "Europe/Berlin", NULL, 20, DAY "T00:00:00Z");
    }
  fixture_start (fixture);
  fixture_jump (fixture, DAY "T16:00:00Z");
  fixture_assert_shown (fixture, DAY "T16:00:00Z 5 reminders | 16:15/16:30/16:45/17:00/17:15");
  fixture_pass (fixture, "2026-11-25T08:00:00Z");
  fixture_assert_shown (fixture, "");
  g_assert_cmpuint (count_told (fixture), ==, 5);
  fixture_restart (fixture);
  fixture_assert_shown (fixture, "");
}

static ssize_t
read_cancelled (int fd, void *buffer, size_t size)
{
  errno = ECANCELED;
  return -1;
}

static void
timer_cb (gboolean stepped, gpointer data)
{
  g_assert_true (stepped);
  keel_reminder_scheduler_reload (((Fixture *) data)->scheduler);
}

static gboolean
is_something_shown (Fixture *fixture)
{
  return fixture->notifier->shown->len > 0;
}

/* The computer slept past a reminder: the kernel cancels the timer, and nobody else says that time is over.
 */
static void
test_suspend (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GSource *timer = keel_timer_source_new (&error);

  g_assert_no_error (error);
  fixture_add_simple (fixture, "a", DAY "T19:00");
  fixture_start (fixture);
  g_source_set_callback (timer, (GSourceFunc) (void (*) (void)) timer_cb, fixture, NULL);
  g_source_attach (timer, NULL);
  keel_timer_source_set_read (timer, read_cancelled);
  fixture_settle (fixture);
  fixture_assert_shown (fixture, "");

  keel_test_clock_set (fixture->clock, DAY "T18:10:00Z");
  keel_timer_source_arm (timer, 1);
  fixture_wait (fixture, is_something_shown);
  keel_timer_source_arm (timer, KEEL_TIMER_NEVER);
  g_source_destroy (timer);
  g_source_unref (timer);
  fixture_assert_shown (fixture,
                        DAY "T18:10:00Z Reminder: 19:00 | Started 10 minutes ago. You can still join.");
  fixture_assert_log (fixture, "late");
}

static char *
get_path (Fixture *fixture)
{
  return g_build_filename (fixture->folder, "reminders.db", NULL);
}

/* As a backup does, which knows nothing of SQLite. */
static void
put_back (Fixture *fixture, const char *contents, gsize length)
{
  g_autofree char *path = get_path (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, contents, (gssize) length, &error)); /* another file, renamed */
  g_clear_object (&fixture->file);
  fixture->file = keel_reminder_file_open (fixture->folder, &error);
  g_assert_no_error (error);
}

/* The journal is put back alone, as Keel's own backup does: its rules are projected anew. */
static void
test_older_journal (Fixture *fixture, gconstpointer data)
{
  fixture_add_simple (fixture, "a", DAY "T19:00");
  fixture_add_simple (fixture, "b", DAY "T20:00");
  fixture_start (fixture);
  fixture_pass (fixture, DAY "T17:45:00Z");
  fixture_assert_shown (fixture, DAY "T17:30:00Z Reminder: 19:00");

  g_ptr_array_set_size (fixture->rules, 1); /* the second was followed after the backup */
  fixture_restart (fixture);
  fixture_pass (fixture, DAY "T23:00:00Z");
  fixture_assert_shown (fixture, "");
  fixture_assert_log (fixture, "shown");
}

/* Somebody puts the whole folder back while keel-reminders runs: the file says that nobody was reminded. */
static void
test_older_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture);
  g_autofree char *contents = NULL;
  gsize length;

  fixture_add_simple (fixture, "a", DAY "T19:00");
  fixture_start (fixture);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  fixture_pass (fixture, DAY "T17:45:00Z");
  fixture_assert_shown (fixture, DAY "T17:30:00Z Reminder: 19:00");

  put_back (fixture, contents, length);
  keel_reminder_scheduler_reload (fixture->scheduler);
  fixture_pass (fixture, DAY "T23:00:00Z");
  fixture_assert_shown (fixture, "");
}

/* Nobody answers for weeks: what is a week old is taken off the screen, where it would take memory for ever.
 */
static void
test_nobody_answers (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, "a", DAY "T19:00", "Europe/Berlin", "FREQ=DAILY", 30, DAY "T12:00:00Z");
  fixture_start (fixture);
  fixture_pass (fixture, "2026-12-24T12:00:00Z");
  g_assert_cmpuint (fixture->notifier->tags->len, ==, 30);
  g_assert_cmpuint (fixture->notifier->closed->len, >=, 30 - 9);
  g_assert_cmpuint (fixture->notifier->closed->len, <, 30);
  for (guint i = 0; i < fixture->notifier->closed->len; i++)
    g_assert_cmpstr (g_ptr_array_index (fixture->notifier->closed, i), ==,
                     g_ptr_array_index (fixture->notifier->tags, i));
}

static void
add_flood (Fixture *fixture, gint64 from, guint seconds)
{
  for (guint i = 0; i < FLOOD; i++)
    {
      g_autofree char *series = g_strdup_printf ("s%04u", i);

      fixture_add (fixture, series, DAY "T19:00", "Europe/Berlin", NULL, 0, DAY "T18:00:00Z");
    }
  fixture_project (fixture);
  for (guint i = 0; i < FLOOD; i++)
    {
      g_autofree char *series = g_strdup_printf ("s%04u", i);

      snooze (fixture, series, DAY "T19:00", from + i * seconds / FLOOD);
    }
}

/* How many notifications are on the screen: the others took the place of one. */
static guint
count_tags (Fixture *fixture)
{
  g_autoptr (GHashTable) tags = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < fixture->notifier->tags->len; i++)
    g_hash_table_add (tags, g_ptr_array_index (fixture->notifier->tags, i));
  return g_hash_table_size (tags);
}

/* A thousand in a minute: all are told, in order, and the screen changes about once a second. */
static void
test_a_thousand_in_a_minute (Fixture *fixture, gconstpointer data)
{
  add_flood (fixture, fixture_parse (DAY "T17:30:00Z"), 60);
  fixture_start (fixture);
  fixture_pass (fixture, DAY "T17:29:59Z");
  fixture_assert_shown (fixture, "");
  fixture_pass (fixture, DAY "T17:31:10Z");
  g_assert_cmpuint (count_told (fixture), ==, FLOOD);
  g_test_message ("%u calls, %u notifications", fixture->notifier->shown->len, count_tags (fixture));
  g_assert_cmpuint (count_tags (fixture), <=, 4); /* three alone, and what joins them */
  g_assert_cmpuint (fixture->notifier->shown->len, >, 0);
  g_assert_cmpuint (fixture->notifier->shown->len, <=, 70);
}

static void
test_a_thousand_at_once (Fixture *fixture, gconstpointer data)
{
  add_flood (fixture, fixture_parse (DAY "T17:30:00Z"), 0);
  fixture_start (fixture);
  fixture_pass (fixture, DAY "T17:31:00Z");
  g_assert_cmpuint (count_told (fixture), ==, FLOOD);
  g_assert_cmpuint (count_tags (fixture), <=, 4);
  g_assert_cmpuint (fixture->notifier->shown->len, <=, 5);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/scheduler/lapse/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("back-two-hours", test_back_two_hours);
  ADD ("back-and-forth", test_back_and_forth);
  ADD ("on-eight-hours", test_on_eight_hours);
  ADD ("suspend", test_suspend);
  ADD ("older-journal", test_older_journal);
  ADD ("older-file", test_older_file);
  ADD ("nobody-answers", test_nobody_answers);
  ADD ("a-thousand-in-a-minute", test_a_thousand_in_a_minute);
  ADD ("a-thousand-at-once", test_a_thousand_at_once);
  return g_test_run ();
}

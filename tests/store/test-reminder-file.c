/* KeelReminderFile: the projection, claims, snoozes and the log. */

#include "keel-test-folder.h"
#include "store/keel-reminder-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SERIES "9f1e0f9a-63a5-4cf1-8f51-0d5e2c1d8a11"

typedef struct
{
  char *folder;
  KeelReminderFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  fixture->folder = keel_test_folder_make ();
  fixture->file = keel_reminder_file_open (fixture->folder, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->file);
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static char *
get_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static KeelReminderRule *
make_rule (const char *series, int lead)
{
  GError *error = NULL;
  g_autoptr (KeelSchedule) schedule = NULL;

  schedule = keel_schedule_new (keel_local_time_new (2026, 11, 23, 19, 0), "Europe/Berlin", 60, "FREQ=WEEKLY",
                                &error);
  g_assert_no_error (error);
  return keel_reminder_rule_new (series, lead, schedule, 1795370400);
}

static GPtrArray *
make_rules (guint n_series)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_rule_free);

  for (guint i = 0; i < n_series; i++)
    {
      g_autofree char *series = g_strdup_printf ("series-%03u", i);

      g_ptr_array_add (rules, make_rule (series, 30));
    }
  return rules;
}

static void
project (Fixture *fixture, GPtrArray *rules, gint64 counter)
{
  const KeelProjected projected = { rules, NULL, KEEL_REMINDER_PREFERENCES_USUAL, counter };
  GError *error = NULL;

  g_assert_true (keel_reminder_file_project (fixture->file, &projected, &error));
  g_assert_no_error (error);
}

static gint64
get_stamp (KeelReminderFile *file)
{
  GError *error = NULL;
  gint64 stamp = keel_reminder_file_get_stamp (file, &error);

  g_assert_no_error (error);
  return stamp;
}

static GPtrArray *
get_rules (KeelReminderFile *file)
{
  GError *error = NULL;
  GPtrArray *rules = keel_reminder_file_get_rules (file, &error);

  g_assert_no_error (error);
  return rules;
}

static KeelClaim
claim_at (Fixture *fixture, int lead, KeelLocalTime start, const char *holder)
{
  const KeelReminderKey key = { SERIES, 1000, start, lead };
  GError *error = NULL;
  KeelClaim result = KEEL_CLAIM_TAKEN;

  g_assert_true (keel_reminder_file_claim (fixture->file, &key, 1, holder, 5000000, &result, &error));
  g_assert_no_error (error);
  return result;
}

static KeelClaim
claim (Fixture *fixture, int lead, const char *holder)
{
  return claim_at (fixture, lead, 1000, holder);
}

static gboolean
is_confirmed (Fixture *fixture, KeelLocalTime start)
{
  const KeelReminderKey key = { SERIES, 1000, start, 30 };
  GError *error = NULL;
  gboolean confirmed = FALSE;

  g_assert_true (keel_reminder_file_is_confirmed (fixture->file, &key, &confirmed, &error));
  g_assert_no_error (error);
  return confirmed;
}

static void
confirm_at (Fixture *fixture, int lead, KeelLocalTime start, KeelReminderOutcome outcome)
{
  const KeelReminderEvent event = {
    .series = (char *) SERIES,
    .occurrence = 1000,
    .start = start,
    .lead = lead,
    .due = 5,
    .at = 5100000,
    .shown = outcome != KEEL_OUTCOME_MISSED ? 5100000 : 0,
    .outcome = outcome,
  };
  GError *error = NULL;

  g_assert_true (keel_reminder_file_confirm (fixture->file, &event, 1, &error));
  g_assert_no_error (error);
}

static void
confirm (Fixture *fixture, int lead, KeelReminderOutcome outcome)
{
  confirm_at (fixture, lead, 1000, outcome);
}

static void
release (Fixture *fixture, const char *reason)
{
  const KeelReminderEvent event = {
    .series = (char *) SERIES,
    .occurrence = 1000,
    .start = 1000,
    .lead = 30,
    .due = 5,
    .at = 5200000,
    .outcome = KEEL_OUTCOME_FAILED,
    .reason = (char *) reason,
  };
  GError *error = NULL;

  g_assert_true (keel_reminder_file_release (fixture->file, &event, 1, &error));
  g_assert_no_error (error);
}

static GPtrArray *
get_log (Fixture *fixture, guint limit)
{
  GError *error = NULL;
  GPtrArray *log = keel_reminder_file_get_log (fixture->file, limit, &error);

  g_assert_no_error (error);
  return log;
}

static void
execute (Fixture *fixture, const char *sql)
{
  g_autofree char *path = get_path (fixture, "reminders.db");
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_projection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) many = make_rules (3);
  g_autoptr (GPtrArray) one = make_rules (0);
  g_autoptr (GPtrArray) read = NULL;
  KeelReminderRule *rule = make_rule (SERIES, 15);
  KeelReminderRule *got;

  g_assert_cmpint (get_stamp (fixture->file), ==, -1);
  project (fixture, many, 7);
  g_assert_cmpint (get_stamp (fixture->file), ==, 7);

  rule->name = g_strdup ("Mañana: “first light”");
  rule->link = g_strdup ("https://example.org/room");
  g_ptr_array_add (one, rule);
  project (fixture, one, 8);
  g_assert_cmpint (get_stamp (fixture->file), ==, 8);
  read = get_rules (fixture->file);
  g_assert_cmpuint (read->len, ==, 1);
  got = g_ptr_array_index (read, 0);
  g_assert_cmpstr (got->series, ==, SERIES);
  g_assert_cmpint (got->lead, ==, 15);
  g_assert_cmpint (got->since, ==, 1795370400);
  g_assert_cmpstr (got->name, ==, rule->name);
  g_assert_cmpstr (got->link, ==, rule->link);
  g_assert_true (keel_schedule_equal (got->schedule, rule->schedule));
}

/* A projection that fails in the middle leaves the one before. */
static void
test_projection_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rules = make_rules (2);
  g_autoptr (GPtrArray) twice = make_rules (3);
  g_autoptr (GPtrArray) read = NULL;
  const KeelProjected projected = { twice, NULL, KEEL_REMINDER_PREFERENCES_USUAL, 2 };
  g_autoptr (GError) error = NULL;

  project (fixture, rules, 1);
  g_ptr_array_add (twice, make_rule ("series-001", 30));
  g_assert_false (keel_reminder_file_project (fixture->file, &projected, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FAILED);
  g_assert_cmpint (get_stamp (fixture->file), ==, 1);
  read = get_rules (fixture->file);
  g_assert_cmpuint (read->len, ==, 2);
}

static void
test_bad_schedule (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rules = make_rules (3);
  g_autoptr (GPtrArray) read = NULL;

  project (fixture, rules, 1);
  execute (fixture, "UPDATE rule SET schedule = 'nonsense' WHERE series = 'series-001'");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*series-001*");
  read = get_rules (fixture->file);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (read->len, ==, 2);
}

static void
test_permissions (void)
{
  static const char *const names[] = { "reminders.db", "wake" };
  mode_t before = umask (0);
  Fixture fixture = { 0 };
  g_autoptr (GPtrArray) rules = make_rules (1);

  set_up (&fixture, NULL);
  project (&fixture, rules, 1);
  umask (before);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = get_path (&fixture, names[i]);
      GStatBuf info;

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
  tear_down (&fixture, NULL);
}

static void
count_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_equal (name, "wake") && event == G_FILE_MONITOR_EVENT_CHANGED)
    ++*(guint *) data;
}

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_wake (guint *count)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (10, give_up_cb, &late);

  while (*count == 0 && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
  *count = 0;
}

/* What keel-reminders sees: a monitor of the folder, without polling. */
static void
test_wake (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFileMonitor) monitor = NULL;
  g_autoptr (GPtrArray) rules = make_rules (1);
  GError *error = NULL;
  guint count = 0;

  project (fixture, rules, 1);
  monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, &error);
  g_assert_no_error (error);
  g_file_monitor_set_rate_limit (monitor, 0);
  g_signal_connect (monitor, "changed", G_CALLBACK (count_cb), &count);
  g_assert_false (g_main_context_iteration (NULL, FALSE) && count > 0);

  project (fixture, rules, 2);
  wait_for_wake (&count);
  g_assert_true (keel_reminder_file_snooze (fixture->file, SERIES, 1000, 900, 1000000, &error));
  g_assert_no_error (error);
  wait_for_wake (&count);
}

static void
test_claims (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rules = make_rules (1);

  g_assert_cmpint (claim (fixture, 30, "a"), ==, KEEL_CLAIM_MINE);
  g_assert_cmpint (claim (fixture, 30, "a"), ==, KEEL_CLAIM_TAKEN);
  g_assert_cmpint (claim (fixture, 15, "a"), ==, KEEL_CLAIM_MINE);
  g_assert_false (is_confirmed (fixture, 1000));

  /* a died between showing and confirming; b shows it again, once. */
  g_assert_cmpint (claim (fixture, 30, "b"), ==, KEEL_CLAIM_REPEAT);
  g_assert_cmpint (claim (fixture, 30, "b"), ==, KEEL_CLAIM_TAKEN);
  confirm (fixture, 30, KEEL_OUTCOME_REPEATED);
  g_assert_cmpint (claim (fixture, 30, "c"), ==, KEEL_CLAIM_TAKEN);
  g_assert_true (is_confirmed (fixture, 1000));

  project (fixture, rules, 9);
  g_assert_cmpint (claim (fixture, 30, "c"), ==, KEEL_CLAIM_TAKEN);
}

/* What was told of one time is not told of another: moved, and moved back. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (claim (fixture, 30, "a"), ==, KEEL_CLAIM_MINE);
  confirm (fixture, 30, KEEL_OUTCOME_SHOWN);
  g_assert_false (is_confirmed (fixture, 1060));
  g_assert_cmpint (claim_at (fixture, 30, 1060, "a"), ==, KEEL_CLAIM_MINE);
  g_assert_false (is_confirmed (fixture, 1000));
  g_assert_cmpint (claim_at (fixture, 30, 1060, "a"), ==, KEEL_CLAIM_TAKEN);
  g_assert_cmpint (claim_at (fixture, 30, 1060, "b"), ==, KEEL_CLAIM_REPEAT);
  confirm_at (fixture, 30, 1060, KEEL_OUTCOME_REPEATED);
  g_assert_true (is_confirmed (fixture, 1060));
  g_assert_cmpint (claim (fixture, 30, "a"), ==, KEEL_CLAIM_MINE);
}

/* Many are one transaction: each has its own answer, none is written without the others. */
static void
test_batch (Fixture *fixture, gconstpointer data)
{
  const KeelReminderKey keys[] = { { SERIES, 1000, 1000, 30 },
                                   { SERIES, 2000, 2000, 30 },
                                   { SERIES, 1000, 1000, 30 } };
  KeelReminderEvent events[] = {
    { .series = (char *) SERIES, .occurrence = 2000, .start = 2000, .lead = 30, .at = 1 },
    { .series = (char *) SERIES, .occurrence = 1000, .start = 1000, .lead = 30, .at = 2 },
  };
  KeelClaim claims[G_N_ELEMENTS (keys)];
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (claim (fixture, 30, "one that died"), ==, KEEL_CLAIM_MINE);
  g_assert_true (keel_reminder_file_claim (fixture->file, keys, G_N_ELEMENTS (keys), "a", 1, claims, &error));
  g_assert_cmpint (claims[0], ==, KEEL_CLAIM_REPEAT);
  g_assert_cmpint (claims[1], ==, KEEL_CLAIM_MINE);
  g_assert_cmpint (claims[2], ==, KEEL_CLAIM_TAKEN);

  execute (fixture, "CREATE TRIGGER full BEFORE INSERT ON event WHEN new.occurrence = 1000"
                    " BEGIN SELECT raise (ABORT, 'full'); END");
  g_assert_false (keel_reminder_file_confirm (fixture->file, events, G_N_ELEMENTS (events), &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FAILED);
  g_clear_error (&error);
  execute (fixture, "DROP TRIGGER full");
  log = get_log (fixture, 0);
  g_assert_cmpuint (log->len, ==, 0);

  g_assert_true (keel_reminder_file_confirm (fixture->file, events, G_N_ELEMENTS (events), &error));
  g_ptr_array_unref (log);
  log = get_log (fixture, 0);
  g_assert_cmpuint (log->len, ==, 2);
  g_assert_cmpint (((KeelReminderEvent *) g_ptr_array_index (log, 0))->occurrence, ==, 1000);
  g_assert_cmpint (((KeelReminderEvent *) g_ptr_array_index (log, 0))->start, ==, 1000);
}

static void
hand_over (Fixture *fixture, int lead)
{
  const KeelReminderEvent event = {
    .series = (char *) SERIES, .occurrence = 1000, .start = 1000, .lead = lead, .due = 5, .at = 5200000
  };
  GError *error = NULL;

  g_assert_true (keel_reminder_file_hand_over (fixture->file, &event, 1, &error));
  g_assert_no_error (error);
}

/* Once, to whoever comes first: also to who handed it over. */
static void
test_hand_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) snoozes = NULL;
  g_autoptr (GPtrArray) log = NULL;

  g_assert_cmpint (claim (fixture, 30, "a"), ==, KEEL_CLAIM_MINE);
  confirm (fixture, 30, KEEL_OUTCOME_SHOWN);
  hand_over (fixture, 30);
  g_assert_false (is_confirmed (fixture, 1000));
  g_assert_cmpint (claim (fixture, 30, "a"), ==, KEEL_CLAIM_AGAIN);
  g_assert_cmpint (claim (fixture, 30, "b"), ==, KEEL_CLAIM_REPEAT);
  confirm (fixture, 30, KEEL_OUTCOME_REPEATED);
  g_assert_cmpint (claim (fixture, 30, "c"), ==, KEEL_CLAIM_TAKEN);

  hand_over (fixture, KEEL_LEAD_SNOOZE); /* never claimed: nothing could be written at the time */
  g_assert_cmpint (claim (fixture, KEEL_LEAD_SNOOZE, "b"), ==, KEEL_CLAIM_AGAIN);
  snoozes = keel_reminder_file_get_snoozes (fixture->file, NULL);
  g_assert_cmpuint (snoozes->len, ==, 1);
  g_assert_cmpint (((KeelSnooze *) g_ptr_array_index (snoozes, 0))->until, ==, 5);
  log = get_log (fixture, 10);
  g_assert_cmpuint (log->len, ==, 2);
}

static void
test_release (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) log = NULL;
  KeelReminderEvent *event;

  g_assert_cmpint (claim (fixture, 30, "a"), ==, KEEL_CLAIM_MINE);
  release (fixture, "no server");
  g_assert_cmpint (claim (fixture, 30, "b"), ==, KEEL_CLAIM_MINE);
  release (fixture, "no server");
  g_assert_cmpint (claim (fixture, 30, "b"), ==, KEEL_CLAIM_MINE);
  release (fixture, "no bus");
  g_assert_cmpint (claim (fixture, 30, "b"), ==, KEEL_CLAIM_MINE);
  confirm (fixture, 30, KEEL_OUTCOME_LATE);
  release (fixture, "too late to give it back");
  g_assert_cmpint (claim (fixture, 30, "c"), ==, KEEL_CLAIM_TAKEN);

  log = get_log (fixture, 10);
  g_assert_cmpuint (log->len, ==, 4);
  event = g_ptr_array_index (log, 3);
  g_assert_cmpint (event->outcome, ==, KEEL_OUTCOME_FAILED);
  g_assert_cmpstr (event->reason, ==, "no server");
  g_assert_cmpint (event->shown, ==, 0);
  event = g_ptr_array_index (log, 1);
  g_assert_cmpint (event->outcome, ==, KEEL_OUTCOME_LATE);
  g_assert_cmpint (event->shown, ==, 5100000);
  g_assert_cmpint (event->due, ==, 5);
}

/* A missed reminder needs no claim, and is not shown afterwards. */
static void
test_missed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) log = NULL;
  KeelReminderEvent *event;

  confirm (fixture, 30, KEEL_OUTCOME_MISSED);
  g_assert_cmpint (claim (fixture, 30, "a"), ==, KEEL_CLAIM_TAKEN);
  log = get_log (fixture, 0);
  g_assert_cmpuint (log->len, ==, 1);
  event = g_ptr_array_index (log, 0);
  g_assert_cmpstr (keel_reminder_outcome_to_string (event->outcome), ==, "missed");
  g_assert_cmpint (event->shown, ==, 0);
}

static KeelSnooze *
get_only_snooze (Fixture *fixture, GPtrArray **snoozes)
{
  GError *error = NULL;

  g_clear_pointer (snoozes, g_ptr_array_unref);
  *snoozes = keel_reminder_file_get_snoozes (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*snoozes)->len, <=, 1);
  return (*snoozes)->len == 1 ? g_ptr_array_index (*snoozes, 0) : NULL;
}

static void
snooze (Fixture *fixture, gint64 until)
{
  GError *error = NULL;

  g_assert_true (keel_reminder_file_snooze (fixture->file, SERIES, 1000, until, 1000000, &error));
  g_assert_no_error (error);
}

static void
test_snooze (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) snoozes = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GPtrArray) rules = make_rules (1);
  GError *error = NULL;

  snooze (fixture, 900);
  snooze (fixture, 600);
  project (fixture, rules, 3);
  g_assert_cmpint (get_only_snooze (fixture, &snoozes)->until, ==, 600);
  g_assert_cmpint (claim (fixture, KEEL_LEAD_SNOOZE, "a"), ==, KEEL_CLAIM_MINE);
  confirm (fixture, KEEL_LEAD_SNOOZE, KEEL_OUTCOME_SHOWN);
  g_assert_null (get_only_snooze (fixture, &snoozes));
  g_assert_cmpint (claim (fixture, KEEL_LEAD_SNOOZE, "a"), ==, KEEL_CLAIM_TAKEN);

  snooze (fixture, 1200);
  g_assert_cmpint (claim (fixture, KEEL_LEAD_SNOOZE, "a"), ==, KEEL_CLAIM_MINE);
  g_assert_true (keel_reminder_file_end_snooze (fixture->file, SERIES, 1000, &error));
  g_assert_no_error (error);
  g_assert_null (get_only_snooze (fixture, &snoozes));
  log = get_log (fixture, 10);
  g_assert_cmpuint (log->len, ==, 4);
}

static void
test_log_is_bounded (Fixture *fixture, gconstpointer data)
{
  KeelReminderEvent line = { .series = (char *) SERIES,
                             .outcome = KEEL_OUTCOME_DISMISSED,
                             .reason = (char *) "x" };
  g_autoptr (GPtrArray) log = NULL;
  GError *error = NULL;

  execute (fixture, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
                    " INSERT INTO event (series, occurrence, start, lead, due, at_us, shown_us, outcome)"
                    " SELECT 's', i, i, 30, i, i, 0, 'shown' FROM n");
  for (guint i = 0; i < 5; i++)
    g_assert_true (keel_reminder_file_log (fixture->file, &line, 1, &error));
  g_assert_no_error (error);
  log = get_log (fixture, 0);
  g_assert_cmpuint (log->len, ==, KEEL_REMINDER_LOG_LINES);
  g_assert_cmpstr (((KeelReminderEvent *) g_ptr_array_index (log, 0))->series, ==, SERIES);
  g_assert_cmpint (((KeelReminderEvent *) g_ptr_array_index (log, log->len - 1))->occurrence, ==, 6);
}

/* Somebody holds the write lock for a while: a reader still gets in, a writer waits for its turn. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture, "reminders.db");
  g_autoptr (KeelReminderFile) reader = NULL;
  int locked[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (locked), ==, 0);
  child = fork ();
  if (child == 0)
    {
      sqlite3 *handle = NULL;

      sqlite3_open (path, &handle);
      sqlite3_exec (handle, "BEGIN IMMEDIATE; DELETE FROM rule", NULL, NULL, NULL);
      if (write (locked[1], "x", 1) == 1)
        g_usleep (400 * 1000);
      sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL);
      _exit (0);
    }
  g_assert_cmpint (read (locked[0], &byte, 1), ==, 1);
  reader = keel_reminder_file_open (fixture->folder, NULL);
  g_assert_nonnull (reader);
  g_assert_cmpint (get_stamp (reader), ==, -1);
  g_assert_cmpint (claim (fixture, 30, "a"), ==, KEEL_CLAIM_MINE);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  close (locked[0]);
  close (locked[1]);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/reminder-file/projection", test_projection);
  add ("/store/reminder-file/projection-fails", test_projection_fails);
  add ("/store/reminder-file/bad-schedule", test_bad_schedule);
  g_test_add_func ("/store/reminder-file/permissions", test_permissions);
  add ("/store/reminder-file/wake", test_wake);
  add ("/store/reminder-file/claims", test_claims);
  add ("/store/reminder-file/moved", test_moved);
  add ("/store/reminder-file/batch", test_batch);
  add ("/store/reminder-file/hand-over", test_hand_over);
  add ("/store/reminder-file/release", test_release);
  add ("/store/reminder-file/missed", test_missed);
  add ("/store/reminder-file/snooze", test_snooze);
  add ("/store/reminder-file/log-is-bounded", test_log_is_bounded);
  add ("/store/reminder-file/busy", test_busy);
  return g_test_run ();
}

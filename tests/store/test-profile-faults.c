/* What must not be lost: processes that die, write at once, or may not write at all. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "keel-test-rules.h"
#include "store/keel-profile.h"
#include "store/keel-reminder-process.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 30
#define N_WRITERS 3
#define N_SERIES 8
#define NOBODY 65534
#define UUID_LENGTH 36

static KeelClock *
make_clock (void)
{
  return KEEL_CLOCK (keel_test_clock_new ("2026-11-21T18:00:00Z", "Europe/Berlin"));
}

static KeelProfile *
open_profile (const char *data_dir)
{
  g_autoptr (KeelClock) clock = make_clock ();
  GError *error = NULL;
  KeelProfile *profile = keel_profile_open (data_dir, NULL, NULL, clock, &error);

  g_assert_no_error (error);
  return profile;
}

static KeelSeries *
follow (KeelProfile *profile, GError **error)
{
  const int lead = 30;
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelSeries) series = NULL;

  meeting->name = g_strdup ("Abends");
  schedule = keel_schedule_new (keel_local_time_new (2026, 11, 23, 19, 0), NULL, 60, "FREQ=DAILY", NULL);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  g_array_append_val (series->leads, lead);
  return keel_profile_follow_new (profile, series, error);
}

/* A fork draws the same random numbers, and with them the same UUIDs, as its parent. */
static pid_t
fork_with_own_numbers (void)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    g_random_set_seed ((guint32) getpid ());
  return child;
}

/* Follows until it is killed, and says so each time. */
static void
follow_for_ever (const char *data_dir, int acknowledge)
{
  KeelProfile *profile = open_profile (data_dir);

  for (;;)
    {
      KeelSeries *series = follow (profile, NULL);

      if (series == NULL || write (acknowledge, series->uuid, UUID_LENGTH) != UUID_LENGTH)
        _exit (1);
      g_object_unref (series);
    }
}

static void
read_acknowledged (int fd, GPtrArray *uuids)
{
  char uuid[UUID_LENGTH + 1] = { 0 };
  ssize_t length;

  while ((length = read (fd, uuid, UUID_LENGTH)) > 0)
    {
      g_assert_cmpint (length, ==, UUID_LENGTH);
      g_ptr_array_add (uuids, g_strdup (uuid));
    }
}

/* @early: perhaps while it opens the profile; else after it has followed something. */
static void
kill_while_writing (const char *data_dir, gboolean early, GPtrArray *uuids)
{
  struct pollfd written = { .events = POLLIN };
  int acknowledge[2];
  int status = 0;
  pid_t child;

  g_assert_cmpint (pipe (acknowledge), ==, 0);
  child = fork_with_own_numbers ();
  if (child == 0)
    follow_for_ever (data_dir, acknowledge[1]);
  close (acknowledge[1]);
  written.fd = acknowledge[0];
  g_assert_cmpint (poll (&written, 1, early ? 0 : -1), >=, 0);
  g_usleep (g_test_rand_int_range (0, 40000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  read_acknowledged (acknowledge[0], uuids);
  close (acknowledge[0]);
}

static guint
assert_whole (const char *data_dir)
{
  g_autoptr (KeelProfile) profile = open_profile (data_dir);
  KeelJournal *journal = keel_profile_get_journal (profile);
  KeelReminderFile *file = keel_profile_get_reminder_file (profile);
  g_autoptr (GPtrArray) all = keel_journal_get_series (journal, NULL);
  g_autoptr (GPtrArray) rules = keel_test_get_reminders (file);

  g_assert_cmpuint (rules->len, ==, all->len);
  g_assert_cmpint (keel_reminder_file_get_stamp (file, NULL), ==,
                   keel_journal_get_change_counter (journal, NULL));
  g_assert_cmpint (keel_journal_get_change_counter (journal, NULL), ==, all->len);
  return all->len;
}

static void
test_killed (void)
{
  g_autofree char *data_dir = keel_test_folder_make ();
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KeelProfile) profile = NULL;
  guint kept = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      kill_while_writing (data_dir, i % 3 == 0, uuids);
      kept = assert_whole (data_dir);
      g_assert_cmpuint (kept, >=, uuids->len);
      g_assert_cmpuint (kept, <=, uuids->len + i + 1);
    }
  g_test_message ("%u acknowledged, %u kept", uuids->len, kept);
  g_assert_cmpuint (uuids->len, >=, N_KILLS * 2 / 3);
  profile = open_profile (data_dir);
  for (guint i = 0; i < uuids->len; i++)
    {
      g_autoptr (KeelSeries) series = NULL;

      series = keel_journal_find_series (keel_profile_get_journal (profile), uuids->pdata[i], NULL);
      g_assert_nonnull (series);
    }
  g_clear_object (&profile);
  keel_test_folder_remove (data_dir);
}

static void
await (const pid_t *children)
{
  for (guint i = 0; i < N_WRITERS; i++)
    {
      int status = 0;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }
}

/* Whoever projects last has what all wrote. */
static void
test_at_once (void)
{
  g_autofree char *data_dir = keel_test_folder_make ();
  g_autoptr (KeelProfile) profile = NULL;
  pid_t children[N_WRITERS];

  for (guint i = 0; i < N_WRITERS; i++)
    {
      children[i] = fork_with_own_numbers ();
      if (children[i] == 0)
        {
          KeelProfile *own = open_profile (data_dir);

          for (guint j = 0; j < N_SERIES; j++)
            if (follow (own, NULL) == NULL)
              _exit (1);
          _exit (0);
        }
    }
  await (children);
  g_assert_cmpuint (assert_whole (data_dir), ==, N_WRITERS * N_SERIES);
  keel_test_folder_remove (data_dir);
}

static KeelLocalTime
get_date (guint place)
{
  return keel_local_time_new (2026, 11, 23, 19, 0) + (gint64) place * KEEL_MINUTES_PER_DAY;
}

/* Calls off dates of its own and says of the day after each that it was there; FALSE on any failure. */
static gboolean
change_dates (KeelProfile *profile, const char *uuid, guint writer)
{
  for (guint i = 0; i < N_SERIES; i++)
    {
      guint place = 2 * (i * N_WRITERS + writer);
      KeelLocalTime next = get_date (place + 1);
      g_autoptr (KeelSeries) before = keel_profile_cancel_date (profile, uuid, get_date (place), NULL);
      g_autoptr (KeelAttendance) went = keel_attendance_new (uuid, next, next * 60, KEEL_ATTENDANCE_WENT);

      if (before == NULL || !keel_profile_set_attendance (profile, went, NULL, NULL))
        return FALSE;
    }
  return TRUE;
}

/* Each reads, changes and writes the same schedule: no change of another goes lost, and what keel-reminders
 * goes by is what is in the journal, whoever only moved the stamp. */
static void
test_dates_at_once (void)
{
  const guint n_changes = N_WRITERS * N_SERIES;
  g_autofree char *data_dir = keel_test_folder_make ();
  g_autoptr (KeelProfile) profile = open_profile (data_dir);
  g_autoptr (KeelSeries) series = follow (profile, NULL);
  g_autoptr (KeelSeries) changed = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) attended = NULL;
  g_autoptr (GArray) cancelled = g_array_new (FALSE, FALSE, sizeof (KeelLocalTime));
  KeelJournal *journal;
  KeelReminderFile *file;
  pid_t children[N_WRITERS];

  /* SQLite's connections must not go through a fork. */
  g_clear_object (&profile);
  for (guint i = 0; i < N_WRITERS; i++)
    {
      children[i] = fork_with_own_numbers ();
      if (children[i] == 0)
        _exit (change_dates (open_profile (data_dir), series->uuid, i) ? 0 : 1);
    }
  await (children);

  profile = open_profile (data_dir);
  journal = keel_profile_get_journal (profile);
  file = keel_profile_get_reminder_file (profile);
  changed = keel_journal_find_series (journal, series->uuid, NULL);
  keel_schedule_get_cancelled (changed->schedule, get_date (0), get_date (2 * n_changes), cancelled);
  g_assert_cmpuint (cancelled->len, ==, n_changes);
  attended = keel_journal_get_attendance_of (journal, series->uuid, NULL);
  g_assert_cmpuint (attended->len, ==, n_changes);
  g_assert_cmpint (keel_journal_get_change_counter (journal, NULL), ==, 1 + 2 * n_changes);
  rules = keel_test_get_reminders (file);
  g_assert_cmpuint (rules->len, ==, 1);
  g_assert_true (keel_schedule_equal (((KeelReminderRule *) rules->pdata[0])->schedule, changed->schedule));
  g_assert_cmpint (keel_reminder_file_get_stamp (file, NULL), ==,
                   keel_journal_get_change_counter (journal, NULL));
  g_clear_object (&profile);
  keel_test_folder_remove (data_dir);
}

/* root may write anywhere; leak checking traces the process, which a change of user forbids. */
static void
become_nobody (void)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (setgroups (0, NULL), ==, 0);
  g_assert_cmpint (setresgid (NOBODY, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (prctl (PR_SET_DUMPABLE, 1), ==, 0);
}

static void
assert_read_only (const char *data_dir, const char *what)
{
  g_autoptr (KeelClock) clock = make_clock ();
  g_autoptr (GError) error = NULL;

  g_assert_null (keel_profile_open (data_dir, NULL, NULL, clock, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, what));
}

static void
test_read_only (void)
{
  g_autofree char *data_dir = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *empty = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  become_nobody ();
  data_dir = keel_test_folder_make ();
  empty = keel_test_folder_make ();
  g_object_unref (open_profile (data_dir));
  folder = keel_data_dir_get_profile (data_dir, "default");
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  assert_read_only (data_dir, folder);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  keel_test_folder_remove (data_dir);

  g_assert_cmpint (g_chmod (empty, 0500), ==, 0);
  assert_read_only (empty, empty);
  keel_test_folder_remove (empty);
}

static void
test_not_a_folder (void)
{
  g_autofree char *folder = keel_test_folder_make ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "data", NULL);
  const char *data_dirs[] = { file, below };
  g_autoptr (KeelClock) clock = make_clock ();

  g_assert_true (g_file_set_contents (file, "mine", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (data_dirs); i++)
    {
      g_autoptr (GError) error = NULL;
      KeelReminderStatus status;

      g_assert_null (keel_profile_open (data_dirs[i], NULL, NULL, clock, &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOLDER);
      g_clear_error (&error);
      g_assert_false (keel_reminder_process_get_status (data_dirs[i], &status, &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOLDER);
    }
  keel_test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/profile/killed", test_killed);
  g_test_add_func ("/store/profile/at-once", test_at_once);
  g_test_add_func ("/store/profile/dates-at-once", test_dates_at_once);
  g_test_add_func ("/store/profile/read-only", test_read_only);
  g_test_add_func ("/store/profile/not-a-folder", test_not_a_folder);
  return g_test_run ();
}

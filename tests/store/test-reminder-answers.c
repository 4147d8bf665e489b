/* Answers given on notifications: letters that wait in reminders.db until the profile is open. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-profile-reminders.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_OPENERS 4
#define N_LETTERS 40
#define N_KILLS 40

typedef struct
{
  char *data_dir;
  char *folder;
  KeelTestClock *clock;
  KeelProfile *profile;
  KeelReminderFile *file; /* as keel-reminders has it */
  char *series;
} Fixture;

/* 19:00 of a day in Berlin, and when that is. */
#define OCCURRENCE (keel_local_time_new (2026, 11, 24, 19, 0))
#define START G_GINT64_CONSTANT (1795543200)

static void
open_profile (Fixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->profile);
  fixture->profile = keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
follow (Fixture *fixture)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) added = NULL;

  meeting->name = g_strdup ("Lantern");
  schedule = keel_schedule_new (OCCURRENCE, "Europe/Berlin", 60, "FREQ=DAILY", NULL);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  added = keel_profile_follow_new (fixture->profile, series, NULL);
  fixture->series = g_strdup (added->uuid);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  fixture->data_dir = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-24T18:00:00Z", "Europe/Berlin");
  open_profile (fixture);
  fixture->folder = g_strdup (keel_profile_get_folder (fixture->profile));
  fixture->file = keel_reminder_file_open (fixture->folder, &error);
  g_assert_no_error (error);
  follow (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->profile);
  g_clear_object (&fixture->file);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->series);
  g_free (fixture->folder);
  g_free (fixture->data_dir);
}

static gboolean
try_put (Fixture *fixture, const char *series, KeelLocalTime occurrence, KeelReply reply, gint64 at,
         GError **error)
{
  const KeelReminderAnswer answer = {
    .series = (char *) series,
    .occurrence = occurrence,
    .start = START,
    .reply = reply,
    .at = at,
  };

  return keel_reminder_file_put_answer (fixture->file, &answer, error);
}

static void
put (Fixture *fixture, KeelReply reply, gint64 at)
{
  GError *error = NULL;

  g_assert_true (try_put (fixture, fixture->series, OCCURRENCE, reply, at, &error));
  g_assert_no_error (error);
}

/* How many changed something. */
static guint
take (Fixture *fixture)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_answer_free);
  GError *error = NULL;

  g_assert_true (keel_profile_take_answers (fixture->profile, taken, &error));
  g_assert_no_error (error);
  return taken->len;
}

static guint
count_letters (Fixture *fixture)
{
  g_autoptr (GPtrArray) answers = keel_reminder_file_get_answers (fixture->file, NULL);

  return answers->len;
}

static gboolean
is_settled (Fixture *fixture)
{
  gboolean settled = FALSE;

  g_assert_true (keel_reminder_file_is_settled (fixture->file, fixture->series, OCCURRENCE, &settled, NULL));
  return settled;
}

/* "went", with the note behind it, or "nothing"; and "going" where that is meant. */
static char *
describe (Fixture *fixture)
{
  KeelJournal *journal = keel_profile_get_journal (fixture->profile);
  g_autoptr (KeelAttendance) attendance = keel_journal_find_attendance (journal, fixture->series, OCCURRENCE,
                                                                        NULL);
  g_autoptr (GPtrArray) going = keel_profile_get_going (fixture->profile, 0, NULL);

  if (attendance != NULL)
    g_assert_cmpint (attendance->start, ==, START);
  return g_strdup_printf ("%s%s%s%s",
                          attendance != NULL ? keel_attendance_words[attendance->state] : "nothing",
                          attendance != NULL && attendance->note != NULL ? " " : "",
                          attendance != NULL && attendance->note != NULL ? attendance->note : "",
                          going->len > 0 ? ", going" : "");
}

static void
assert_known (Fixture *fixture, const char *expected)
{
  g_autofree char *described = describe (fixture);

  g_assert_cmpstr (described, ==, expected);
}

static void
attend (Fixture *fixture, KeelAttendanceState state, const char *note)
{
  g_autoptr (KeelAttendance) attendance = keel_attendance_new (fixture->series, OCCURRENCE, START, state);

  attendance->note = g_strdup (note);
  g_assert_true (keel_profile_set_attendance (fixture->profile, attendance, NULL, NULL));
}

/* what was answered, one after the other: what is known then, and how many said something new */
static void
test_replies (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    KeelReply replies[3];
    guint n_replies;
    gboolean settled;
    const char *known;
  } cases[] = {
    { { KEEL_REPLY_GOING }, 1, FALSE, "nothing, going" },
    { { KEEL_REPLY_NOT }, 1, TRUE, "not" },
    { { KEEL_REPLY_WENT }, 1, TRUE, "went" },
    { { KEEL_REPLY_GOING, KEEL_REPLY_NOT }, 2, TRUE, "not" },
    { { KEEL_REPLY_GOING, KEEL_REPLY_WENT }, 2, TRUE, "went, going" },
    { { KEEL_REPLY_NOT, KEEL_REPLY_WENT }, 2, TRUE, "went" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      for (guint j = 0; j < cases[i].n_replies; j++)
        {
          keel_test_clock_step (fixture->clock, 60);
          put (fixture, cases[i].replies[j], keel_clock_get_now (KEEL_CLOCK (fixture->clock)) + 30);
          keel_test_clock_step (fixture->clock, 60);
          if (j == 0)
            assert_known (fixture, "nothing");
          g_assert_cmpuint (count_letters (fixture), ==, 1);
          g_assert_cmpint (is_settled (fixture), ==, cases[i].replies[j] != KEEL_REPLY_GOING);
          g_assert_cmpuint (take (fixture), ==, 1);
          g_assert_cmpuint (count_letters (fixture), ==, 0);
        }
      assert_known (fixture, cases[i].known);
      g_assert_cmpint (is_settled (fixture), ==, cases[i].settled);
      keel_profile_delete_attendance (fixture->profile, fixture->series, OCCURRENCE, NULL);
      keel_profile_set_going (fixture->profile, fixture->series, OCCURRENCE, START, FALSE, NULL);
    }
}

/* The same before any of them was taken; opening the profile is what takes them. */
static void
test_opened (Fixture *fixture, gconstpointer data)
{
  gint64 now = keel_clock_get_now (KEEL_CLOCK (fixture->clock));
  g_autofree char *answers = g_build_filename (fixture->folder, "answers", NULL);

  g_assert_false (g_file_test (answers, G_FILE_TEST_EXISTS));
  put (fixture, KEEL_REPLY_GOING, now);
  g_assert_true (g_file_test (answers, G_FILE_TEST_EXISTS));
  put (fixture, KEEL_REPLY_NOT, now + 1);
  put (fixture, KEEL_REPLY_WENT, now + 2);
  g_assert_true (keel_profile_project (fixture->profile, NULL));
  g_assert_true (is_settled (fixture)); /* whatever is projected meanwhile */
  keel_test_clock_step (fixture->clock, 3600);
  open_profile (fixture);
  g_assert_cmpuint (count_letters (fixture), ==, 0);
  g_assert_true (is_settled (fixture));
  g_assert_cmpuint (take (fixture), ==, 0);
  assert_known (fixture, "went"); /* the last word counts, although all were taken at one time */
}

/* An answer before, at and after what the person wrote an hour ago. */
static void
test_own_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    KeelReply reply;
    gint64 later;
    gboolean taken_back; /* the person wrote, and took it back */
    const char *known;
  } cases[] = {
    { KEEL_REPLY_NOT, -1, FALSE, "went by bus" }, { KEEL_REPLY_NOT, 0, FALSE, "went by bus" },
    { KEEL_REPLY_NOT, 1, FALSE, "not by bus" },   { KEEL_REPLY_WENT, -1, TRUE, "nothing" },
    { KEEL_REPLY_WENT, 1, TRUE, "went" },         { KEEL_REPLY_GOING, -1, FALSE, "went by bus" },
    { KEEL_REPLY_GOING, -1, TRUE, "nothing" },    { KEEL_REPLY_GOING, 1, TRUE, "nothing, going" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 written = keel_clock_get_now (KEEL_CLOCK (fixture->clock));

      g_test_message ("case %u", i);
      attend (fixture, KEEL_ATTENDANCE_WENT, "by bus");
      if (cases[i].taken_back)
        g_assert_true (keel_profile_delete_attendance (fixture->profile, fixture->series, OCCURRENCE, NULL));
      put (fixture, cases[i].reply, written + cases[i].later);
      keel_test_clock_step (fixture->clock, 3600);
      g_assert_cmpuint (take (fixture), ==, cases[i].later > 0 ? 1 : 0);
      g_assert_cmpuint (count_letters (fixture), ==, 0);
      assert_known (fixture, cases[i].known);
      keel_profile_delete_attendance (fixture->profile, fixture->series, OCCURRENCE, NULL);
      keel_profile_set_going (fixture->profile, fixture->series, OCCURRENCE, START, FALSE, NULL);
      keel_test_clock_step (fixture->clock, 3600);
    }
}

static void
test_own_wish (Fixture *fixture, gconstpointer data)
{
  gint64 now = keel_clock_get_now (KEEL_CLOCK (fixture->clock));

  keel_profile_set_going (fixture->profile, fixture->series, OCCURRENCE, START, TRUE, NULL);
  keel_profile_set_going (fixture->profile, fixture->series, OCCURRENCE, START, FALSE, NULL);
  put (fixture, KEEL_REPLY_GOING, now - 5);
  g_assert_cmpuint (take (fixture), ==, 0);
  assert_known (fixture, "nothing");
}

/* A journal of before the meeting was followed has nothing to hang it on: it does not stay for ever. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  gint64 counter = keel_journal_get_change_counter (keel_profile_get_journal (fixture->profile), NULL);

  g_assert_true (try_put (fixture, "gone", OCCURRENCE, KEEL_REPLY_WENT, START, NULL));
  g_assert_cmpuint (take (fixture), ==, 0);
  g_assert_cmpuint (count_letters (fixture), ==, 0);
  g_assert_cmpint (keel_reminder_file_get_stamp (fixture->file, NULL), ==, counter + 1);
}

static void
execute (Fixture *fixture, const char *name, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* Whoever died between the journal and the letters finds them again; by now the clock was set back, so that
 * the times say nothing, and the person has taken it back. */
static void
test_taken_twice (Fixture *fixture, gconstpointer data)
{
  put (fixture, KEEL_REPLY_WENT, START);
  execute (fixture, "reminders.db", "CREATE TABLE kept AS SELECT * FROM answer");
  keel_test_clock_set (fixture->clock, "2026-11-20T18:00:00Z");
  g_assert_cmpuint (take (fixture), ==, 1);
  keel_profile_delete_attendance (fixture->profile, fixture->series, OCCURRENCE, NULL);
  execute (fixture, "reminders.db", "INSERT INTO answer SELECT * FROM kept; DROP TABLE kept");
  g_assert_cmpuint (count_letters (fixture), ==, 1);
  g_assert_cmpuint (take (fixture), ==, 0);
  g_assert_cmpuint (count_letters (fixture), ==, 0);
  assert_known (fixture, "nothing");
}

/* Nobody is kept out of the profile for it, and it is not lost. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  put (fixture, KEEL_REPLY_NOT, START);
  g_clear_object (&fixture->profile);
  execute (fixture, "journal.db",
           "CREATE TRIGGER refuse BEFORE INSERT ON letter BEGIN SELECT raise (FAIL, 'no'); END");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*answered on notifications*");
  open_profile (fixture);
  g_test_assert_expected_messages ();
  assert_known (fixture, "nothing");
  g_assert_cmpuint (count_letters (fixture), ==, 1);
  g_assert_true (is_settled (fixture));
  g_clear_object (&fixture->profile);
  execute (fixture, "journal.db", "DROP TRIGGER refuse");
  open_profile (fixture);
  assert_known (fixture, "not");
}

/* Takes what there is as often as it takes until there is nothing; its status is how many it got. */
static void
take_in_child (Fixture *fixture, int ready, int start)
{
  guint count = 0;
  char byte;

  g_random_set_seed ((guint32) getpid ());
  fixture->file = keel_reminder_file_open (fixture->folder, NULL);
  open_profile (fixture);
  if (write (ready, "+", 1) != 1 || read (start, &byte, 1) != 0)
    _exit (255);
  for (guint i = 0; i < 200 && count_letters (fixture) > 0; i++)
    count += take (fixture);
  _exit ((int) count);
}

/* Each letter is an occurrence of its own, so that what was taken twice would show. */
static void
test_many_openers (Fixture *fixture, gconstpointer data)
{
  KeelJournal *journal = keel_profile_get_journal (fixture->profile);
  g_autoptr (GPtrArray) attended = NULL;
  pid_t children[N_OPENERS];
  guint total = 0;
  int ready[2];
  int start[2];
  char byte;

  g_clear_object (&fixture->file);
  g_clear_object (&fixture->profile);
  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (start), ==, 0);
  for (guint i = 0; i < N_OPENERS; i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        {
          close (start[1]);
          take_in_child (fixture, ready[1], start[0]);
        }
      g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
    }
  close (start[0]);
  close (ready[0]);
  close (ready[1]);
  fixture->file = keel_reminder_file_open (fixture->folder, NULL);
  for (guint i = 0; i < N_LETTERS; i++)
    g_assert_true (try_put (fixture, fixture->series, OCCURRENCE + 1440 * i, KEEL_REPLY_WENT, START, NULL));
  close (start[1]);
  for (guint i = 0; i < N_OPENERS; i++)
    {
      int status = 0;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status));
      total += (guint) WEXITSTATUS (status);
    }
  open_profile (fixture);
  g_assert_cmpuint (count_letters (fixture), ==, 0);
  g_assert_cmpuint (total, ==, N_LETTERS);
  journal = keel_profile_get_journal (fixture->profile);
  attended = keel_journal_get_attendance (journal, 0, G_MAXINT64, NULL);
  g_assert_cmpuint (attended->len, ==, N_LETTERS);
  g_assert_cmpint (keel_reminder_file_get_stamp (fixture->file, NULL), ==,
                   keel_journal_get_change_counter (journal, NULL));
}

static void
take_until_killed (Fixture *fixture, int ready)
{
  fixture->file = keel_reminder_file_open (fixture->folder, NULL);
  open_profile (fixture);
  if (write (ready, "+", 1) != 1)
    _exit (255);
  for (;;)
    take (fixture);
}

/* A child that waits for the letter and is killed soon after it came. */
static void
kill_while_taking (Fixture *fixture, KeelLocalTime occurrence)
{
  int ready[2];
  int status;
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    take_until_killed (fixture, ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  /* Later than all that the person does here, so that time alone would let it in again. */
  g_assert_true (try_put (fixture, fixture->series, occurrence, KEEL_REPLY_WENT, START + 86400, NULL));
  g_usleep (g_test_rand_int_range (0, 20000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  close (ready[0]);
  close (ready[1]);
}

/* Killed anywhere on the way: each letter comes over all the same. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) attended = NULL;
  guint waiting = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_clear_object (&fixture->profile);
      kill_while_taking (fixture, OCCURRENCE + 1440 * i);
      waiting += count_letters (fixture);
      open_profile (fixture);
      if (i + 1 < N_KILLS)
        g_assert_true (
            keel_profile_delete_attendance (fixture->profile, fixture->series, OCCURRENCE + 1440 * i, NULL));
    }
  g_test_message ("%u of %u letters waited for the next one", waiting, N_KILLS);
  g_assert_cmpuint (count_letters (fixture), ==, 0);
  attended = keel_journal_get_attendance (keel_profile_get_journal (fixture->profile), 0, G_MAXINT64, NULL);
  g_assert_cmpuint (attended->len, ==, 1); /* the last one */
}

/* A disk that is full refuses the letter, and all that was there is whole; later it takes it. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  struct rlimit before;
  struct rlimit full;
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);
  gboolean refused = FALSE;
  g_autofree char *path = g_build_filename (fixture->folder, "reminders.db", NULL);
  GStatBuf info;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  full = before;
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  full.rlim_cur = (rlim_t) info.st_size + 12 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  for (guint i = 0; i < 1000 && !refused; i++)
    {
      g_autoptr (GError) error = NULL;
      guint letters = count_letters (fixture);

      refused = !try_put (fixture, fixture->series, OCCURRENCE + 1440 * i, KEEL_REPLY_WENT, START, &error);
      g_assert_cmpuint (count_letters (fixture), ==, refused ? letters : letters + 1);
      g_assert_true (refused == (error != NULL));
    }
  g_assert_true (refused);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, handler);
  g_assert_true (try_put (fixture, fixture->series, OCCURRENCE - 1440, KEEL_REPLY_NOT, START, NULL));
  g_assert_cmpuint (take (fixture), >, 1);
  g_assert_cmpuint (count_letters (fixture), ==, 0);
}

static KeelClaim
claim (Fixture *fixture, const char *holder)
{
  const KeelReminderKey key = { fixture->series, OCCURRENCE, OCCURRENCE, 30 };
  GError *error = NULL;
  KeelClaim claim = KEEL_CLAIM_MINE;

  g_assert_true (
      keel_reminder_file_claim (fixture->file, &key, 1, holder, START * G_USEC_PER_SEC, &claim, &error));
  g_assert_no_error (error);
  return claim;
}

/* A journal from a backup: its reminders are projected anew, and none of those that were shown comes again.
 */
static void
test_older_journal (Fixture *fixture, gconstpointer data)
{
  const KeelReminderEvent shown = {
    .series = fixture->series,
    .occurrence = OCCURRENCE,
    .start = OCCURRENCE,
    .lead = 30,
    .due = START,
    .at = START * G_USEC_PER_SEC,
    .shown = START * G_USEC_PER_SEC,
    .outcome = KEEL_OUTCOME_SHOWN,
  };
  g_autofree char *path = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autofree char *journal = NULL;
  gsize length;

  g_clear_object (&fixture->profile);
  g_assert_true (g_file_get_contents (path, &journal, &length, NULL));
  open_profile (fixture);
  g_assert_cmpint (claim (fixture, "first"), ==, KEEL_CLAIM_MINE);
  g_assert_true (keel_reminder_file_confirm (fixture->file, &shown, 1, NULL));
  put (fixture, KEEL_REPLY_WENT, START);
  g_assert_cmpuint (take (fixture), ==, 1);
  put (fixture, KEEL_REPLY_NOT, START + 3600 * 24); /* waits on */

  g_clear_object (&fixture->profile);
  g_assert_true (g_file_set_contents (path, journal, (gssize) length, NULL));
  keel_test_clock_step (fixture->clock, 3600 * 48);
  open_profile (fixture);
  g_assert_cmpint (claim (fixture, "second"), ==, KEEL_CLAIM_TAKEN);
  g_assert_cmpint (keel_reminder_file_get_stamp (fixture->file, NULL), ==,
                   keel_journal_get_change_counter (keel_profile_get_journal (fixture->profile), NULL));
  assert_known (fixture, "not");
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/reminder-answers/replies", test_replies);
  add_test ("/store/reminder-answers/opened", test_opened);
  add_test ("/store/reminder-answers/own-words", test_own_words);
  add_test ("/store/reminder-answers/own-wish", test_own_wish);
  add_test ("/store/reminder-answers/unknown", test_unknown);
  add_test ("/store/reminder-answers/taken-twice", test_taken_twice);
  add_test ("/store/reminder-answers/refused", test_refused);
  add_test ("/store/reminder-answers/many-openers", test_many_openers);
  add_test ("/store/reminder-answers/killed", test_killed);
  add_test ("/store/reminder-answers/full-disk", test_full_disk);
  add_test ("/store/reminder-answers/older-journal", test_older_journal);
  return g_test_run ();
}

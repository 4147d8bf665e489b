/* A reminders.db that cannot be used, or not be written to: nobody is kept out for it, and nothing is lost.
 */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-profile-reminders.h"
#include "store/keel-profile.h"
#include "store/keel-protection.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#define BYTES 8192

typedef struct
{
  char *data_dir;
  char *folder;
  char *path;
  KeelTestClock *clock;
} Fixture;

static KeelProfile *
open_profile (Fixture *fixture)
{
  GError *error = NULL;
  KeelProfile *profile = keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock),
                                            &error);

  g_assert_no_error (error);
  return profile;
}

static void
follow (KeelProfile *profile, const char *name)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) added = NULL;
  g_autoptr (GError) error = NULL;
  const int lead = 5;
  KeelLocalTime start = 0;

  g_assert_true (keel_local_time_parse ("2026-12-01T19:00", &start));
  schedule = keel_schedule_new (start, "Europe/Berlin", 60, "FREQ=WEEKLY", NULL);
  meeting->name = g_strdup (name);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  series->style = (KeelReminderStyle){ .text = KEEL_REMINDER_NAME };
  g_array_append_val (series->leads, lead);
  added = keel_profile_follow_new (profile, series, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProfile) profile = NULL;

  fixture->data_dir = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-24T18:00:00Z", "Europe/Berlin");
  profile = open_profile (fixture);
  follow (profile, "Lantern");
  fixture->folder = g_strdup (keel_profile_get_folder (profile));
  fixture->path = g_build_filename (fixture->folder, "reminders.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
execute (Fixture *fixture, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* How many meetings there is a rule for, and whether all is as the journal has it. */
static void
assert_rules (KeelProfile *profile, guint expected)
{
  KeelReminderFile *file = keel_profile_get_reminder_file (profile);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = keel_reminder_file_get_rules (file, &error);
  const GError *reason = NULL;
  guint found = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < rules->len; i++)
    found += ((KeelReminderRule *) rules->pdata[i])->lead == 5;
  g_assert_cmpuint (found, ==, expected);
  g_assert_false (keel_profile_is_behind (profile, &reason));
  g_assert_null (reason);
  g_assert_cmpint (keel_reminder_file_get_stamp (file, NULL), ==,
                   keel_journal_get_change_counter (keel_profile_get_journal (profile), NULL));
}

static char *
get_broken (Fixture *fixture, int number)
{
  return g_strdup_printf ("%s.broken-%d", fixture->path, number);
}

static gboolean
is_there (Fixture *fixture, int number)
{
  g_autofree char *broken = get_broken (fixture, number);

  return g_file_test (broken, G_FILE_TEST_EXISTS);
}

static void
ignore_warnings (void)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
}

static void
harm_head (Fixture *fixture)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  memset (text, 0, MIN (length, 4096));
  g_assert_true (g_file_set_contents (fixture->path, text, (gssize) length, NULL));
}

/* The first page stays: it can be opened. */
static void
harm_pages (Fixture *fixture)
{
  g_autofree char *text = NULL;
  gsize length;

  execute (fixture, "DELETE FROM projection"); /* so that there is something to write */
  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  g_assert_cmpuint (length, >, BYTES);
  memset (text + 4096, 0xa5, length - 4096);
  g_assert_true (g_file_set_contents (fixture->path, text, (gssize) length, NULL));
}

static void
harm_owner (Fixture *fixture)
{
  execute (fixture, "PRAGMA application_id = 7");
}

static void
harm_kind (Fixture *fixture)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
}

static gint64
get_changed_at (Fixture *fixture)
{
  g_autofree char *wake = g_build_filename (fixture->folder, "wake", NULL);
  struct stat info;

  g_assert_cmpint (stat (wake, &info), ==, 0);
  return (gint64) info.st_mtim.tv_sec * G_USEC_PER_SEC + info.st_mtim.tv_nsec / 1000;
}

typedef void (*Harm) (Fixture *fixture);
static const struct
{
  const char *name;
  Harm harm;
} harms[] = { { "head", harm_head },
              { "pages", harm_pages },
              { "owner", harm_owner },
              { "kind", harm_kind } };

/* Twice, so that the second does not take the place of the first. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  const Harm harm = harms[GPOINTER_TO_UINT (data)].harm;

  ignore_warnings ();
  for (int round = 1; round <= 2; round++)
    {
      g_autoptr (KeelProfile) profile = NULL;
      gint64 before = get_changed_at (fixture);

      harm (fixture);
      g_usleep (20 * 1000);
      profile = open_profile (fixture);
      assert_rules (profile, 1);
      g_assert_true (is_there (fixture, round));
      g_assert_false (is_there (fixture, round + 1));
      g_assert_cmpint (get_changed_at (fixture), >, before); /* keel-reminders looks again */
    }
}

/* Found at a change, while another has the profile open as well, which goes on with the new file. */
static void
test_damaged_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProfile) profile = open_profile (fixture);
  g_autoptr (KeelProfile) other = open_profile (fixture);

  ignore_warnings ();
  assert_rules (other, 1);
  harm_pages (fixture);
  follow (profile, "Harbour");
  g_assert_true (is_there (fixture, 1));
  assert_rules (profile, 2);
  assert_rules (other, 2);
  follow (other, "Quay");
  g_assert_false (is_there (fixture, 2));
  assert_rules (other, 3);
  assert_rules (profile, 3);
}

/* What was to be taken back in the old file is not taken back in the new one. */
static void
test_journal_goes_along (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *broken = g_strconcat (fixture->path, ".broken-1-journal", NULL);
  g_autoptr (KeelProfile) profile = NULL;

  ignore_warnings ();
  harm_kind (fixture);
  g_assert_true (g_file_set_contents (journal, "old", -1, NULL));
  profile = open_profile (fixture);
  assert_rules (profile, 1);
  g_assert_true (g_file_test (broken, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
assert_behind (KeelProfile *profile)
{
  const GError *reason = NULL;

  g_assert_true (keel_profile_is_behind (profile, &reason));
  g_assert_nonnull (strstr (reason->message, "no room"));
  g_assert_true (keel_profile_is_behind (profile, NULL));
}

static void
test_behind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProfile) profile = NULL;

  ignore_warnings ();
  execute (fixture, "DELETE FROM projection;"
                    "CREATE TRIGGER full BEFORE INSERT ON rule BEGIN SELECT raise (ABORT, 'no room'); END");
  profile = open_profile (fixture);
  assert_behind (profile);
  follow (profile, "Harbour"); /* saved all the same */
  assert_behind (profile);
  g_assert_false (is_there (fixture, 1));
  execute (fixture, "DROP TRIGGER full");
  assert_behind (profile);
  g_assert_true (keel_profile_project (profile, NULL));
  assert_rules (profile, 2);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  execute (fixture, "PRAGMA user_version = 9999");
  g_assert_null (keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_false (is_there (fixture, 1));
}

static guint
count_name (Fixture *fixture)
{
  g_autoptr (GDir) entries = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint count = 0;

  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length = 0;

      if (g_file_get_contents (path, &text, &length, NULL) && memmem (text, length, "Lantern", 7) != NULL)
        count++;
    }
  return count;
}

/* Names stand in what was moved aside, too. */
static void
test_protected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  ignore_warnings ();
  harm_head (fixture);
  g_object_unref (open_profile (fixture));
  harm_owner (fixture);
  g_assert_true (is_there (fixture, 1));
  g_assert_cmpuint (count_name (fixture), >, 1);
  code = keel_protection_turn_on (fixture->folder, "correct horse", keel_key_cost_lowest, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_name (fixture), ==, 0);
  g_assert_false (is_there (fixture, 1));
}

static void
add_test (const char *name, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/reminder-repair/", name, NULL);

  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      g_autofree char *name = g_strconcat ("damaged/", harms[i].name, NULL);

      add_test (name, GUINT_TO_POINTER (i), test_damaged);
    }
  add_test ("damaged-meanwhile", NULL, test_damaged_meanwhile);
  add_test ("journal-goes-along", NULL, test_journal_goes_along);
  add_test ("behind", NULL, test_behind);
  add_test ("newer", NULL, test_newer);
  add_test ("protected", NULL, test_protected);
  return g_test_run ();
}

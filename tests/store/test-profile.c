/* KeelProfile: a person's folder, following, and what reaches reminders.db. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "keel-test-rules.h"
#include "store/keel-profile.h"
#include "store/keel-profiles.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#define ONLINE                                                                                               \
  "{\"slug\":\"online\",\"name\":\"Late Room\",\"day\":5,\"time\":\"21:00\",\"end_time\":\"22:00\","         \
  "\"timezone\":\"America/New_York\",\"conference_url\":\"https://example.org/j/7\",\"types\":[\"O\"]}"
#define PLACE                                                                                                \
  "{\"slug\":\"place\",\"name\":\"Harbour Hall\",\"day\":6,\"time\":\"09:00\",\"end_time\":\"10:30\","       \
  "\"location\":\"Hall\",\"formatted_address\":\"1 Quay\"}"
#define APPOINTMENT "{\"slug\":\"desk\",\"name\":\"By Arrangement\",\"formatted_address\":\"2 Quay\"}"

typedef struct
{
  char *data_dir;
  KeelTestClock *clock;
  KeelProfile *profile;
} Fixture;

static void
open_profile (Fixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->profile);
  fixture->profile = keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->data_dir = keel_test_folder_make ();
  /* A Saturday; still Friday evening in New York. */
  fixture->clock = keel_test_clock_new ("2026-11-21T02:00:00Z", "Europe/Berlin");
  open_profile (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->profile != NULL)
    g_assert_finalize_object (fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
}

static char *
get_path (Fixture *fixture, const char *name)
{
  return g_build_filename (keel_profile_get_folder (fixture->profile), name, NULL);
}

/* Imports @rows as the list "Harbour"; returns what vanished. */
static GPtrArray *
import (Fixture *fixture, const char *rows)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "harbour.json", NULL);
  g_autofree char *text = g_strdup_printf ("[%s]", rows);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const KeelImportOptions options = {
    .list = "Harbour",
    .now = keel_clock_get_now (KEEL_CLOCK (fixture->clock)),
  };
  g_autoptr (KeelImportReport) report = NULL;
  GPtrArray *vanished = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  report = keel_profile_import (fixture->profile, file, &options, NULL, NULL, vanished, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
  return vanished;
}

static void
import_all (Fixture *fixture)
{
  g_autoptr (GPtrArray) vanished = import (fixture, ONLINE "," PLACE "," APPOINTMENT);

  g_assert_cmpuint (vanished->len, ==, 0);
}

static KeelSeries *
follow (Fixture *fixture, const char *slug, int lead)
{
  g_autofree char *id = keel_directory_make_id ("Harbour", slug);
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (int));
  GError *error = NULL;
  KeelSeries *series;

  if (lead >= 0)
    g_array_append_val (leads, lead);
  series = keel_profile_follow (fixture->profile, id, lead >= 0 ? leads : NULL, &error);
  g_assert_no_error (error);
  return series;
}

static KeelSeries *
make_own (const char *name)
{
  const int lead = 30;
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = NULL;
  KeelSeries *series;

  meeting->name = g_strdup (name);
  schedule = keel_schedule_new (keel_local_time_new (2026, 11, 23, 19, 0), NULL, 60, "FREQ=DAILY", NULL);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  g_array_append_val (series->leads, lead);
  return series;
}

static GPtrArray *
get_rules (Fixture *fixture)
{
  return keel_test_get_reminders (keel_profile_get_reminder_file (fixture->profile));
}

/* reminders.db is what the journal says. */
static void
assert_projected (Fixture *fixture, guint n_rules)
{
  KeelJournal *journal = keel_profile_get_journal (fixture->profile);
  KeelReminderFile *file = keel_profile_get_reminder_file (fixture->profile);
  g_autoptr (GPtrArray) rules = get_rules (fixture);

  g_assert_cmpuint (rules->len, ==, n_rules);
  g_assert_cmpint (keel_reminder_file_get_stamp (file, NULL), ==,
                   keel_journal_get_change_counter (journal, NULL));
}

static guint
count_series (Fixture *fixture)
{
  g_autoptr (GPtrArray) all = keel_journal_get_series (keel_profile_get_journal (fixture->profile), NULL);

  return all->len;
}

static void
execute (Fixture *fixture, const char *name, const char *sql)
{
  g_autofree char *path = get_path (fixture, name);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
assert_mode (const char *path, mode_t mode)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, mode);
}

static void
check_modes (mode_t mask)
{
  static const char *const names[] = { "profile.ini", "directory.db", "journal.db", "reminders.db", "wake" };
  g_autofree char *above = keel_test_folder_make ();
  mode_t before = umask (mask);
  Fixture fixture = { .data_dir = g_build_filename (above, "data", "keel", NULL) };

  fixture.clock = keel_test_clock_new ("2026-11-21T02:00:00Z", "Europe/Berlin");
  open_profile (&fixture);
  umask (before);
  assert_mode (fixture.data_dir, 0700);
  assert_mode (keel_profile_get_folder (fixture.profile), 0700);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = get_path (&fixture, names[i]);

      assert_mode (path, 0600);
    }

  /* A folder that was copied by a stranger's umask is closed again. */
  g_assert_cmpint (g_chmod (keel_profile_get_folder (fixture.profile), 0755), ==, 0);
  open_profile (&fixture);
  assert_mode (keel_profile_get_folder (fixture.profile), 0700);
  tear_down (&fixture, NULL);
  keel_test_folder_remove (above);
}

static void
test_modes (void)
{
  check_modes (0);
  check_modes (077);
}

static void
assert_name (Fixture *fixture, const char *expected)
{
  g_autofree char *name = keel_profiles_get_name (fixture->data_dir, keel_profile_get_id (fixture->profile));

  g_assert_cmpstr (name, ==, expected);
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *other = keel_data_dir_get_profile (fixture->data_dir, "aardvark");
  g_autofree char *empty = keel_data_dir_get_profile (fixture->data_dir, "aaa-no-profile");
  g_autofree char *settings = g_build_filename (other, "profile.ini", NULL);
  static const char *const bad[] = { "nobody", "../default", "", ".", "aaa-no-profile" };

  g_assert_cmpstr (keel_profile_get_id (fixture->profile), ==, "default");
  assert_name (fixture, "default");
  g_assert_true (keel_data_dir_make_folder (empty, NULL));
  g_assert_true (keel_data_dir_make_folder (other, NULL));
  g_assert_true (g_file_set_contents (settings, "[Profile]\nName= Sailing \n", -1, NULL));
  ids = keel_data_dir_list_profiles (fixture->data_dir);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (ids[0], ==, "aardvark");
  g_assert_cmpstr (ids[1], ==, "default");

  open_profile (fixture);
  g_assert_cmpstr (keel_profile_get_id (fixture->profile), ==, "aardvark");
  assert_name (fixture, "Sailing");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          keel_profile_open (fixture->data_dir, bad[i], NULL, KEEL_CLOCK (fixture->clock), &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
    }
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  KeelReminderRule *rule;

  import_all (fixture);
  series = follow (fixture, "online", -1);
  g_assert_cmpstr (series->meeting->list, ==, "Harbour");
  g_assert_cmpstr (series->meeting->slug, ==, "online");
  g_assert_cmpstr (series->meeting->name, ==, "Late Room");
  g_assert_cmpuint (series->leads->len, ==, 1);
  g_assert_cmpint (g_array_index (series->leads, int, 0), ==, 30);
  /* Where the meeting is, today is still Friday. */
  g_assert_cmpstr (keel_schedule_get_zone (series->schedule), ==, "America/New_York");
  g_assert_cmpint (keel_schedule_get_start (series->schedule), ==, keel_local_time_new (2026, 11, 20, 21, 0));

  assert_projected (fixture, 1);
  rules = get_rules (fixture);
  rule = g_ptr_array_index (rules, 0);
  g_assert_cmpstr (rule->series, ==, series->uuid);
  g_assert_cmpint (rule->lead, ==, 30);
  g_assert_cmpint (rule->since, ==, keel_clock_get_now (KEEL_CLOCK (fixture->clock)));
  g_assert_null (rule->name); /* the usual reminder is discreet */
  g_assert_cmpstr (rule->link, ==, "https://example.org/j/7");
  g_assert_true (keel_schedule_equal (rule->schedule, series->schedule));
}

static void
test_follow_without_zone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (GPtrArray) rules = NULL;

  import_all (fixture);
  series = follow (fixture, "place", 10);
  g_assert_null (series->meeting->timezone);
  g_assert_cmpstr (keel_schedule_get_zone (series->schedule), ==, "Europe/Berlin");
  g_assert_cmpint (keel_schedule_get_start (series->schedule), ==, keel_local_time_new (2026, 11, 21, 9, 0));
  g_assert_cmpuint (keel_schedule_get_duration (series->schedule), ==, 90);
  rules = get_rules (fixture);
  g_assert_null (((KeelReminderRule *) rules->pdata[0])->link);
}

static void
test_follow_twice (Fixture *fixture, gconstpointer data)
{
  const int wanted[] = { 60, 5, 60, 15 };
  g_autofree char *id = keel_directory_make_id ("Harbour", "place");
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (KeelSeries) first = NULL;
  g_autoptr (KeelSeries) second = NULL;
  g_autoptr (KeelSeries) third = NULL;

  import_all (fixture);
  first = follow (fixture, "place", 30);
  g_array_append_vals (leads, wanted, G_N_ELEMENTS (wanted));
  second = keel_profile_follow (fixture->profile, id, leads, NULL);
  g_assert_cmpstr (second->uuid, ==, first->uuid);
  g_assert_cmpuint (second->leads->len, ==, 3);
  g_assert_cmpint (g_array_index (second->leads, int, 0), ==, 5);
  g_assert_cmpint (g_array_index (second->leads, int, 1), ==, 15);
  g_assert_cmpint (g_array_index (second->leads, int, 2), ==, 60);
  assert_projected (fixture, 3);
  third = keel_profile_follow (fixture->profile, id, NULL, NULL);
  g_assert_cmpuint (third->leads->len, ==, 3);
  g_assert_cmpuint (count_series (fixture), ==, 1);
}

static void
test_cannot_follow (Fixture *fixture, gconstpointer data)
{
  g_autofree char *appointment = keel_directory_make_id ("Harbour", "desk");
  g_autofree char *unknown = keel_directory_make_id ("Harbour", "nowhere");
  GError *error = NULL;

  import_all (fixture);
  g_assert_null (keel_profile_follow (fixture->profile, appointment, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (keel_profile_follow (fixture->profile, unknown, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpuint (count_series (fixture), ==, 0);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = NULL;
  GError *error = NULL;

  import_all (fixture);
  series = follow (fixture, "online", 30);
  g_assert_true (keel_profile_unfollow (fixture->profile, series->uuid, &error));
  assert_projected (fixture, 0);
  g_assert_true (keel_profile_refollow (fixture->profile, series->uuid, &error));
  assert_projected (fixture, 1);
  g_assert_no_error (error);
}

static void
test_vanished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) back = NULL;
  g_autoptr (KeelSeries) own = make_own ("By hand");
  g_autoptr (KeelSeries) added = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) returned = NULL;
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);

  import_all (fixture);
  series = follow (fixture, "online", 30);
  added = keel_profile_follow_new (fixture->profile, own, NULL);
  keel_test_clock_step (fixture->clock, 1000);
  gone = import (fixture, PLACE);
  g_assert_cmpuint (gone->len, ==, 1);
  g_assert_cmpstr (((KeelSeries *) gone->pdata[0])->uuid, ==, series->uuid);
  g_assert_cmpint (((KeelSeries *) gone->pdata[0])->vanished_at, ==,
                   keel_clock_get_now (KEEL_CLOCK (fixture->clock)));
  /* Told once; the copy and its reminder stay. */
  again = import (fixture, PLACE);
  g_assert_cmpuint (again->len, ==, 0);
  assert_projected (fixture, 2);

  returned = import (fixture, PLACE "," ONLINE);
  g_assert_cmpuint (returned->len, ==, 0);
  back = keel_journal_find_series (keel_profile_get_journal (fixture->profile), series->uuid, NULL);
  g_assert_cmpint (back->vanished_at, ==, 0);

  g_assert_true (keel_directory_remove_list (keel_profile_get_directory (fixture->profile), "Harbour", NULL));
  g_assert_true (keel_profile_reconcile (fixture->profile, removed, NULL));
  g_assert_cmpuint (removed->len, ==, 1);
  assert_projected (fixture, 2);
}

/* An import that fails, and one that is only tried, mark nothing. */
static void
test_not_imported (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "broken.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  KeelImportOptions options = { .list = "Harbour" };
  g_autoptr (GPtrArray) vanished = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KeelImportReport) report = NULL;
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (GError) error = NULL;

  import_all (fixture);
  series = follow (fixture, "online", 30);
  g_assert_true (g_file_set_contents (path, "[" PLACE ",{\"name\":", -1, NULL));
  g_assert_null (keel_profile_import (fixture->profile, file, &options, NULL, NULL, vanished, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_set_contents (path, "[" PLACE "]", -1, NULL));
  options.dry_run = TRUE;
  report = keel_profile_import (fixture->profile, file, &options, NULL, NULL, vanished, NULL, NULL);
  g_assert_nonnull (report);
  g_assert_cmpuint (vanished->len, ==, 0);
}

/* The journal was committed, reminders.db was not: as after a power cut between the two. */
static void
test_stamp (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) own = make_own ("By hand");
  g_autoptr (KeelSeries) added = NULL;
  GError *error = NULL;

  assert_projected (fixture, 0);
  added = keel_journal_add_series (keel_profile_get_journal (fixture->profile), own, &error);
  g_assert_no_error (error);
  g_assert_cmpint (keel_reminder_file_get_stamp (keel_profile_get_reminder_file (fixture->profile), NULL), ==,
                   0);
  open_profile (fixture);
  assert_projected (fixture, 1);
}

static void
test_projection_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) own = make_own ("By hand");
  g_autoptr (KeelSeries) added = NULL;
  GError *error = NULL;

  execute (fixture, "reminders.db", "ALTER TABLE rule RENAME TO away");
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*not up to date*");
  added = keel_profile_follow_new (fixture->profile, own, &error);
  g_test_assert_expected_messages ();
  g_assert_no_error (error);
  g_assert_nonnull (added);
  execute (fixture, "reminders.db", "ALTER TABLE away RENAME TO rule");
  open_profile (fixture);
  assert_projected (fixture, 1);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture, "journal.db");
  g_autofree char *reminders = get_path (fixture, "reminders.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before = 0;
  gsize length_after = 0;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->profile);
  open_profile (fixture);
  execute (fixture, "journal.db", "PRAGMA user_version = 99");
  g_clear_object (&fixture->profile);
  g_assert_cmpint (g_remove (reminders), ==, 0);
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_assert_null (keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NEWER);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_false (g_file_test (reminders, G_FILE_TEST_EXISTS));
}

static void
test_index (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  KeelMeetingIndex *index = keel_profile_get_index (fixture->profile, &error);
  const KeelMeetingQuery query = { .text = "harbour" };
  g_autoptr (KeelMeetingResults) results = NULL;
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (KEEL_CLOCK (fixture->clock));

  g_assert_no_error (error);
  import_all (fixture);
  /* The same object, refreshed. */
  g_assert_true (keel_profile_get_index (fixture->profile, &error) == index);
  g_assert_no_error (error);
  results = keel_meeting_index_search (index, &query, keel_clock_get_now (KEEL_CLOCK (fixture->clock)), zone,
                                       &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->total, ==, 1);
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
  g_test_add_func ("/store/profile/modes", test_modes);
  add_test ("/store/profile/choice", test_choice);
  add_test ("/store/profile/follow", test_follow);
  add_test ("/store/profile/follow-without-zone", test_follow_without_zone);
  add_test ("/store/profile/follow-twice", test_follow_twice);
  add_test ("/store/profile/cannot-follow", test_cannot_follow);
  add_test ("/store/profile/undo", test_undo);
  add_test ("/store/profile/vanished", test_vanished);
  add_test ("/store/profile/not-imported", test_not_imported);
  add_test ("/store/profile/stamp", test_stamp);
  add_test ("/store/profile/projection-fails", test_projection_fails);
  add_test ("/store/profile/newer", test_newer);
  add_test ("/store/profile/index", test_index);
  return g_test_run ();
}

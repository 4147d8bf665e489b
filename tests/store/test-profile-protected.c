/* KeelProfile with a passphrase: all of its jobs through the vault, and what reminders.db gets to know. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "keel-test-rules.h"
#include "store/keel-key-slots.h"
#include "store/keel-profile.h"
#include "store/keel-profiles.h"

#include <glib/gstdio.h>
#include <string.h>

#define LIST                                                                                                 \
  "[{\"slug\":\"online\",\"name\":\"Canary Room\",\"day\":5,\"time\":\"21:00\",\"end_time\":\"22:00\","      \
  "\"timezone\":\"America/New_York\",\"conference_url\":\"https://example.org/canary\",\"types\":[\"O\"]},"  \
  "{\"slug\":\"place\",\"name\":\"Harbour Hall\",\"day\":6,\"time\":\"09:00\",\"location\":\"Hall\"}]"
#define SHORTER "[{\"slug\":\"place\",\"name\":\"Harbour Hall\",\"day\":6,\"time\":\"09:00\"}]"

typedef struct
{
  char *data_dir;
  char *folder;
  KeelTestClock *clock;
  KeelVaultKey *key;
  KeelProfile *profile;
} Fixture;

static void
open_profile (Fixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->profile);
  fixture->profile = keel_profile_open (fixture->data_dir, "default", fixture->key,
                                        KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

/* Keys before the first database: as one looks that was protected long ago. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *keys = NULL;
  g_autofree char *id = NULL;
  GError *error = NULL;

  fixture->data_dir = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-21T02:00:00Z", "Europe/Berlin");
  id = keel_profiles_make_first (fixture->data_dir, &error);
  g_assert_no_error (error);
  fixture->folder = keel_data_dir_get_profile (fixture->data_dir, id);
  keys = g_build_filename (fixture->folder, "keys", NULL);
  fixture->key = keel_key_slots_create (keys, "correct horse", keel_key_cost_lowest, &error);
  g_assert_no_error (error);
  open_profile (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_vault_key_unref (fixture->key);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->folder);
  g_free (fixture->data_dir);
}

static guint
import (Fixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "harbour.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const KeelImportOptions options = { .list = "Harbour", .now = 1795284000 };
  g_autoptr (GPtrArray) vanished = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KeelImportReport) report = NULL;
  GError *error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  report = keel_profile_import (fixture->profile, file, &options, NULL, NULL, vanished, NULL, &error);
  g_assert_no_error (error);
  return vanished->len;
}

static KeelSeries *
follow (Fixture *fixture)
{
  g_autofree char *id = keel_directory_make_id ("Harbour", "online");
  GError *error = NULL;
  KeelSeries *series = keel_profile_follow (fixture->profile, id, NULL, &error);

  g_assert_no_error (error);
  return series;
}

/* As its dialog does. */
static void
allow (Fixture *fixture, KeelSeries *series, gboolean open_reminder)
{
  g_autoptr (KeelSeries) changed = keel_series_copy (series);
  GError *error = NULL;

  changed->style.open = open_reminder;
  changed->style.text = KEEL_REMINDER_NAME;
  keel_profile_update (fixture->profile, changed, &error);
  g_assert_no_error (error);
}

static void
assert_rule (KeelProfile *profile, const char *name, const char *link)
{
  g_autoptr (GPtrArray) rules = keel_test_get_reminders (keel_profile_get_reminder_file (profile));
  const KeelReminderRule *rule;

  g_assert_cmpuint (rules->len, ==, 1);
  rule = g_ptr_array_index (rules, 0);
  g_assert_cmpstr (rule->name, ==, name);
  g_assert_cmpstr (rule->link, ==, link);
}

/* In any file of the profile, also in what is left of deleted rows. */
static gboolean
is_canary_on_disk (Fixture *fixture)
{
  g_autoptr (GDir) entries = g_dir_open (fixture->folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      found |= memmem (text, length, "anary", 5) != NULL;
    }
  return found;
}

static void
assert_refused (Fixture *fixture, KeelVaultKey *key, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (keel_profile_open (fixture->data_dir, "default", key, KEEL_CLOCK (fixture->clock), &error));
  g_assert_error (error, KEEL_STORE_ERROR, code);
}

static void
test_key (Fixture *fixture, gconstpointer data)
{
  g_autofree char *keys = g_build_filename (fixture->folder, "keys", NULL);
  g_autofree char *other = NULL;
  g_autoptr (KeelVaultKey) wrong = keel_vault_key_new_random ();
  g_autoptr (GError) error = NULL;

  g_assert_true (keel_profile_get_key (fixture->profile) == fixture->key);
  g_clear_object (&fixture->profile);
  assert_refused (fixture, NULL, KEEL_STORE_ERROR_LOCKED);
  assert_refused (fixture, wrong, KEEL_STORE_ERROR_FOREIGN);
  open_profile (fixture);

  other = keel_profiles_create (fixture->data_dir, "Tide", KEEL_PAGES_MEMBER, NULL, NULL);
  g_assert_null (
      keel_profile_open (fixture->data_dir, other, fixture->key, KEEL_CLOCK (fixture->clock), &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
}

/* A key of a profile that is refused changes nothing there: neither of the two was made. */
static void
test_nothing_made (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_build_filename (fixture->folder, "journal.db", NULL);

  g_clear_object (&fixture->profile);
  g_assert_cmpint (g_remove (journal), ==, 0);
  assert_refused (fixture, NULL, KEEL_STORE_ERROR_LOCKED);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_jobs (Fixture *fixture, gconstpointer data)
{
  const KeelMeetingQuery query = { .text = "canary" };
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (KEEL_CLOCK (fixture->clock));
  g_autoptr (KeelMeetingResults) results = NULL;
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) read = NULL;
  KeelMeetingIndex *index;
  GError *error = NULL;

  g_assert_cmpuint (import (fixture, LIST), ==, 0);
  series = follow (fixture);
  index = keel_profile_get_index (fixture->profile, &error);
  g_assert_no_error (error);
  results = keel_meeting_index_search (index, &query, keel_clock_get_now (KEEL_CLOCK (fixture->clock)), zone,
                                       &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->total, ==, 1);
  g_assert_cmpuint (import (fixture, SHORTER), ==, 1); /* and reconciles */
  open_profile (fixture);
  read = keel_journal_find_series (keel_profile_get_journal (fixture->profile), series->uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->meeting->name, ==, "Canary Room");
  g_assert_cmpint (read->vanished_at, >, 0);
  g_assert_false (is_canary_on_disk (fixture));
  g_clear_object (&fixture->profile);
  g_assert_false (is_canary_on_disk (fixture));
}

static void
test_allowed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = NULL;

  import (fixture, LIST);
  series = follow (fixture);
  assert_rule (fixture->profile, NULL, NULL);
  allow (fixture, series, TRUE);
  assert_rule (fixture->profile, "Canary Room", "https://example.org/canary");
  g_assert_true (is_canary_on_disk (fixture));

  /* Other changes keep it. */
  g_clear_object (&series);
  series = follow (fixture);
  g_assert_true (series->style.open);
  assert_rule (fixture->profile, "Canary Room", "https://example.org/canary");

  allow (fixture, series, FALSE);
  assert_rule (fixture->profile, NULL, NULL);
  g_assert_false (is_canary_on_disk (fixture));
}

/* The stamp differs, as after a power cut between the two files: what is repaired says no more. */
static void
test_repaired (Fixture *fixture, gconstpointer data)
{
  g_autofree char *reminders = g_build_filename (fixture->folder, "reminders.db", NULL);
  g_autoptr (KeelSeries) series = NULL;

  import (fixture, LIST);
  series = follow (fixture);
  g_clear_object (&fixture->profile);
  g_assert_cmpint (g_remove (reminders), ==, 0);
  open_profile (fixture);
  assert_rule (fixture->profile, NULL, NULL);
  g_assert_false (is_canary_on_disk (fixture));
}

/* One that has no passphrase has no secrets from its own folder; what is not told is not there all the same. */
static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autofree char *keys = g_build_filename (fixture->folder, "keys", NULL);
  g_autofree char *journal = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autofree char *directory = g_build_filename (fixture->folder, "directory.db", NULL);
  g_autoptr (KeelVaultKey) key = g_steal_pointer (&fixture->key);
  g_autoptr (KeelSeries) series = NULL;

  g_clear_object (&fixture->profile);
  g_assert_cmpint (g_remove (keys), ==, 0);
  g_assert_cmpint (g_remove (journal), ==, 0);
  g_assert_cmpint (g_remove (directory), ==, 0);
  open_profile (fixture);
  import (fixture, LIST);
  series = follow (fixture);
  g_assert_false (series->style.open);
  assert_rule (fixture->profile, NULL, "https://example.org/canary");
  allow (fixture, series, FALSE);
  assert_rule (fixture->profile, "Canary Room", "https://example.org/canary");
  fixture->key = g_steal_pointer (&key);
}

static void
test_removal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (keel_profiles_remove (fixture->data_dir, "default", &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IN_USE);
  g_clear_object (&fixture->profile);
  g_assert_true (keel_profiles_remove (fixture->data_dir, "default", NULL));
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
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
  add_test ("/store/profile-protected/key", test_key);
  add_test ("/store/profile-protected/nothing-made", test_nothing_made);
  add_test ("/store/profile-protected/jobs", test_jobs);
  add_test ("/store/profile-protected/allowed", test_allowed);
  add_test ("/store/profile-protected/repaired", test_repaired);
  add_test ("/store/profile-protected/plain", test_plain);
  add_test ("/store/profile-protected/removal", test_removal);
  return g_test_run ();
}

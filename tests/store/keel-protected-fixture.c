#include "keel-protected-fixture.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "keel-test-folder.h"
#include "store/keel-directory-private.h"
#include "store/keel-journal-private.h"
#include "store/keel-profile-prompts.h"

#define LIST "Harbour " KEEL_SEALED
#define N_LISTED 40
#define LEAST_LETTERS 6

static GFile *
write_list (KeelProtectedFixture *self)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autofree char *path = g_build_filename (self->data_dir, "list.json", NULL);

  for (guint i = 0; i < N_LISTED; i++)
    g_string_append_printf (text,
                            "%s{\"slug\":\"s%u\",\"name\":\"" KEEL_SEALED " Room %u\",\"day\":%u,"
                            "\"time\":\"%02u:30\",\"timezone\":\"Europe/Berlin\",\"notes\":\"Step %u\","
                            "\"location\":\"" KEEL_SEALED
                            " Hall\",\"formatted_address\":\"%u Quay, Hamburg\"}",
                            i > 0 ? "," : "", i, i, i % 7, i % 24, i, i);
  g_string_append (text, "]");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return g_file_new_for_path (path);
}

/* The list itself is not Keel's: away with it. */
static void
import_list (KeelProtectedFixture *self, KeelProfile *profile)
{
  g_autoptr (GFile) file = write_list (self);
  const KeelImportOptions options = { .list = LIST, .now = keel_clock_get_now (self->clock) };
  g_autoptr (KeelImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  report = keel_profile_import (profile, file, &options, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
log_failure (KeelProfile *profile)
{
  const KeelReminderEvent event = {
    .series = (char *) "0",
    .outcome = KEEL_OUTCOME_FAILED,
    .reason = (char *) "cannot show “" KEEL_SEALED "”",
  };

  g_assert_true (keel_reminder_file_log (keel_profile_get_reminder_file (profile), &event, 1, NULL));
}

static void
add_prompt (KeelProfile *profile, const char *words, gboolean open)
{
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelPrompt) prompt = NULL;

  schedule = keel_schedule_new (keel_local_time_new (2026, 11, 23, 21, 0), NULL, 60, "FREQ=DAILY", NULL);
  prompt = keel_prompt_new (KEEL_PROMPT_MEDICINE, schedule);
  prompt->words = g_strdup (words);
  prompt->style = (KeelReminderStyle){ .text = KEEL_REMINDER_FULL, .open = open };
  g_assert_true (keel_profile_set_prompt (profile, prompt, NULL));
}

static void
fill (KeelProtectedFixture *self, KeelProfile *profile)
{
  g_autofree char *listed = keel_directory_make_id (LIST, "s3");
  g_autoptr (KeelSeries) followed = NULL;
  g_autofree char *deleted = keel_protected_fixture_follow (profile, KEEL_SEALED " Gone", FALSE);

  import_list (self, profile);
  followed = keel_profile_follow (profile, listed, NULL, NULL);
  g_assert_nonnull (followed);
  g_assert_true (keel_profile_unfollow (profile, deleted, NULL));
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf (KEEL_SEALED " Evening %u", i);

      g_free (keel_protected_fixture_follow (profile, name, FALSE));
    }
  g_free (keel_protected_fixture_follow (profile, KEEL_OPENED, TRUE));
  g_assert_true (
      keel_journal_set_setting (keel_profile_get_journal (profile), "page", KEEL_SEALED " page", NULL));
  add_prompt (profile, KEEL_SEALED " twice a day", FALSE);
  add_prompt (profile, KEEL_OPENED " twice a day", TRUE);
  log_failure (profile);
}

void
keel_protected_fixture_set_up (KeelProtectedFixture *self, const void *data)
{
  g_autoptr (KeelProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  self->data_dir = keel_test_folder_make ();
  self->clock = KEEL_CLOCK (keel_test_clock_new ("2026-11-21T18:00:00Z", "Europe/Berlin"));
  profile = keel_profile_open (self->data_dir, NULL, NULL, self->clock, &error);
  g_assert_no_error (error);
  self->folder = g_strdup (keel_profile_get_folder (profile));
  fill (self, profile);
}

void
keel_protected_fixture_tear_down (KeelProtectedFixture *self, const void *data)
{
  keel_test_folder_remove (self->data_dir);
  g_assert_finalize_object (self->clock);
  g_free (self->data_dir);
  g_free (self->folder);
}

KeelProfile *
keel_protected_fixture_open (KeelProtectedFixture *self, KeelVaultKey *key)
{
  g_autoptr (GError) error = NULL;
  KeelProfile *profile = keel_profile_open (self->data_dir, NULL, key, self->clock, &error);

  g_assert_no_error (error);
  return profile;
}

KeelVaultKey *
keel_protected_fixture_unlock (KeelProtectedFixture *self, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  KeelVaultKey *key;

  key = keel_protection_unlock (self->folder, KEEL_KEY_SLOT_PASSPHRASE, passphrase,
                                keel_clock_get_now (self->clock), &error);
  g_assert_no_error (error);
  return key;
}

char *
keel_protected_fixture_turn_on (KeelProtectedFixture *self)
{
  g_autoptr (GError) error = NULL;
  char *code = keel_protection_turn_on (self->folder, KEEL_PASSPHRASE, keel_key_cost_lowest, &error);

  g_assert_no_error (error);
  return code;
}

char *
keel_protected_fixture_follow (KeelProfile *profile, const char *name, gboolean open_reminder)
{
  const int lead = 30;
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) added = NULL;

  meeting->name = g_strdup (name);
  meeting->notes = g_strdup (open_reminder ? "none" : KEEL_SEALED " notes");
  meeting->conference_url = g_strdup (open_reminder ? "https://example.org/" KEEL_OPENED
                                                    : "https://example.org/" KEEL_SEALED);
  meeting->location = g_strdup (open_reminder ? KEEL_OPENED " Hall" : KEEL_SEALED " Hall");
  meeting->address = g_strdup (open_reminder ? "1 " KEEL_OPENED " Quay" : "1 " KEEL_SEALED " Quay");
  schedule = keel_schedule_new (keel_local_time_new (2026, 11, 23, 19, 0), NULL, 60, "FREQ=DAILY", NULL);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  series->style.open = open_reminder;
  series->style.text = KEEL_REMINDER_FULL;
  g_array_append_val (series->leads, lead);
  added = keel_profile_follow_new (profile, series, NULL);
  return added != NULL ? g_strdup (added->uuid) : NULL;
}

static void
dump_series (KeelProfile *profile, GString *text)
{
  g_autoptr (GPtrArray) all = keel_journal_get_series (keel_profile_get_journal (profile), NULL);

  for (guint i = 0; i < all->len; i++)
    {
      KeelSeries *series = g_ptr_array_index (all, i);
      g_autofree char *schedule = keel_schedule_to_string (series->schedule);

      g_string_append_printf (text, "series %s %s %s %s %s %u %d\n", series->uuid, series->meeting->name,
                              series->meeting->notes, series->meeting->conference_url, schedule,
                              series->leads->len, series->style.open);
    }
}

static void
dump_search (KeelProtectedFixture *self, KeelProfile *profile, const char *words, GString *text)
{
  const KeelMeetingQuery query = { .text = words, .limit = N_LISTED };
  KeelMeetingIndex *index = keel_profile_get_index (profile, NULL);
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (self->clock);
  g_autoptr (KeelMeetingResults) results = NULL;

  results = keel_meeting_index_search (index, &query, keel_clock_get_now (self->clock), zone, NULL);
  g_assert_nonnull (results);
  g_string_append_printf (text, "search %s: %u\n", words, results->total);
  for (guint i = 0; i < results->matches->len; i++)
    {
      KeelMatch *match = g_ptr_array_index (results->matches, i);

      g_string_append_printf (text, "  %s %s %s\n", match->meeting->id, match->meeting->name,
                              match->meeting->address);
    }
}

static void
dump_lists (KeelProfile *profile, GString *text)
{
  g_autoptr (GPtrArray) lists = keel_directory_get_lists (keel_profile_get_directory (profile), NULL);

  for (guint i = 0; i < lists->len; i++)
    {
      KeelList *list = g_ptr_array_index (lists, i);

      g_string_append_printf (text, "list %s %u\n", list->name, list->meetings);
    }
}

char *
keel_protected_fixture_dump (KeelProtectedFixture *self, KeelVaultKey *key)
{
  g_autoptr (KeelProfile) profile = keel_protected_fixture_open (self, key);
  KeelJournal *journal = keel_profile_get_journal (profile);
  g_autofree char *setting = keel_journal_get_setting (journal, "page", NULL);
  GString *text = g_string_new (NULL);

  dump_series (profile, text);
  dump_lists (profile, text);
  dump_search (self, profile, KEEL_SEALED, text);
  dump_search (self, profile, "hamb", text);
  g_string_append_printf (text, "setting %s, change %" G_GINT64_FORMAT "\n", setting,
                          keel_journal_get_change_counter (journal, NULL));
  return g_string_free (text, FALSE);
}

static void
assert_file_whole (KeelProtectedFixture *self, const char *name, const KeelDatabaseKind *kind,
                   KeelVaultKey *key)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelDatabase) database = keel_database_open_protected (path, kind, key, &error);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_assert_no_error (error);
  statement = keel_database_prepare (database, "PRAGMA integrity_check", &error);
  g_assert_true (keel_database_step (database, statement, &row, &error) && row);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_reset (statement);
  if (kind == &keel_directory_kind)
    keel_database_execute (database,
                           "INSERT INTO meeting_text (meeting_text, rank) VALUES ('integrity-check', 1)",
                           &error);
  g_assert_no_error (error);
}

void
keel_protected_fixture_assert_whole (KeelProtectedFixture *self, KeelVaultKey *key)
{
  assert_file_whole (self, "journal.db", &keel_journal_kind, key);
  assert_file_whole (self, "directory.db", &keel_directory_kind, key);
}

/* @step bytes to a letter. */
static gboolean
is_at (const guint8 *bytes, const char *letters, gsize step)
{
  for (gsize i = 0; i < LEAST_LETTERS; i++)
    {
      if (g_ascii_tolower ((char) bytes[i * step]) != g_ascii_tolower (letters[i]) ||
          (step == 2 && bytes[i * step + 1] != 0))
        return FALSE;
    }
  return TRUE;
}

static guint
count_in_file (const char *path, const char *word)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  guint count = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize part = 0; part + LEAST_LETTERS <= strlen (word); part++)
    {
      for (gsize i = 0; i + 2 * LEAST_LETTERS <= length; i++)
        count += is_at ((const guint8 *) text + i, word + part, 1) ||
                 is_at ((const guint8 *) text + i, word + part, 2);
    }
  return count;
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
get_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_cb);
  return names;
}

guint
keel_count_word (const char *folder, const char *word, const char *except)
{
  g_autoptr (GPtrArray) names = get_names (folder);
  guint count = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        count += keel_count_word (path, word, except);
      else if (except == NULL || !g_str_has_prefix (name, except))
        count += count_in_file (path, word);
    }
  return count;
}

char *
keel_list_files (const char *folder)
{
  g_autoptr (GPtrArray) names = get_names (folder);

  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

void
keel_copy_folder (const char *from, const char *to)
{
  g_autoptr (GPtrArray) names = get_names (from);

  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *source = g_build_filename (from, names->pdata[i], NULL);
      g_autofree char *target = g_build_filename (to, names->pdata[i], NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          keel_copy_folder (source, target);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &text, &length, NULL));
      g_assert_true (
          g_file_set_contents_full (target, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

void
keel_protected_fixture_assert_unlock (KeelProtectedFixture *self, KeelKeySlotKind kind, const char *secret,
                                      int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelVaultKey) key = keel_protection_unlock (self->folder, kind, secret,
                                                         keel_clock_get_now (self->clock), &error);

  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, KEEL_STORE_ERROR, code);
  g_assert_true ((key != NULL) == (code < 0));
}

void
keel_protected_fixture_assert_files (KeelProtectedFixture *self, const char *expected)
{
  g_autofree char *files = keel_list_files (self->folder);

  g_assert_cmpstr (files, ==, expected);
}

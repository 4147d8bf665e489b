/* A passphrase put on, used and taken off: what opens, what stays the same, and what no file tells. */

#include "keel-protected-fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "keel-test-calls.h"
#include "keel-vault-fixture.h"
#include "store/keel-durable.h"
#include "store/keel-profile-lock.h"
#include "store/keel-profile-prompts.h"
#include "store/keel-recovery-code.h"

#define SECOND "battery staple"
#define PLAIN_FILES "directory.db journal.db lock profile.ini reminders.db wake"
#define PROTECTED_FILES "directory.db journal.db keys lock profile.ini reminders.db wake"

typedef KeelProtectedFixture Fixture;

static void
turn_off (Fixture *fixture, KeelVaultKey *key)
{
  g_autoptr (GError) error = NULL;

  keel_protection_turn_off (fixture->folder, key, &error);
  g_assert_no_error (error);
}

/* Returns all rules' names and links, and whether each is there. */
static char *
list_rules (Fixture *fixture)
{
  g_autoptr (KeelReminderFile) file = keel_reminder_file_open (fixture->folder, NULL);
  g_autoptr (GPtrArray) rules = keel_reminder_file_get_rules (file, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rules->len; i++)
    {
      KeelReminderRule *rule = g_ptr_array_index (rules, i);

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %d %s %s", rule->series, rule->lead, rule->name, rule->link));
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* There and back, and all is as it was. */
static void
test_there_and_back (Fixture *fixture, const void *data)
{
  g_autofree char *before = keel_protected_fixture_dump (fixture, NULL);
  g_autofree char *rules = list_rules (fixture);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (KeelVaultKey) key = NULL;
      g_autofree char *sealed = NULL;
      g_autofree char *after = NULL;
      g_autofree char *rules_after = NULL;

      g_assert_false (keel_protection_is_on (fixture->folder));
      keel_secret_free (keel_protected_fixture_turn_on (fixture));
      g_assert_true (keel_protection_is_on (fixture->folder));
      keel_protected_fixture_assert_files (fixture, PROTECTED_FILES);
      key = keel_protected_fixture_unlock (fixture, KEEL_PASSPHRASE);
      sealed = keel_protected_fixture_dump (fixture, key);
      g_assert_cmpstr (sealed, ==, before);
      keel_protected_fixture_assert_whole (fixture, key);

      turn_off (fixture, key);
      keel_protected_fixture_assert_files (fixture, PLAIN_FILES);
      after = keel_protected_fixture_dump (fixture, NULL);
      g_assert_cmpstr (after, ==, before);
      keel_protected_fixture_assert_whole (fixture, NULL);
      rules_after = list_rules (fixture);
      g_assert_cmpstr (rules_after, ==, rules);
    }
}

static void
test_modes (Fixture *fixture, const void *data)
{
  const char *names[] = { "keys", "journal.db", "directory.db" };

  keel_secret_free (keel_protected_fixture_turn_on (fixture));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      GStatBuf info;

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
}

/* Nothing that was allowed is, any more. */
static void
allow_nothing (Fixture *fixture, KeelVaultKey *key)
{
  g_autoptr (KeelProfile) profile = keel_protected_fixture_open (fixture, key);
  g_autoptr (GPtrArray) all = keel_journal_get_series (keel_profile_get_journal (profile), NULL);
  g_autoptr (GPtrArray) prompts = keel_profile_get_prompts (profile, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (KeelSeries) changed = keel_series_copy (g_ptr_array_index (all, i));

      changed->style.open = FALSE;
      g_assert_true (keel_profile_update (profile, changed, NULL));
    }
  for (guint i = 0; i < prompts->len; i++)
    {
      KeelPrompt *prompt = g_ptr_array_index (prompts, i);

      prompt->style.open = FALSE;
      g_assert_true (keel_profile_set_prompt (profile, prompt, NULL));
    }
}

/* No file has a word of it, but of the reminders that were allowed. */
static void
test_canary (Fixture *fixture, const void *data)
{
  g_autoptr (KeelVaultKey) key = NULL;

  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_SEALED, "reminders.db"), >, 100);
  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_SEALED, "journal.db"), >, 100);
  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_OPENED, NULL), >, 0);
  keel_secret_free (keel_protected_fixture_turn_on (fixture));
  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_SEALED, NULL), ==, 0);
  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_OPENED, NULL), ==, 0);
  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_PASSPHRASE, NULL), ==, 0);

  key = keel_protected_fixture_unlock (fixture, KEEL_PASSPHRASE);
  g_object_unref (keel_protected_fixture_open (fixture, key));
  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_SEALED, NULL), ==, 0);
  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_OPENED, "reminders.db"), ==, 0);
  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_OPENED, NULL), >, 0);
  allow_nothing (fixture, key);
  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_OPENED, NULL), ==, 0);

  turn_off (fixture, key);
  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_SEALED, "reminders.db"), >, 100);
}

/* What was left in a log, a journal, or under names that were interrupted. */
static void
test_canary_beside (Fixture *fixture, const void *data)
{
  const char *names[] = { "journal.db-journal", "directory.db-wal", "directory.db-shm",
                          "journal.db-wal",     "journal.db.next",  "journal.db.next-journal",
                          "directory.db.old" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "\0\0\0\0 " KEEL_SEALED, 5 + strlen (KEEL_SEALED), NULL));
    }
  keel_secret_free (keel_protected_fixture_turn_on (fixture));
  keel_protected_fixture_assert_files (fixture, PROTECTED_FILES);
  g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_SEALED, NULL), ==, 0);
}

static int written_over;
static gboolean journal_seen;

/* Just before a file of words goes, whoever deletes it: it has to be all zeros. */
static int
watch_removal_cb (const KeelCall *call)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (call->kind != KEEL_CALL_UNLINK || strstr (call->path, ".next") != NULL ||
      strstr (call->path, "converting") != NULL)
    return 0;
  if (!g_file_get_contents (call->path, &text, &length, NULL))
    return 0;
  for (gsize i = 0; i < length; i++)
    g_assert_cmpint (text[i], ==, 0);
  written_over += length > 0;
  journal_seen |= length > 0 && g_str_has_suffix (call->path, "reminders.db-journal");
  return 0;
}

static void
test_overwritten (Fixture *fixture, const void *data)
{
  g_autofree char *journal = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autofree char *directory = g_build_filename (fixture->folder, "directory.db", NULL);
  int files[2];

  files[0] = open (journal, O_RDONLY | O_CLOEXEC);
  files[1] = open (directory, O_RDONLY | O_CLOEXEC);
  written_over = 0;
  keel_test_calls_watch (watch_removal_cb);
  keel_secret_free (keel_protected_fixture_turn_on (fixture));
  keel_test_calls_watch (NULL);
  g_assert_cmpint (written_over, >=, 3);
  g_assert_true (journal_seen);
  for (guint i = 0; i < 2; i++)
    {
      char byte = 1;
      off_t offset = 0;

      for (; pread (files[i], &byte, 1, offset) == 1; offset += 97)
        g_assert_cmpint (byte, ==, 0);
      g_assert_cmpint (offset, >, 0);
      close (files[i]);
    }
}

/* A copy that was made by linking is somebody else's. */
static void
test_linked (Fixture *fixture, const void *data)
{
  g_autofree char *journal = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autofree char *copy = g_build_filename (fixture->data_dir, "copy.db", NULL);
  g_autofree char *aside = g_build_filename (fixture->data_dir, "aside.db", NULL);
  g_autoptr (GBytes) before = keel_vault_fixture_load (journal);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (link (journal, copy), ==, 0);
  keel_secret_free (keel_protected_fixture_turn_on (fixture));
  after = keel_vault_fixture_load (copy);
  g_assert_true (g_bytes_equal (before, after));

  g_assert_cmpint (g_rename (journal, aside), ==, 0);
  g_assert_cmpint (symlink (aside, journal), ==, 0);
  {
    g_autoptr (KeelVaultKey) key = keel_protected_fixture_unlock (fixture, KEEL_PASSPHRASE);

    g_assert_false (keel_protection_turn_off (fixture->folder, key, &error));
    g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
    keel_protected_fixture_assert_files (fixture, PROTECTED_FILES);
    g_object_unref (keel_protected_fixture_open (fixture, key));
  }
}

static void
test_in_use (Fixture *fixture, const void *data)
{
  g_autoptr (KeelProfile) profile = keel_protected_fixture_open (fixture, NULL);
  g_autoptr (KeelVaultKey) key = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (keel_protection_turn_on (fixture->folder, SECOND, keel_key_cost_lowest, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IN_USE);
  g_clear_error (&error);
  g_clear_object (&profile);
  keel_protected_fixture_assert_files (fixture, PLAIN_FILES);
  keel_secret_free (keel_protected_fixture_turn_on (fixture));

  key = keel_protected_fixture_unlock (fixture, KEEL_PASSPHRASE);
  profile = keel_protected_fixture_open (fixture, key);
  g_assert_false (keel_protection_turn_off (fixture->folder, key, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IN_USE);
  keel_protected_fixture_assert_files (fixture, PROTECTED_FILES);
}

/* What makes no sense changes nothing. */
static void
test_refused (Fixture *fixture, const void *data)
{
  const char *passphrases[] = { "", "\xff\xfe" };
  g_autoptr (KeelVaultKey) stranger = keel_vault_fixture_key (9);
  g_autofree char *before = keel_protected_fixture_dump (fixture, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (passphrases); i++)
    {
      g_assert_null (keel_protection_turn_on (fixture->folder, passphrases[i], keel_key_cost_lowest, &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
      g_clear_error (&error);
      keel_protected_fixture_assert_files (fixture, PLAIN_FILES);
    }
  g_assert_false (keel_protection_turn_off (fixture->folder, stranger, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_PASSPHRASE, KEEL_PASSPHRASE,
                                        KEEL_STORE_ERROR_INVALID);
  after = keel_protected_fixture_dump (fixture, NULL);
  g_assert_cmpstr (after, ==, before);

  keel_secret_free (keel_protected_fixture_turn_on (fixture));
  g_assert_null (keel_protection_turn_on (fixture->folder, SECOND, keel_key_cost_lowest, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (keel_protection_turn_off (fixture->folder, stranger, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  keel_protected_fixture_assert_files (fixture, PROTECTED_FILES);
  keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_PASSPHRASE, KEEL_PASSPHRASE, -1);
}

/* One that a newer Keel wrote, or that is damaged, stays as it is. */
static void
test_foreign (Fixture *fixture, const void *data)
{
  g_autofree char *journal = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (journal, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA user_version = 99", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  g_assert_null (keel_protection_turn_on (fixture->folder, SECOND, keel_key_cost_lowest, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NEWER);
  keel_protected_fixture_assert_files (fixture, PLAIN_FILES);
}

/* One that was written before this profile's keys were is of no use. */
static void
test_wrong_key (Fixture *fixture, const void *data)
{
  g_autoptr (KeelVaultKey) stranger = keel_vault_fixture_key (9);
  g_autoptr (GError) error = NULL;

  keel_secret_free (keel_protected_fixture_turn_on (fixture));
  g_assert_null (keel_profile_open (fixture->data_dir, NULL, NULL, fixture->clock, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (keel_profile_open (fixture->data_dir, NULL, stranger, fixture->clock, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FOREIGN);
  keel_protected_fixture_assert_files (fixture, PROTECTED_FILES);
}

static gpointer
let_go_cb (gpointer data)
{
  g_usleep (300 * 1000);
  sqlite3_exec (data, "ROLLBACK", NULL, NULL, NULL);
  return NULL;
}

/* keel-reminders may be reading at that moment. @data: it does not stop. */
static void
test_reminders_busy (Fixture *fixture, const void *data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "reminders.db", NULL);
  g_autofree char *before = keel_protected_fixture_dump (fixture, NULL);
  g_autoptr (GError) error = NULL;
  GThread *thread = NULL;
  sqlite3 *handle = NULL;
  char *code;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "BEGIN; SELECT * FROM rule", NULL, NULL, NULL), ==, SQLITE_OK);
  if (data == NULL)
    thread = g_thread_new ("let go", let_go_cb, handle);
  code = keel_protection_turn_on (fixture->folder, KEEL_PASSPHRASE, keel_key_cost_lowest, &error);
  g_clear_pointer (&thread, g_thread_join);
  if (data == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (keel_count_word (fixture->data_dir, KEEL_SEALED, NULL), ==, 0);
    }
  else
    {
      g_autofree char *after = keel_protected_fixture_dump (fixture, NULL);

      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_BUSY);
      g_assert_cmpstr (after, ==, before);
      keel_protected_fixture_assert_files (fixture, PLAIN_FILES);
    }
  sqlite3_close (handle);
  keel_secret_free (code);
}

/* What may be asked outside the opened profile is what was allowed; what is told stays. */
static guint
count_lasting (GPtrArray *rules)
{
  guint count = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      const KeelReminderRule *rule = g_ptr_array_index (rules, i);

      count += rule->lead != KEEL_LEAD_AFTERWARDS || rule->reach == KEEL_REACH_ALWAYS;
    }
  return count;
}

/* One connection that stays open through it sees the new state, and can write. */
static void
test_reminders_open (Fixture *fixture, const void *data)
{
  g_autoptr (KeelReminderFile) file = keel_reminder_file_open (fixture->folder, NULL);
  g_autoptr (GPtrArray) before = keel_reminder_file_get_rules (file, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (before->len, >, 0);
  keel_secret_free (keel_protected_fixture_turn_on (fixture));
  after = keel_reminder_file_get_rules (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, count_lasting (before));
  for (guint i = 0; i < after->len; i++)
    {
      KeelReminderRule *rule = g_ptr_array_index (after, i);

      g_assert_false (keel_reminder_rule_has_words (rule));
      g_assert_true (rule->reach == KEEL_REACH_ALWAYS || rule->reach == KEEL_REACH_DISCREET);
      g_assert_true (rule->reach == KEEL_REACH_ALWAYS || rule->text == KEEL_REMINDER_DISCREET);
    }
  g_assert_cmpint (keel_reminder_file_get_stamp (file, NULL), ==, -1);
  g_assert_true (keel_reminder_file_snooze (file, "a", 1, 2, 3, &error));
}

/* Another hand took the new journal away when it was decided: the old one is all that there is. */
static void
test_taken_away (Fixture *fixture, const void *data)
{
  const char *keys = data;
  g_autofree char *marker = g_build_filename (fixture->folder, "converting", NULL);
  g_autofree char *journal = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autofree char *old = g_build_filename (fixture->folder, "journal.db.old", NULL);
  g_autoptr (GBytes) before = keel_vault_fixture_load (journal);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (marker, "protect\n", -1, NULL));
  if (keys != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, keys, NULL);

      g_assert_true (g_file_set_contents (path, "keys", -1, NULL));
      g_assert_cmpint (g_rename (journal, old), ==, 0);
    }
  else
    {
      g_assert_true (g_file_set_contents (old, "old", -1, NULL));
    }
  g_assert_null (keel_profile_open (fixture->data_dir, "default", NULL, fixture->clock, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT);
  after = keel_vault_fixture_load (keys != NULL ? old : journal);
  g_assert_true (g_bytes_equal (before, after));
}

static gboolean disk_is_full;

static int
no_room_cb (const char *step, const char *path)
{
  if (g_str_equal (step, "sync") && g_str_has_suffix (path, "journal.db.next"))
    disk_is_full = TRUE;
  return disk_is_full && g_str_equal (step, "overwrite") ? ENOSPC
         : disk_is_full && g_str_equal (step, "sync")    ? ENOSPC
                                                         : 0;
}

/* A disk that writes each change to a new place has no room for zeros either, and stays full. */
static void
test_full_for_good (Fixture *fixture, const void *data)
{
  g_autofree char *before = keel_protected_fixture_dump (fixture, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  disk_is_full = FALSE;
  keel_durable_watch (no_room_cb);
  g_assert_null (keel_protection_turn_on (fixture->folder, KEEL_PASSPHRASE, keel_key_cost_lowest, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FULL);
  after = keel_protected_fixture_dump (fixture, NULL);
  keel_durable_watch (NULL);
  g_assert_true (disk_is_full);
  g_assert_cmpstr (after, ==, before);
  keel_protected_fixture_assert_files (fixture, PLAIN_FILES);
}

/* A file that a sync program lost: nothing is to be moved away, and putting it back heals everything. */
static void
test_keys_lost (Fixture *fixture, const void *data)
{
  g_autofree char *code = keel_protected_fixture_turn_on (fixture);
  g_autofree char *keys = g_build_filename (fixture->folder, "keys", NULL);
  g_autofree char *away = g_build_filename (fixture->data_dir, "keys", NULL);
  g_autoptr (KeelVaultKey) key = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (keys, away), ==, 0);
  g_assert_null (keel_profile_open (fixture->data_dir, "default", NULL, fixture->clock, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_KEYS_LOST);
  g_assert_cmpint (g_rename (away, keys), ==, 0);
  key = keel_protected_fixture_unlock (fixture, KEEL_PASSPHRASE);
  g_object_unref (keel_protected_fixture_open (fixture, key));
}

static void
ignore_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

static int fail_at;
static int fail_with;

static int
fail_cb (const char *step, const char *path)
{
  return --fail_at == 0 ? fail_with : 0;
}

/* Every step of Keel's own may be refused: what is on the disk is one or the other, and says the same as the
 * answer did. */
static void
test_refused_steps (Fixture *fixture, const void *data)
{
  g_autofree char *before = keel_protected_fixture_dump (fixture, NULL);
  guint handler;
  guint refused = 0;
  guint done = 0;

  /* That it is finished later is a warning. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  handler = g_log_set_handler ("keel", G_LOG_LEVEL_WARNING, ignore_cb, NULL);
  for (int n = 1; n < 200; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KeelVaultKey) key = NULL;
      g_autofree char *after = NULL;
      char *code;

      fail_at = n;
      fail_with = n % 2 ? ENOSPC : EIO;
      keel_durable_watch (fail_cb);
      code = keel_protection_turn_on (fixture->folder, KEEL_PASSPHRASE, keel_key_cost_lowest, &error);
      keel_durable_watch (NULL);
      g_assert_true ((code != NULL) == keel_protection_is_on (fixture->folder));
      if (code == NULL)
        g_assert_cmpint (error->code, ==, n % 2 ? KEEL_STORE_ERROR_FULL : KEEL_STORE_ERROR_IO);
      if (code != NULL)
        key = keel_protected_fixture_unlock (fixture, KEEL_PASSPHRASE);
      after = keel_protected_fixture_dump (fixture, key);
      g_assert_cmpstr (after, ==, before);
      keel_protected_fixture_assert_files (fixture, key != NULL ? PROTECTED_FILES : PLAIN_FILES);
      if (key != NULL)
        turn_off (fixture, key);
      refused += code == NULL;
      done += code != NULL;
      keel_secret_free (code);
      if (fail_at > 0)
        break;
    }
  g_log_remove_handler ("keel", handler);
  g_test_message ("%u of %u refused steps left it plain", refused, refused + done);
  g_assert_cmpuint (refused, >, 5);
  g_assert_cmpuint (done, >, 5);
}

/* A profile that was never opened has no databases yet. */
static void
test_new (Fixture *fixture, const void *data)
{
  const char *names[] = { "journal.db", "directory.db", "reminders.db", "wake", "lock" };
  g_autoptr (KeelVaultKey) key = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  keel_secret_free (keel_protected_fixture_turn_on (fixture));
  keel_protected_fixture_assert_files (fixture, PROTECTED_FILES);
  key = keel_protected_fixture_unlock (fixture, KEEL_PASSPHRASE);
  g_object_unref (keel_protected_fixture_open (fixture, key));
}

/* A marker that nobody can read decides nothing, and nothing is touched. */
static void
test_strange_marker (Fixture *fixture, const void *data)
{
  g_autofree char *marker = g_build_filename (fixture->folder, "converting", NULL);
  g_autofree char *next = g_build_filename (fixture->folder, "journal.db.next", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (marker, "perhaps\n", -1, NULL));
  g_assert_true (g_file_set_contents (next, "text", -1, NULL));
  g_assert_null (keel_profile_open (fixture->data_dir, NULL, NULL, fixture->clock, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT);
  g_assert_true (g_file_test (next, G_FILE_TEST_EXISTS));
  g_unlink (marker);
  g_object_unref (keel_protected_fixture_open (fixture, NULL));
  keel_protected_fixture_assert_files (fixture, PLAIN_FILES);
}

#define ADD(name, function, data)                                                                            \
  g_test_add ("/store/protection/" name, Fixture, data, keel_protected_fixture_set_up, function,             \
              keel_protected_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("there-and-back", test_there_and_back, NULL);
  ADD ("modes", test_modes, NULL);
  ADD ("canary", test_canary, NULL);
  ADD ("canary-beside", test_canary_beside, NULL);
  ADD ("overwritten", test_overwritten, NULL);
  ADD ("linked", test_linked, NULL);
  ADD ("in-use", test_in_use, NULL);
  ADD ("refused", test_refused, NULL);
  ADD ("foreign", test_foreign, NULL);
  ADD ("wrong-key", test_wrong_key, NULL);
  ADD ("reminders-busy", test_reminders_busy, NULL);
  ADD ("reminders-busy-for-long", test_reminders_busy, "for long");
  ADD ("reminders-open", test_reminders_open, NULL);
  ADD ("refused-steps", test_refused_steps, NULL);
  ADD ("taken-away", test_taken_away, "keys");
  ADD ("taken-away-before-keys", test_taken_away, NULL);
  ADD ("full-for-good", test_full_for_good, NULL);
  ADD ("keys-lost", test_keys_lost, NULL);
  ADD ("new", test_new, NULL);
  ADD ("strange-marker", test_strange_marker, NULL);
  return g_test_run ();
}

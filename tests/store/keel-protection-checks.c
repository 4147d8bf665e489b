#include "keel-protection-checks.h"

#include <string.h>
#include <unistd.h>

#include "keel-test-folder.h"
#include "store/keel-profile-lock.h"

#define UUID_LENGTH 36
#define N_LISTED 40

typedef KeelProtectedFixture Fixture;

const char *const keel_job_names[] = { "protect", "unprotect", "passphrase", "code", "write", "close" };

guint
keel_get_number (const char *variable, guint otherwise)
{
  const char *text = g_getenv (variable);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

pid_t
keel_fork (void)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    g_random_set_seed ((guint32) getpid ());
  return child;
}

static gboolean
has_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

KeelPhase
keel_find_phase (Fixture *fixture, gboolean was_on)
{
  if (has_file (fixture, "converting"))
    return KEEL_PHASE_DECIDED;
  if (keel_protection_is_on (fixture->folder) != was_on)
    return KEEL_PHASE_AFTER;
  return keel_protection_is_interrupted (fixture->folder) ? KEEL_PHASE_PREPARING : KEEL_PHASE_BEFORE;
}

static KeelVaultKey *
try_key (Fixture *fixture, KeelKeySlotKind kind, const char *secret)
{
  g_autofree char *keys = g_build_filename (fixture->folder, "keys", NULL);

  return secret != NULL ? keel_key_slots_unlock (keys, kind, secret, NULL) : NULL;
}

const char *
keel_get_other_passphrase (const char *passphrase)
{
  return strcmp (passphrase, KEEL_OTHER_PASSPHRASE) == 0 ? KEEL_PASSPHRASE : KEEL_OTHER_PASSPHRASE;
}

/* Exactly one passphrase fits. The other only if it was being set; then it is the one from now on. */
static void
check_passphrase (Fixture *fixture, KeelJob job, const char *told, KeelExpected *expected)
{
  const char *other = keel_get_other_passphrase (expected->passphrase);
  g_autoptr (KeelVaultKey) kept = try_key (fixture, KEEL_KEY_SLOT_PASSPHRASE, expected->passphrase);
  g_autoptr (KeelVaultKey) changed = try_key (fixture, KEEL_KEY_SLOT_PASSPHRASE, other);

  g_assert_true ((kept != NULL) != (changed != NULL));
  g_assert_true (changed == NULL || job == KEEL_JOB_PASSPHRASE);
  g_assert_true (kept == NULL || job != KEEL_JOB_PASSPHRASE || *told == '\0');
  if (changed != NULL)
    expected->passphrase = other;
}

/* The code that was shown last fits, unless the process died between keeping a new one and showing it. */
static void
check_code (Fixture *fixture, KeelJob job, const char *told, KeelExpected *expected)
{
  gboolean renewing = job == KEEL_JOB_CODE || job == KEEL_JOB_ON;
  g_autoptr (KeelVaultKey) key = NULL;

  if (renewing && *told != '\0')
    {
      g_free (expected->code);
      expected->code = g_strdup (told);
    }
  g_assert_true (keel_protection_has_recovery_code (fixture->folder));
  key = try_key (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, expected->code);
  g_assert_true (key != NULL || expected->code == NULL || (renewing && *told == '\0'));
  if (key == NULL)
    g_clear_pointer (&expected->code, g_free);
}

static void
add_written (const char *told, GPtrArray *written)
{
  for (gsize i = 0; i + UUID_LENGTH <= strlen (told); i += UUID_LENGTH)
    g_ptr_array_add (written, g_strndup (told + i, UUID_LENGTH));
}

/* What it tells before anybody has mended it. */
static void
check_state (Fixture *fixture, KeelJob job, const char *told, KeelExpected *expected)
{
  gboolean on = keel_protection_is_on (fixture->folder);
  gboolean done = *told != '\0';

  if (job == KEEL_JOB_ON || job == KEEL_JOB_OFF)
    g_assert_true (!done || on == (job == KEEL_JOB_ON));
  else
    g_assert_true (on == expected->on);
  if (!on)
    g_clear_pointer (&expected->code, g_free);
  expected->on = on;
}

void
keel_settle (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  int lock = keel_profile_lock_share (fixture->folder, &error);

  g_assert_no_error (error);
  keel_profile_lock_release (lock);
}

static void
check_words (Fixture *fixture)
{
  guint words = keel_count_word (fixture->folder, KEEL_SEALED, NULL);
  g_autofree char *files = keel_list_files (fixture->folder);

  if (words > 0)
    g_test_message ("%u words in %s", words, files);
  g_assert_cmpuint (words, ==, 0);
}

/* Opens without a question asked, and has all that it had. */
static void
check_content (Fixture *fixture, KeelVaultKey *key, GPtrArray *written)
{
  g_autoptr (KeelProfile) profile = keel_protected_fixture_open (fixture, key);
  KeelJournal *journal = keel_profile_get_journal (profile);
  const KeelMeetingQuery query = { .text = KEEL_SEALED };
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (fixture->clock);
  g_autoptr (KeelMeetingResults) results = NULL;
  g_autofree char *setting = keel_journal_get_setting (journal, "page", NULL);

  results = keel_meeting_index_search (keel_profile_get_index (profile, NULL), &query,
                                       keel_clock_get_now (fixture->clock), zone, NULL);
  g_assert_cmpuint (results->total, ==, N_LISTED);
  g_assert_cmpstr (setting, ==, KEEL_SEALED " page");
  for (guint i = 0; i < written->len; i++)
    {
      g_autoptr (KeelSeries) series = keel_journal_find_series (journal, written->pdata[i], NULL);

      g_assert_nonnull (series);
    }
}

void
keel_check_profile (Fixture *fixture, KeelJob job, const char *told, KeelExpected *expected)
{
  g_autoptr (KeelVaultKey) key = NULL;

  check_state (fixture, job, told, expected);
  if (job == KEEL_JOB_WRITE)
    add_written (told, expected->written);
  keel_settle (fixture);
  g_assert_false (keel_protection_is_interrupted (fixture->folder));
  g_assert_true (keel_protection_is_on (fixture->folder) == expected->on);
  if (expected->on)
    {
      check_words (fixture);
      check_passphrase (fixture, job, told, expected);
      check_code (fixture, job, told, expected);
      key = keel_protected_fixture_unlock (fixture, expected->passphrase);
    }
  else
    g_assert_false (has_file (fixture, "keys"));
  check_content (fixture, key, expected->written);
  keel_protected_fixture_assert_whole (fixture, key);
}

/* A copy of @base to work in. */
void
keel_enter_copy (Fixture *copy, const Fixture *base)
{
  copy->clock = base->clock;
  copy->data_dir = g_strconcat (base->data_dir, "-copy", NULL);
  copy->folder = g_build_filename (copy->data_dir, "profiles", "default", NULL);
  keel_copy_folder (base->data_dir, copy->data_dir);
}

void
keel_leave_copy (Fixture *copy)
{
  keel_test_folder_remove (copy->data_dir);
  g_free (copy->data_dir);
  g_free (copy->folder);
}

void
keel_report_phases (const char *what, guint n, const guint *phases)
{
  g_test_message (
      "%s: %u, of them %u before anything new, %u before the decision, %u after it, %u at the end", what, n,
      phases[KEEL_PHASE_BEFORE], phases[KEEL_PHASE_PREPARING], phases[KEEL_PHASE_DECIDED],
      phases[KEEL_PHASE_AFTER]);
}

/* What opens a protected profile, how long to wait after what does not, and what changing it touches. */

#include "keel-protected-fixture.h"

#include <string.h>

#include <glib/gstdio.h>

#include "keel-vault-fixture.h"
#include "store/keel-recovery-code.h"

#define WRONG "incorrect horse"
#define SECOND "battery staple"
#define PROTECTED_FILES "directory.db journal.db keys lock profile.ini reminders.db wake"

typedef KeelProtectedFixture Fixture;

static gint64
get_now (Fixture *fixture)
{
  return keel_clock_get_now (fixture->clock);
}

static void
step_clock (Fixture *fixture, gint64 seconds)
{
  keel_test_clock_step (KEEL_TEST_CLOCK (fixture->clock), seconds);
}

/* The passphrase and the recovery code change; nothing else does. */
static void
test_change (Fixture *fixture, const void *data)
{
  char *code = keel_protected_fixture_turn_on (fixture);
  g_autofree char *journal = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autofree char *directory = g_build_filename (fixture->folder, "directory.db", NULL);
  g_autoptr (GBytes) journal_before = keel_vault_fixture_load (journal);
  g_autoptr (GBytes) directory_before = keel_vault_fixture_load (directory);
  g_autoptr (GBytes) journal_after = NULL;
  g_autoptr (GBytes) directory_after = NULL;
  g_autoptr (KeelVaultKey) key = keel_protected_fixture_unlock (fixture, KEEL_PASSPHRASE);
  g_autoptr (GError) error = NULL;
  char *second;

  g_assert_true (keel_protection_has_recovery_code (fixture->folder));
  keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, code, -1);
  g_assert_true (keel_protection_set_passphrase (fixture->folder, key, SECOND, keel_key_cost_lowest, &error));
  keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_PASSPHRASE, SECOND, -1);
  keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, code, -1);
  keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_PASSPHRASE, KEEL_PASSPHRASE,
                                        KEEL_STORE_ERROR_PASSPHRASE);
  step_clock (fixture, 60);

  second = keel_protection_renew_recovery_code (fixture->folder, key, &error);
  g_assert_no_error (error);
  keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, second, -1);
  keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, code,
                                        KEEL_STORE_ERROR_PASSPHRASE);
  step_clock (fixture, 60);
  g_assert_true (keel_protection_remove_recovery_code (fixture->folder, &error));
  g_assert_false (keel_protection_has_recovery_code (fixture->folder));
  keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, second,
                                        KEEL_STORE_ERROR_PASSPHRASE);
  step_clock (fixture, 60);
  keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_PASSPHRASE, SECOND, -1);

  journal_after = keel_vault_fixture_load (journal);
  directory_after = keel_vault_fixture_load (directory);
  g_assert_true (g_bytes_equal (journal_before, journal_after));
  g_assert_true (g_bytes_equal (directory_before, directory_after));
  keel_secret_free (code);
  keel_secret_free (second);
}

/* @after: seconds since the one before; what the try is answered with; the wait from then on. */
static void
test_wait (Fixture *fixture, const void *data)
{
  const struct
  {
    gint64 after;
    const char *secret;
    int code;
    guint wait;
  } rows[] = {
    { 0, WRONG, KEEL_STORE_ERROR_PASSPHRASE, 1 },
    { 0, WRONG, KEEL_STORE_ERROR_WAIT, 1 },
    { 0, KEEL_PASSPHRASE, KEEL_STORE_ERROR_WAIT, 1 },
    { 1, WRONG, KEEL_STORE_ERROR_PASSPHRASE, 2 },
    { 1, KEEL_PASSPHRASE, KEEL_STORE_ERROR_WAIT, 1 },
    { 1, WRONG, KEEL_STORE_ERROR_PASSPHRASE, 4 },
    { 4, WRONG, KEEL_STORE_ERROR_PASSPHRASE, 8 },
    { 8, WRONG, KEEL_STORE_ERROR_PASSPHRASE, 16 },
    { 16, WRONG, KEEL_STORE_ERROR_PASSPHRASE, 30 },
    { 30, WRONG, KEEL_STORE_ERROR_PASSPHRASE, 30 },
    { 300, WRONG, KEEL_STORE_ERROR_PASSPHRASE, 30 },
    { -86400, KEEL_PASSPHRASE, KEEL_STORE_ERROR_WAIT, 30 },
    { 29, KEEL_PASSPHRASE, KEEL_STORE_ERROR_WAIT, 1 },
    { 1, KEEL_PASSPHRASE, -1, 0 },
    { 0, WRONG, KEEL_STORE_ERROR_PASSPHRASE, 1 },
    { 31536000, KEEL_PASSPHRASE, -1, 0 },
    { 0, KEEL_PASSPHRASE, -1, 0 },
  };
  gboolean code = data != NULL;
  char *recovery = keel_protected_fixture_turn_on (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean right = strcmp (rows[i].secret, KEEL_PASSPHRASE) == 0;

      step_clock (fixture, rows[i].after);
      g_test_message ("row %u", i);
      if (code)
        keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_RECOVERY_CODE,
                                              right ? recovery : "ABCD-EFGH", rows[i].code);
      else
        keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_PASSPHRASE, rows[i].secret,
                                              rows[i].code);
      g_assert_cmpuint (keel_protection_get_wait (fixture->folder, get_now (fixture)), ==, rows[i].wait);
    }
  keel_protected_fixture_assert_files (fixture, PROTECTED_FILES);
  keel_secret_free (recovery);
}

/* Whatever stands there keeps nobody out for longer than the longest wait, and mostly not at all. */
static void
test_attempts (Fixture *fixture, const void *data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "attempts", NULL);
  const struct
  {
    const char *text;
    guint wait;
  } rows[] = {
    { "", 0 },
    { "garbage", 0 },
    { "3", 0 },
    { "3 x\n", 0 },
    { "-1 100\n", 0 },
    { "0 1000\n", 0 },
    { "3 1000", 0 },
    { "3 1000\nmore", 0 },
    { "99999999999999999999999 1000\n", 0 },
    { "3 99999999999999999999999999\n", 0 },
    { "3 1000\n", 4 },
    { "3 999\n", 3 },
    { "3 1\n", 0 },
    { "3 -5\n", 0 },
    { "999999999 1000\n", 30 },
    { "2 999999999999999999\n", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (g_file_set_contents (path, rows[i].text, -1, NULL));
      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpuint (keel_protection_get_wait (fixture->folder, 1000), ==, rows[i].wait);
      g_assert_cmpuint (keel_protection_get_wait (fixture->folder, 1000 + rows[i].wait), ==, 0);
    }
  g_unlink (path);
  g_assert_cmpuint (keel_protection_get_wait (fixture->folder, 1000), ==, 0);
}

typedef struct
{
  const char *folder;
  KeelVaultKey *key;
  guint done;
} Changer;

static gpointer
change_cb (gpointer data)
{
  Changer *changer = data;

  for (guint i = 0; i < 60; i++)
    changer->done += keel_protection_set_passphrase (changer->folder, changer->key, SECOND,
                                                     keel_key_cost_lowest, NULL);
  return NULL;
}

/* Keys that came back after a passphrase was taken off would lock the profile for good; a code that another
 * change undid would be a code that does not fit. */
static void
test_at_once (Fixture *fixture, const void *data)
{
  Changer changer = { fixture->folder };

  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (KeelVaultKey) own = NULL;
      g_autofree char *code = keel_protected_fixture_turn_on (fixture);
      g_autofree char *renewed = NULL;
      GThread *thread;

      own = keel_protected_fixture_unlock (fixture, KEEL_PASSPHRASE);
      changer.key = own;
      thread = g_thread_new ("change", change_cb, &changer);
      for (guint i = 0; i < 10; i++)
        {
          g_free (renewed);
          renewed = keel_protection_renew_recovery_code (fixture->folder, own, NULL);
          keel_protected_fixture_assert_unlock (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, renewed, -1);
        }
      g_assert_true (keel_protection_turn_off (fixture->folder, own, NULL));
      g_thread_join (thread);
      g_assert_false (keel_protection_is_on (fixture->folder));
      g_object_unref (keel_protected_fixture_open (fixture, NULL));
    }
  g_test_message ("%u changes of the passphrase beside it", changer.done);
  g_assert_cmpuint (changer.done, >, 0);
}

#define ADD(name, function, data)                                                                            \
  g_test_add ("/store/unlock/" name, Fixture, data, keel_protected_fixture_set_up, function,                 \
              keel_protected_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("change", test_change, NULL);
  ADD ("wait", test_wait, NULL);
  ADD ("wait-code", test_wait, "code");
  ADD ("attempts", test_attempts, NULL);
  ADD ("at-once", test_at_once, NULL);
  return g_test_run ();
}

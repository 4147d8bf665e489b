#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "keel-test-folder.h"
#include "keel-vault-fixture.h"
#include "store/keel-key-slots.h"
#include "store/keel-recovery-code.h"

#define N_KILLS_SHORT 20
#define FIRST "correct horse"
#define SECOND "battery staple"

typedef struct
{
  char *folder;
  char *path;
  KeelVaultKey *key;
} Fixture;

static void
set_up (Fixture *fixture, const void *data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = keel_test_folder_make ();
  fixture->path = g_build_filename (fixture->folder, "keys", NULL);
  fixture->key = keel_key_slots_create (fixture->path, FIRST, keel_key_cost_lowest, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, const void *data)
{
  keel_test_folder_remove (fixture->folder);
  keel_vault_key_unref (fixture->key);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_opens (Fixture *fixture, KeelKeySlotKind kind, const char *secret)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelVaultKey) key = keel_key_slots_unlock (fixture->path, kind, secret, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (keel_vault_key_get_bytes (key), KEEL_VAULT_KEY_BYTES,
                   keel_vault_key_get_bytes (fixture->key), KEEL_VAULT_KEY_BYTES);
}

static void
assert_refused (Fixture *fixture, KeelKeySlotKind kind, const char *secret, KeelStoreError code)
{
  g_autoptr (GBytes) before = keel_vault_fixture_load (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelVaultKey) key = keel_key_slots_unlock (fixture->path, kind, secret, &error);

  g_assert_null (key);
  g_assert_error (error, KEEL_STORE_ERROR, (gint) code);
  after = keel_vault_fixture_load (fixture->path);
  g_assert_true (before == NULL || g_bytes_equal (before, after));
}

static void
test_passphrase (Fixture *fixture, const void *data)
{
  const char *wrong[] = {
    "", " ", "Correct horse", "correct horse ", "correct", "\xff", "correct horsecorrect horse"
  };
  GStatBuf info;

  assert_opens (fixture, KEEL_KEY_SLOT_PASSPHRASE, FIRST);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (fixture, KEEL_KEY_SLOT_PASSPHRASE, wrong[i], KEEL_STORE_ERROR_PASSPHRASE);
  assert_refused (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, FIRST, KEEL_STORE_ERROR_PASSPHRASE);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_accents (Fixture *fixture, const void *data)
{
  g_autoptr (GError) error = NULL;

  keel_key_slots_set_passphrase (fixture->path, fixture->key, "Grüße, café", keel_key_cost_lowest, &error);
  g_assert_no_error (error);
  assert_opens (fixture, KEEL_KEY_SLOT_PASSPHRASE,
                "Gru\xcc\x88\xc3\x9f"
                "e, cafe\xcc\x81");
  assert_refused (fixture, KEEL_KEY_SLOT_PASSPHRASE, "Grusse, cafe", KEEL_STORE_ERROR_PASSPHRASE);
}

static void
test_create_once (Fixture *fixture, const void *data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "keys", NULL);
  const struct
  {
    const char *path;
    const char *passphrase;
    KeelStoreError code;
  } rows[] = {
    { fixture->path, SECOND, KEEL_STORE_ERROR_INVALID },
    { other, "", KEEL_STORE_ERROR_INVALID },
    { other, "\xff\xfe", KEEL_STORE_ERROR_INVALID },
    { nowhere, SECOND, KEEL_STORE_ERROR_IO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (keel_key_slots_create (rows[i].path, rows[i].passphrase, keel_key_cost_lowest, &error));
      g_assert_error (error, KEEL_STORE_ERROR, (gint) rows[i].code);
    }
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  assert_opens (fixture, KEEL_KEY_SLOT_PASSPHRASE, FIRST);
}

static gboolean
has (Fixture *fixture, KeelKeySlotKind kind)
{
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  keel_key_slots_has (fixture->path, kind, &found, &error);
  g_assert_no_error (error);
  return found;
}

static void
test_slots (Fixture *fixture, const void *data)
{
  g_autoptr (GError) error = NULL;
  char *code;
  char *second_code;

  code = keel_key_slots_set_recovery_code (fixture->path, fixture->key, &error);
  g_assert_no_error (error);
  g_assert_true (has (fixture, KEEL_KEY_SLOT_RECOVERY_CODE));
  assert_opens (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, code);
  keel_key_slots_set_passphrase (fixture->path, fixture->key, SECOND, keel_key_cost_lowest, &error);
  g_assert_no_error (error);
  assert_opens (fixture, KEEL_KEY_SLOT_PASSPHRASE, SECOND);
  assert_refused (fixture, KEEL_KEY_SLOT_PASSPHRASE, FIRST, KEEL_STORE_ERROR_PASSPHRASE);
  assert_opens (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, code);

  second_code = keel_key_slots_set_recovery_code (fixture->path, fixture->key, &error);
  g_assert_cmpstr (code, !=, second_code);
  assert_refused (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, code, KEEL_STORE_ERROR_PASSPHRASE);

  g_assert_true (keel_key_slots_remove (fixture->path, KEEL_KEY_SLOT_PASSPHRASE, &error));
  g_assert_false (has (fixture, KEEL_KEY_SLOT_PASSPHRASE));
  g_assert_false (keel_key_slots_remove (fixture->path, KEEL_KEY_SLOT_PASSPHRASE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (keel_key_slots_remove (fixture->path, KEEL_KEY_SLOT_RECOVERY_CODE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  assert_opens (fixture, KEEL_KEY_SLOT_RECOVERY_CODE, second_code);
  keel_secret_free (code);
  keel_secret_free (second_code);
}

/* Else a profile would be locked out of its own files. */
static void
test_other_key (Fixture *fixture, const void *data)
{
  g_autoptr (KeelVaultKey) other = keel_vault_fixture_key (3);
  g_autoptr (GError) error = NULL;

  g_assert_false (keel_key_slots_set_passphrase (fixture->path, other, SECOND, keel_key_cost_lowest, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (keel_key_slots_set_recovery_code (fixture->path, other, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  assert_opens (fixture, KEEL_KEY_SLOT_PASSPHRASE, FIRST);
}

/* A file that is damaged is never taken for a wrong passphrase. */
static void
test_damage (Fixture *fixture, const void *data)
{
  g_autoptr (GBytes) whole = keel_vault_fixture_load (fixture->path);
  gsize length = g_bytes_get_size (whole);

  for (gsize i = 0; i < length * 8; i += 3)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GBytes) damaged = NULL;
      gboolean newer = i / 8 >= 8 && i / 8 < 12 && !(i / 8 == 8 && i % 8 == 0);

      bytes[i / 8] ^= (guint8) (1 << i % 8);
      damaged = g_bytes_new (bytes, length);
      keel_vault_fixture_save (fixture->path, damaged);
      assert_refused (fixture, KEEL_KEY_SLOT_PASSPHRASE, FIRST,
                      newer ? KEEL_STORE_ERROR_NEWER : KEEL_STORE_ERROR_CORRUPT);
    }
  for (gsize i = 0; i < length; i += 7)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, i);

      keel_vault_fixture_save (fixture->path, cut);
      assert_refused (fixture, KEEL_KEY_SLOT_PASSPHRASE, FIRST, KEEL_STORE_ERROR_CORRUPT);
    }
  g_unlink (fixture->path);
  assert_refused (fixture, KEEL_KEY_SLOT_PASSPHRASE, FIRST, KEEL_STORE_ERROR_IO);
  keel_vault_fixture_save (fixture->path, whole);
  assert_opens (fixture, KEEL_KEY_SLOT_PASSPHRASE, FIRST);
}

/* The rows of a code that must or must not be read as @code. */
static char *
respell (const char *code, guint way)
{
  GString *text = g_string_new (NULL);

  for (const char *next = code; *next != '\0'; next++)
    {
      if (*next == '-')
        g_string_append (text, way == 1 ? " " : way == 2 ? "" : way == 3 ? " \xe2\x80\x93 " : "-");
      else if (*next == '0' && way > 0)
        g_string_append (text, way == 1 ? "O" : "o");
      else if (*next == '1' && way > 0)
        g_string_append (text, way == 1 ? "I" : way == 2 ? "l" : "i");
      else if (*next == 'V' && way == 3)
        g_string_append (text, "u");
      else if (way == 4)
        g_string_append_unichar (text, 0xff00 + (gunichar) *next - 0x20);
      else
        g_string_append_c (text, way == 2 ? g_ascii_tolower (*next) : *next);
    }
  return g_string_free (text, FALSE);
}

static void
test_spelling (void)
{
  guint8 symbols[KEEL_RECOVERY_CODE_SYMBOLS];
  guint8 again[KEEL_RECOVERY_CODE_SYMBOLS];

  for (guint i = 0; i < 200; i++)
    {
      char *code = keel_recovery_code_new ();

      g_assert_cmpuint (strlen (code), ==, 34);
      g_assert_true (keel_recovery_code_parse (code, symbols));
      for (guint way = 0; way < 5; way++)
        {
          g_autofree char *text = respell (code, way);

          g_assert_true (keel_recovery_code_parse (text, again));
          g_assert_cmpmem (symbols, sizeof symbols, again, sizeof again);
        }
      keel_secret_free (code);
    }
}

static void
test_misspelling (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const char *not_codes[] = { "", "-", "ABCD", "\xff", "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789", "Ä", "!" };
  guint8 symbols[KEEL_RECOVERY_CODE_SYMBOLS];
  char *code = keel_recovery_code_new ();

  for (guint i = 0; i < G_N_ELEMENTS (not_codes); i++)
    g_assert_false (keel_recovery_code_parse (not_codes[i], symbols));
  for (guint i = 0; i < strlen (code); i++)
    {
      g_autofree char *text = g_strdup (code);

      for (const char *letter = alphabet; *letter != '\0' && code[i] != '-'; letter++)
        {
          text[i] = *letter;
          g_assert_true (keel_recovery_code_parse (text, symbols) == (*letter == code[i]));
          for (guint j = i + 1; j < strlen (code) && *letter != code[i]; j++)
            {
              char kept = text[j];

              if (kept == '-')
                continue;
              text[j] = alphabet[(guint) (*letter + j) % 32];
              g_assert_false (keel_recovery_code_parse (text, symbols));
              text[j] = kept;
            }
        }
    }
  for (guint i = 1; i < strlen (code); i++)
    {
      g_autofree char *text = g_strdup (code);

      if (code[i] == code[i - 1] || code[i] == '-' || code[i - 1] == '-')
        continue;
      text[i] = code[i - 1];
      text[i - 1] = code[i];
      g_assert_false (keel_recovery_code_parse (text, symbols));
    }
  keel_secret_free (code);
}

static void
change_for_ever (Fixture *fixture)
{
  for (guint i = 0;; i++)
    {
      if (!keel_key_slots_set_passphrase (fixture->path, fixture->key, i % 2 ? FIRST : SECOND,
                                          keel_key_cost_lowest, NULL))
        _exit (1);
      keel_secret_free (keel_key_slots_set_recovery_code (fixture->path, fixture->key, NULL));
    }
}

/* Whenever it dies, one of the two passphrases opens it. */
static void
test_killed (Fixture *fixture, const void *data)
{
  const char *asked = g_getenv ("KEEL_VAULT_KILLS");
  guint kills = asked ? (guint) g_ascii_strtoull (asked, NULL, 10) : N_KILLS_SHORT;
  guint changed = 0;

  for (guint i = 0; i < kills; i++)
    {
      g_autoptr (KeelVaultKey) first = NULL;
      g_autoptr (KeelVaultKey) second = NULL;
      int status = 0;
      pid_t child = fork ();

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        change_for_ever (fixture);
      g_usleep (g_test_rand_int_range (0, 20000));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      first = keel_key_slots_unlock (fixture->path, KEEL_KEY_SLOT_PASSPHRASE, FIRST, NULL);
      second = keel_key_slots_unlock (fixture->path, KEEL_KEY_SLOT_PASSPHRASE, SECOND, NULL);
      g_assert_true ((first == NULL) != (second == NULL));
      changed += second != NULL;
    }
  g_test_message ("%u kills, %u of them with the second passphrase", kills, changed);
  g_assert_cmpuint (changed, >, 0);
}

static void
test_cost (void)
{
  KeelKeyCost cost = keel_key_cost_choose ();

  g_assert_cmpuint (cost.memory_kib, >=, 64 * 1024);
  g_assert_cmpuint (cost.memory_kib, <=, 256 * 1024);
  g_assert_cmpuint (cost.passes, ==, 3);
}

#define ADD(name, function) g_test_add ("/store/key-slots/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("passphrase", test_passphrase);
  ADD ("accents", test_accents);
  ADD ("create-once", test_create_once);
  ADD ("slots", test_slots);
  ADD ("other-key", test_other_key);
  ADD ("damage", test_damage);
  ADD ("killed", test_killed);
  g_test_add_func ("/store/recovery-code/spelling", test_spelling);
  g_test_add_func ("/store/recovery-code/misspelling", test_misspelling);
  g_test_add_func ("/store/key-slots/cost", test_cost);
  return g_test_run ();
}

/* Wrong keys and files that another hand has changed: it is noticed, and nothing gets worse. */

#include <string.h>

#include <glib/gstdio.h>

#include "keel-test-folder.h"
#include "keel-vault-fixture.h"

#define PAGE_BYTES 4096
#define N_NOTES 12
#define N_HOT 28
#define RECORD_BYTES (PAGE_BYTES + 8)

/* A database and, where it was left in the middle of a transaction, its journal: what a crash leaves. */
typedef struct
{
  GBytes *database;
  GBytes *journal;
} Image;

typedef struct
{
  char *folder;
  char *path;
  char *journal;
  KeelVaultKey *key;
  Image hot;
  Image whole;
} Fixture;

static void
clear_image (Image *image)
{
  g_clear_pointer (&image->database, g_bytes_unref);
  g_clear_pointer (&image->journal, g_bytes_unref);
}

static Image
take_image (Fixture *fixture)
{
  return (Image){ keel_vault_fixture_load (fixture->path), keel_vault_fixture_load (fixture->journal) };
}

static void
put_image (Fixture *fixture, const Image *image)
{
  keel_vault_fixture_save (fixture->path, image->database);
  keel_vault_fixture_save (fixture->journal, image->journal);
}

static void
assert_untouched (Fixture *fixture, const Image *before)
{
  Image after = take_image (fixture);

  g_assert_true (g_bytes_equal (before->database, after.database));
  g_assert_true ((before->journal == NULL) == (after.journal == NULL));
  g_assert_true (before->journal == NULL || g_bytes_equal (before->journal, after.journal));
  clear_image (&after);
}

/* A transaction that has changed the file more than the cache holds, @variant of several. */
static Image
make_hot (Fixture *fixture, guint variant)
{
  g_autoptr (KeelDatabase) database = keel_vault_fixture_open (fixture->path, fixture->key);
  g_autofree char *sql = NULL;
  Image image;

  sql = g_strdup_printf (
      "PRAGMA cache_size = 4; BEGIN IMMEDIATE; UPDATE note SET words = words || randomblob (%u);"
      "INSERT INTO note (words) VALUES (hex (randomblob (%u)))",
      1 + variant % 7 * 300, variant * 700);
  keel_vault_fixture_run (database, sql);
  if (variant % 2)
    keel_vault_fixture_run (database,
                            "PRAGMA cache_spill = 1; CREATE TABLE other AS SELECT hex (words) FROM note;"
                            "DELETE FROM note WHERE id % 2");
  image = take_image (fixture);
  g_assert_nonnull (image.journal);
  keel_vault_fixture_run (database, "ROLLBACK");
  return image;
}

static void
set_up (Fixture *fixture, const void *data)
{
  KeelDatabase *database;

  fixture->folder = keel_test_folder_make ();
  fixture->path = g_build_filename (fixture->folder, "vault.db", NULL);
  fixture->journal = g_strconcat (fixture->path, "-journal", NULL);
  fixture->key = keel_vault_fixture_key (7);
  database = keel_vault_fixture_open (fixture->path, fixture->key);
  g_assert_true (keel_vault_fixture_make_tables (database));
  for (gint64 i = 1; i <= N_NOTES; i++)
    g_assert_true (keel_vault_fixture_write (database, i));
  keel_vault_fixture_run (database, "VACUUM");
  keel_database_close (database);
  fixture->whole = take_image (fixture);
  fixture->hot = make_hot (fixture, 1);
  put_image (fixture, &fixture->whole);
}

static void
tear_down (Fixture *fixture, const void *data)
{
  keel_test_folder_remove (fixture->folder);
  keel_vault_key_unref (fixture->key);
  clear_image (&fixture->hot);
  clear_image (&fixture->whole);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->journal);
}

static gboolean
is_whole (Fixture *fixture, GError **error)
{
  return keel_vault_fixture_check (fixture->path, fixture->key, N_NOTES, N_NOTES, error);
}

static void
assert_whole (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  is_whole (fixture, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *fixture, KeelVaultKey *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelDatabase) database = NULL;

  database = keel_database_open_protected (fixture->path, &keel_vault_fixture_kind, key, &error);
  g_assert_null (database);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FOREIGN);
}

static GBytes *
change (GBytes *bytes, gsize offset, guint8 mask)
{
  gsize length;
  const guint8 *old = g_bytes_get_data (bytes, &length);
  guint8 *data = g_memdup2 (old, length);

  data[offset] ^= mask;
  return g_bytes_new_take (data, length);
}

/* With another key, of another kind, and with none: stock SQLite, that is. */
static void
test_wrong_key (Fixture *fixture, const void *data)
{
  g_autoptr (KeelVaultKey) wrong = keel_vault_fixture_key (8);
  KeelDatabaseKind other_kind = keel_vault_fixture_kind;
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, wrong);
  assert_refused (fixture, NULL);
  other_kind.application_id++;
  g_assert_null (keel_database_open_protected (fixture->path, &other_kind, fixture->key, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FOREIGN);
  assert_untouched (fixture, &fixture->whole);
  assert_whole (fixture);
}

/* The trap of facts: SQLite deletes a journal that it does not understand. */
static void
test_wrong_key_hot (Fixture *fixture, const void *data)
{
  g_autoptr (KeelVaultKey) wrong = keel_vault_fixture_key (8);
  guint needed = 0;

  for (guint i = 0; i < N_HOT; i++)
    {
      Image image = make_hot (fixture, i);
      Image without = { image.database, NULL };

      put_image (fixture, &image);
      assert_refused (fixture, wrong);
      assert_untouched (fixture, &image);
      assert_refused (fixture, NULL);
      assert_untouched (fixture, &image);
      assert_whole (fixture);
      g_assert_false (g_file_test (fixture->journal, G_FILE_TEST_EXISTS));

      /* That the journal was needed. */
      put_image (fixture, &without);
      needed += !is_whole (fixture, NULL);
      put_image (fixture, &fixture->whole);
      clear_image (&image);
    }
  g_test_message ("%u of %u were damaged without their journal", needed, N_HOT);
  g_assert_cmpuint (needed, >, N_HOT / 2);
}

/* A power cut in the middle of page 1: the journal mends it, and meanwhile says whose file it is. */
static void
test_torn_page_one (Fixture *fixture, const void *data)
{
  g_autoptr (KeelVaultKey) wrong = keel_vault_fixture_key (8);

  for (gsize offset = 0; offset < PAGE_BYTES; offset += 512)
    {
      guint8 *bytes = g_memdup2 (g_bytes_get_data (fixture->hot.database, NULL),
                                 g_bytes_get_size (fixture->hot.database));
      Image torn = { NULL, fixture->hot.journal };

      memset (bytes + offset, 0, 512);
      torn.database = g_bytes_new_take (bytes, g_bytes_get_size (fixture->hot.database));
      put_image (fixture, &torn);
      assert_refused (fixture, wrong);
      assert_untouched (fixture, &torn);
      assert_whole (fixture);
      g_bytes_unref (torn.database);
    }
}

static void
assert_damage_noticed (Fixture *fixture, const Image *damaged, KeelStoreError code)
{
  g_autoptr (GError) error = NULL;

  put_image (fixture, damaged);
  g_assert_false (is_whole (fixture, &error));
  g_assert_error (error, KEEL_STORE_ERROR, (gint) code);
}

static void
test_flipped_bits (Fixture *fixture, const void *data)
{
  gsize length = g_bytes_get_size (fixture->whole.database);

  for (gsize offset = 0; offset < length; offset += (gsize) g_test_rand_int_range (100, 1500))
    {
      Image damaged = {
        change (fixture->whole.database, offset, (guint8) (1 << g_test_rand_int_range (0, 8))), NULL
      };

      assert_damage_noticed (fixture, &damaged, KEEL_STORE_ERROR_CORRUPT);
      clear_image (&damaged);
    }
  for (gsize offset = 16; offset < 24; offset++)
    {
      Image damaged = { change (fixture->whole.database, offset, 1), NULL };

      assert_damage_noticed (fixture, &damaged, KEEL_STORE_ERROR_CORRUPT);
      clear_image (&damaged);
    }
}

/* The right state or an error, after which mending the journal still brings it back: never another state. */
static void
check_damaged_journal (Fixture *fixture, GBytes *journal, guint *noticed)
{
  Image damaged = { fixture->hot.database, journal };
  g_autoptr (GError) error = NULL;

  put_image (fixture, &damaged);
  if (is_whole (fixture, &error))
    return;
  *noticed += 1;
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IO);
  g_assert_true (g_file_test (fixture->journal, G_FILE_TEST_EXISTS));
  keel_vault_fixture_save (fixture->journal, fixture->hot.journal);
  assert_whole (fixture);
}

static void
test_flipped_bits_journal (Fixture *fixture, const void *data)
{
  gsize length = g_bytes_get_size (fixture->hot.journal);
  guint noticed = 0;
  guint tried = 0;

  /* All of the first header but its magic, without which it is no journal at all, as if it had been deleted.
   */
  for (gsize offset = 8; offset < length;
       offset += offset < 68 ? 1 : (gsize) g_test_rand_int_range (200, 3000))
    {
      g_autoptr (GBytes) journal = change (fixture->hot.journal, offset,
                                           (guint8) (1 << g_test_rand_int_range (0, 8)));

      if (offset >= 68 && offset < PAGE_BYTES)
        continue;
      tried++;
      check_damaged_journal (fixture, journal, &noticed);
    }
  /* Page numbers. */
  for (gsize offset = PAGE_BYTES + 3; offset < 3 * PAGE_BYTES; offset += RECORD_BYTES)
    {
      g_autoptr (GBytes) journal = change (fixture->hot.journal, offset, 1);
      guint before = noticed;

      check_damaged_journal (fixture, journal, &noticed);
      g_assert_cmpuint (noticed, ==, before + 1);
    }
  g_test_message ("%u of %u were noticed, the others without consequence", noticed, tried);
  g_assert_cmpuint (noticed, >=, 60);
}

static void
test_swapped (Fixture *fixture, const void *data)
{
  gsize length = g_bytes_get_size (fixture->whole.database);

  for (gsize first = 1; (first + 2) * PAGE_BYTES <= length; first++)
    {
      guint8 *bytes = g_memdup2 (g_bytes_get_data (fixture->whole.database, NULL), length);
      g_autofree guint8 *kept = g_memdup2 (bytes + first * PAGE_BYTES, PAGE_BYTES);
      Image damaged = { g_bytes_new_take (bytes, length), NULL };

      memcpy (bytes + first * PAGE_BYTES, bytes + (first + 1) * PAGE_BYTES, PAGE_BYTES);
      memcpy (bytes + (first + 1) * PAGE_BYTES, kept, PAGE_BYTES);
      assert_damage_noticed (fixture, &damaged, KEEL_STORE_ERROR_CORRUPT);
      clear_image (&damaged);
    }
}

static void
test_truncated (Fixture *fixture, const void *data)
{
  gsize length = g_bytes_get_size (fixture->whole.database);

  for (gsize kept = PAGE_BYTES; kept < length; kept += 1531)
    {
      Image damaged = { g_bytes_new_from_bytes (fixture->whole.database, 0, kept), NULL };

      assert_damage_noticed (fixture, &damaged, KEEL_STORE_ERROR_CORRUPT);
      clear_image (&damaged);
    }
  /* One byte is an empty file to SQLite, and nothing can tell that from a new one. */
  for (gsize kept = 2; kept < PAGE_BYTES; kept += 511)
    {
      Image damaged = { g_bytes_new_from_bytes (fixture->whole.database, 0, kept), NULL };

      assert_damage_noticed (fixture, &damaged, KEEL_STORE_ERROR_FOREIGN);
      clear_image (&damaged);
    }
}

/* Within the records that the first header counts. */
static void
test_truncated_journal (Fixture *fixture, const void *data)
{
  guint noticed = 0;
  guint tried = 0;

  for (gsize kept = PAGE_BYTES; kept < PAGE_BYTES + 2 * RECORD_BYTES; kept += 513)
    {
      g_autoptr (GBytes) journal = g_bytes_new_from_bytes (fixture->hot.journal, 0, kept);

      tried++;
      check_damaged_journal (fixture, journal, &noticed);
    }
  g_assert_cmpuint (noticed, ==, tried);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/vault/damage/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("wrong-key", test_wrong_key);
  ADD ("wrong-key-hot", test_wrong_key_hot);
  ADD ("torn-page-one", test_torn_page_one);
  ADD ("flipped-bits", test_flipped_bits);
  ADD ("flipped-bits-journal", test_flipped_bits_journal);
  ADD ("swapped", test_swapped);
  ADD ("truncated", test_truncated);
  ADD ("truncated-journal", test_truncated_journal);
  return g_test_run ();
}

/* Wrong keys and files that another hand has changed: it is noticed, and nothing gets worse. */

#include <string.h>

#include <glib/gstdio.h>
#include <sodium.h>

#include "keel-test-folder.h"
#include "keel-vault-fixture.h"

#define PAGE_BYTES 4096
#define N_NOTES 24
#define N_HOT 28
#define RECORD_BYTES (PAGE_BYTES + 8)
#define NUMBER_BYTES 4
#define HEADER_BYTES 68 /* of the sector that it fills */
#define KEY_BYTE 7

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
  GArray *headers; /* of gsize: where the hot journal has them */
  GArray *records; /* the same, of what they count: what has to be played back */
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

/* How many records the header at @offset counts, as keel-vault(5) says it; -1 where there is none. */
static gint64
count_records (GBytes *journal, gsize offset)
{
  const guint8 *sealed = (const guint8 *) g_bytes_get_data (journal, NULL) + offset;
  guint8 context[] = { 'H', 0x4b, 0x54, 0x66, 0x57, 0, 0, 0, 0 };
  const guint32 number = GUINT32_TO_BE ((guint32) (offset / 512));
  guint8 key[KEEL_VAULT_KEY_BYTES];
  guint8 text[20];
  guint32 count;

  if (offset + HEADER_BYTES > g_bytes_get_size (journal) || memcmp (sealed, "\0keelvj1", 8) != 0)
    return -1;
  memset (key, KEY_BYTE, sizeof key);
  memcpy (context + 5, &number, sizeof number);
  g_assert_cmpint (crypto_aead_xchacha20poly1305_ietf_decrypt_detached (text, NULL, sealed + 8, sizeof text,
                                                                        sealed + 52, context, sizeof context,
                                                                        sealed + 28, key),
                   ==, 0);
  memcpy (&count, text, sizeof count);
  return GUINT32_FROM_BE (count);
}

static void
walk_journal (Fixture *fixture)
{
  gsize offset = 0;
  gint64 count;

  fixture->headers = g_array_new (FALSE, FALSE, sizeof (gsize));
  fixture->records = g_array_new (FALSE, FALSE, sizeof (gsize));
  while ((count = count_records (fixture->hot.journal, offset)) >= 0)
    {
      g_array_append_val (fixture->headers, offset);
      offset += PAGE_BYTES;
      for (gint64 i = 0; i < count; i++)
        {
          g_array_append_val (fixture->records, offset);
          offset += RECORD_BYTES;
        }
      offset = (offset + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
    }
  g_assert_cmpuint (fixture->headers->len, >=, 2);
  g_assert_cmpuint (fixture->records->len, >=, 6);
}

static void
set_up (Fixture *fixture, const void *data)
{
  KeelDatabase *database;

  fixture->folder = keel_test_folder_make ();
  fixture->path = g_build_filename (fixture->folder, "vault.db", NULL);
  fixture->journal = g_strconcat (fixture->path, "-journal", NULL);
  fixture->key = keel_vault_fixture_key (KEY_BYTE);
  database = keel_vault_fixture_open (fixture->path, fixture->key);
  g_assert_true (keel_vault_fixture_make_tables (database));
  for (gint64 i = 1; i <= N_NOTES; i++)
    g_assert_true (keel_vault_fixture_write (database, i));
  keel_vault_fixture_run (database, "VACUUM");
  keel_database_close (database);
  fixture->whole = take_image (fixture);
  fixture->hot = make_hot (fixture, 3);
  walk_journal (fixture);
  put_image (fixture, &fixture->whole);
}

static void
tear_down (Fixture *fixture, const void *data)
{
  keel_test_folder_remove (fixture->folder);
  keel_vault_key_unref (fixture->key);
  clear_image (&fixture->hot);
  clear_image (&fixture->whole);
  g_array_unref (fixture->headers);
  g_array_unref (fixture->records);
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

/* One bit of the byte at @offset, by chance. */
static GBytes *
flip (GBytes *bytes, gsize offset)
{
  gsize length;
  const guint8 *old = g_bytes_get_data (bytes, &length);
  guint8 *data = g_memdup2 (old, length);

  data[offset] ^= (guint8) (1 << g_test_rand_int_range (0, 8));
  return g_bytes_new_take (data, length);
}

static GBytes *
swap (GBytes *bytes, gsize first, gsize second, gsize amount)
{
  gsize length;
  const guint8 *old = g_bytes_get_data (bytes, &length);
  guint8 *data = g_memdup2 (old, length);

  memcpy (data + first, old + second, amount);
  memcpy (data + second, old + first, amount);
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
assert_damage_noticed (Fixture *fixture, GBytes *database, KeelStoreError code)
{
  const Image damaged = { database, NULL };
  g_autoptr (GError) error = NULL;

  put_image (fixture, &damaged);
  g_assert_false (is_whole (fixture, &error));
  g_assert_error (error, KEEL_STORE_ERROR, (gint) code);
}

/* In each page: what is encrypted, its nonce and its tag; and all that is readable of the first one. */
static void
test_flipped_bits (Fixture *fixture, const void *data)
{
  static const gsize places[] = { 0, 24, 2000, 4055, 4056, 4079, 4080, 4095 };
  gsize length = g_bytes_get_size (fixture->whole.database);

  for (gsize page = 0; page < length; page += PAGE_BYTES)
    {
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          g_autoptr (GBytes) damaged = flip (fixture->whole.database, page + places[i]);

          assert_damage_noticed (fixture, damaged, KEEL_STORE_ERROR_CORRUPT);
        }
    }
  for (gsize offset = 16; offset < 24; offset++)
    {
      g_autoptr (GBytes) damaged = flip (fixture->whole.database, offset);

      assert_damage_noticed (fixture, damaged, KEEL_STORE_ERROR_CORRUPT);
    }
  g_test_message ("%" G_GSIZE_FORMAT " pages", length / PAGE_BYTES);
}

/* Each with its neighbour, and with the first one. */
static void
test_swapped (Fixture *fixture, const void *data)
{
  gsize length = g_bytes_get_size (fixture->whole.database);

  for (gsize page = PAGE_BYTES; page < length; page += PAGE_BYTES)
    {
      g_autoptr (GBytes) neighbours = swap (fixture->whole.database, page - PAGE_BYTES, page, PAGE_BYTES);
      g_autoptr (GBytes) first = swap (fixture->whole.database, 0, page, PAGE_BYTES);

      assert_damage_noticed (fixture, neighbours, KEEL_STORE_ERROR_CORRUPT);
      assert_damage_noticed (fixture, first, KEEL_STORE_ERROR_CORRUPT);
    }
}

static void
assert_cut_noticed (Fixture *fixture, gsize kept, KeelStoreError code)
{
  g_autoptr (GBytes) damaged = g_bytes_new_from_bytes (fixture->whole.database, 0, kept);

  assert_damage_noticed (fixture, damaged, code);
}

/* One byte is an empty file to SQLite, and nothing can tell that from a new one. */
static void
test_truncated (Fixture *fixture, const void *data)
{
  gsize length = g_bytes_get_size (fixture->whole.database);

  for (gsize kept = 2; kept < PAGE_BYTES; kept += 511)
    assert_cut_noticed (fixture, kept, KEEL_STORE_ERROR_FOREIGN);
  for (gsize page = PAGE_BYTES; page < length; page += PAGE_BYTES)
    {
      assert_cut_noticed (fixture, page, KEEL_STORE_ERROR_CORRUPT);
      assert_cut_noticed (fixture, page + 1, KEEL_STORE_ERROR_CORRUPT);
      assert_cut_noticed (fixture, page + (gsize) g_test_rand_int_range (2, PAGE_BYTES),
                          KEEL_STORE_ERROR_CORRUPT);
    }
}

/* An error, after which mending the journal still brings the right state back: never another state. */
static void
assert_journal_noticed (Fixture *fixture, GBytes *journal)
{
  const Image damaged = { fixture->hot.database, journal };
  g_autoptr (GError) error = NULL;

  put_image (fixture, &damaged);
  g_assert_false (is_whole (fixture, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IO);
  g_assert_true (g_file_test (fixture->journal, G_FILE_TEST_EXISTS));
  keel_vault_fixture_save (fixture->journal, fixture->hot.journal);
  assert_whole (fixture);
}

static void
assert_journal_good (Fixture *fixture, GBytes *journal)
{
  const Image image = { fixture->hot.database, journal };

  put_image (fixture, &image);
  assert_whole (fixture);
}

static void
test_flipped_bits_headers (Fixture *fixture, const void *data)
{
  for (guint i = 0; i < fixture->headers->len; i++)
    {
      gsize header = g_array_index (fixture->headers, gsize, i);
      g_autoptr (GBytes) padding = flip (fixture->hot.journal, header + HEADER_BYTES);

      for (gsize offset = header; offset < header + HEADER_BYTES; offset++)
        {
          g_autoptr (GBytes) journal = flip (fixture->hot.journal, offset);

          assert_journal_noticed (fixture, journal);
        }
      assert_journal_good (fixture, padding);
    }
  g_test_message ("%u headers", fixture->headers->len);
}

/* The number, what is encrypted, nonce and tag. The checksum is nothing. */
static void
test_flipped_bits_records (Fixture *fixture, const void *data)
{
  static const gsize places[] = { 0, 3, 4, 2000, 4059, 4060, 4083, 4084, 4099 };

  for (guint i = 0; i < fixture->records->len; i++)
    {
      gsize record = g_array_index (fixture->records, gsize, i);
      g_autoptr (GBytes) checksum = flip (fixture->hot.journal, record + NUMBER_BYTES + PAGE_BYTES);

      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        {
          g_autoptr (GBytes) journal = flip (fixture->hot.journal, record + places[j]);

          assert_journal_noticed (fixture, journal);
        }
      assert_journal_good (fixture, checksum);
    }
  g_test_message ("%u records", fixture->records->len);
}

/* Records may stand in any order, but pages belong to their numbers, and headers where they are. */
static void
test_swapped_journal (Fixture *fixture, const void *data)
{
  g_autoptr (GBytes) headers = swap (fixture->hot.journal, 0, g_array_index (fixture->headers, gsize, 1),
                                     PAGE_BYTES);

  assert_journal_noticed (fixture, headers);
  for (guint i = 1; i < fixture->records->len; i++)
    {
      gsize before = g_array_index (fixture->records, gsize, i - 1);
      gsize record = g_array_index (fixture->records, gsize, i);
      g_autoptr (GBytes) pages = swap (fixture->hot.journal, before + NUMBER_BYTES, record + NUMBER_BYTES,
                                       PAGE_BYTES);
      g_autoptr (GBytes) records = swap (fixture->hot.journal, before, record, RECORD_BYTES);

      assert_journal_noticed (fixture, pages);
      assert_journal_good (fixture, records);
    }
}

/* Anywhere in what a header counts. Where a header begins nobody can tell: see keel-vault(5). */
static void
test_truncated_journal (Fixture *fixture, const void *data)
{
  static const gsize places[] = { 0, 3, 4, 600, 4096, 4099 };

  for (guint i = 0; i < fixture->records->len; i++)
    {
      gsize record = g_array_index (fixture->records, gsize, i);

      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        {
          g_autoptr (GBytes) journal = g_bytes_new_from_bytes (fixture->hot.journal, 0, record + places[j]);

          assert_journal_noticed (fixture, journal);
        }
    }
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
  ADD ("swapped", test_swapped);
  ADD ("truncated", test_truncated);
  ADD ("flipped-bits-headers", test_flipped_bits_headers);
  ADD ("flipped-bits-records", test_flipped_bits_records);
  ADD ("swapped-journal", test_swapped_journal);
  ADD ("truncated-journal", test_truncated_journal);
  return g_test_run ();
}

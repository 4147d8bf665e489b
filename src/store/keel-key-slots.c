#include "keel-key-slots.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sodium.h>

#include "keel-durable.h"
#include "keel-installation.h"
#include "keel-recovery-code.h"
#include "keel-secret.h"

/* The file, with numbers in little-endian order: magic, version, number of slots, identity of the key, slots,
 * digest of all before it. */
#define MAGIC "KeelKeys"
#define MAGIC_BYTES 8
#define VERSION 1
#define IDENTITY_BYTES 16
#define HEAD_BYTES (MAGIC_BYTES + 4 + 4 + IDENTITY_BYTES)
#define DIGEST_BYTES 32
#define MAX_SLOTS 8

#define SALT_BYTES crypto_pwhash_SALTBYTES
#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define WRAPPED_BYTES (KEEL_VAULT_KEY_BYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES)
/* Kind, passes, memory, salt: what a secret becomes a key with, and what is bound to the wrapped key. */
#define RECIPE_BYTES (4 + 4 + 4 + SALT_BYTES)
#define SLOT_BYTES (RECIPE_BYTES + NONCE_BYTES + WRAPPED_BYTES)
#define MAX_FILE_BYTES (HEAD_BYTES + MAX_SLOTS * SLOT_BYTES + DIGEST_BYTES)

/* A file that was tampered with must not use up the computer. */
#define MAX_PASSES 64
#define MAX_MEMORY_KIB (1024 * 1024)

#define DEFAULT_PASSES 3
#define KIB_PER_MIB 1024

typedef struct
{
  guint32 kind;
  guint32 passes;
  guint32 memory_kib;
  guint8 salt[SALT_BYTES];
  guint8 nonce[NONCE_BYTES];
  guint8 wrapped[WRAPPED_BYTES];
} Slot;

typedef struct
{
  guint8 identity[IDENTITY_BYTES];
  guint n_slots;
  Slot slots[MAX_SLOTS];
} Table;

const KeelKeyCost keel_key_cost_lowest = { 1, 8 };

static void
put_number (guint8 *bytes, guint32 number)
{
  number = GUINT32_TO_LE (number);
  memcpy (bytes, &number, sizeof number);
}

static guint32
get_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_LE (number);
}

static void
put_recipe (const Slot *slot, guint8 *bytes)
{
  put_number (bytes, slot->kind);
  put_number (bytes + 4, slot->passes);
  put_number (bytes + 8, slot->memory_kib);
  memcpy (bytes + 12, slot->salt, SALT_BYTES);
}

static void
put_slot (const Slot *slot, guint8 *bytes)
{
  put_recipe (slot, bytes);
  memcpy (bytes + RECIPE_BYTES, slot->nonce, NONCE_BYTES);
  memcpy (bytes + RECIPE_BYTES + NONCE_BYTES, slot->wrapped, WRAPPED_BYTES);
}

static gboolean
get_slot (const guint8 *bytes, Slot *slot)
{
  slot->kind = get_number (bytes);
  slot->passes = get_number (bytes + 4);
  slot->memory_kib = get_number (bytes + 8);
  memcpy (slot->salt, bytes + 12, SALT_BYTES);
  memcpy (slot->nonce, bytes + RECIPE_BYTES, NONCE_BYTES);
  memcpy (slot->wrapped, bytes + RECIPE_BYTES + NONCE_BYTES, WRAPPED_BYTES);
  return slot->passes <= MAX_PASSES && slot->memory_kib <= MAX_MEMORY_KIB;
}

/* Tells the key of one profile from that of another, and says nothing about it. */
static void
identify (KeelVaultKey *key, guint8 *identity)
{
  crypto_generichash (identity, IDENTITY_BYTES, (const guint8 *) MAGIC, MAGIC_BYTES,
                      keel_vault_key_get_bytes (key), KEEL_VAULT_KEY_BYTES);
}

static void
set_file_error (GError **error, const char *path, int code)
{
  g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
}

static gboolean
set_corrupt (GError **error, const char *path)
{
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT, "%s: not a whole file of keys", path);
  return FALSE;
}

static gboolean
parse_table (const guint8 *bytes, gsize length, const char *path, Table *table, GError **error)
{
  guint8 digest[DIGEST_BYTES];

  if (length < HEAD_BYTES + DIGEST_BYTES || memcmp (bytes, MAGIC, MAGIC_BYTES) != 0)
    return set_corrupt (error, path);
  if (get_number (bytes + MAGIC_BYTES) > VERSION)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NEWER, "%s has version %u", path,
                   get_number (bytes + MAGIC_BYTES));
      return FALSE;
    }
  crypto_generichash (digest, sizeof digest, bytes, length - DIGEST_BYTES, NULL, 0);
  table->n_slots = get_number (bytes + MAGIC_BYTES + 4);
  if (memcmp (digest, bytes + length - DIGEST_BYTES, DIGEST_BYTES) != 0 ||
      get_number (bytes + MAGIC_BYTES) != VERSION || table->n_slots < 1 || table->n_slots > MAX_SLOTS ||
      length != HEAD_BYTES + table->n_slots * SLOT_BYTES + DIGEST_BYTES)
    return set_corrupt (error, path);
  memcpy (table->identity, bytes + MAGIC_BYTES + 8, IDENTITY_BYTES);
  for (guint i = 0; i < table->n_slots; i++)
    {
      if (!get_slot (bytes + HEAD_BYTES + i * SLOT_BYTES, &table->slots[i]))
        return set_corrupt (error, path);
    }
  return TRUE;
}

/* -1 with errno, else how many bytes there were, of MAX_FILE_BYTES + 1 that are asked for. */
static gssize
read_bytes (const char *path, guint8 *bytes)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gsize length = 0;
  gssize got = 1;

  if (file < 0)
    return -1;
  while (got > 0 && length <= MAX_FILE_BYTES)
    {
      got = read (file, bytes + length, MAX_FILE_BYTES + 1 - length);
      if (got > 0)
        length += (gsize) got;
    }
  if (got < 0)
    {
      int code = errno;

      g_close (file, NULL);
      errno = code;
      return -1;
    }
  g_close (file, NULL);
  return (gssize) length;
}

static gboolean
load (const char *path, Table *table, GError **error)
{
  guint8 bytes[MAX_FILE_BYTES + 1];
  gssize length;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used here");
  length = read_bytes (path, bytes);
  if (length < 0)
    {
      set_file_error (error, path, errno);
      return FALSE;
    }
  return parse_table (bytes, (gsize) length, path, table, error);
}

static gboolean
save (const char *path, const Table *table, GError **error)
{
  guint8 bytes[MAX_FILE_BYTES] = { 0 };
  gsize length = HEAD_BYTES + table->n_slots * SLOT_BYTES;

  memcpy (bytes, MAGIC, MAGIC_BYTES);
  put_number (bytes + MAGIC_BYTES, VERSION);
  put_number (bytes + MAGIC_BYTES + 4, table->n_slots);
  memcpy (bytes + MAGIC_BYTES + 8, table->identity, IDENTITY_BYTES);
  for (guint i = 0; i < table->n_slots; i++)
    put_slot (&table->slots[i], bytes + HEAD_BYTES + i * SLOT_BYTES);
  crypto_generichash (bytes + length, DIGEST_BYTES, bytes, length, NULL, 0);
  return keel_durable_replace (path, bytes, length + DIGEST_BYTES, error);
}

/* The same accents can be typed in several ways. */
static char *
normalize (const char *passphrase)
{
  return *passphrase == '\0' ? NULL : g_utf8_normalize (passphrase, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* -1: not enough memory. */
static int
stretch_passphrase (const Slot *slot, const char *passphrase, guint8 *wrapping)
{
  char *normal = normalize (passphrase);
  int result;

  if (normal == NULL)
    return 1;
  result = crypto_pwhash (wrapping, KEEL_VAULT_KEY_BYTES, normal, strlen (normal), slot->salt, slot->passes,
                          (gsize) slot->memory_kib * 1024, crypto_pwhash_ALG_ARGON2ID13);
  keel_secret_free (normal);
  return result;
}

/* A code is random: nothing is gained by making it slow. */
static int
hash_code (const Slot *slot, const char *code, guint8 *wrapping)
{
  guint8 symbols[KEEL_RECOVERY_CODE_SYMBOLS];
  int result = 1;

  if (keel_recovery_code_parse (code, symbols))
    result = crypto_generichash (wrapping, KEEL_VAULT_KEY_BYTES, symbols, sizeof symbols, slot->salt,
                                 SALT_BYTES);
  sodium_memzero (symbols, sizeof symbols);
  return result;
}

/* The key that the slot's key is wrapped with. 0; 1 where @secret cannot be one of its kind; -1 without
 * memory. */
static int
derive (const Slot *slot, const char *secret, guint8 *wrapping)
{
  return slot->kind == KEEL_KEY_SLOT_PASSPHRASE ? stretch_passphrase (slot, secret, wrapping)
                                                : hash_code (slot, secret, wrapping);
}

static gboolean
set_no_memory (GError **error, const Slot *slot)
{
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FAILED,
               "A passphrase needs %u MiB of free memory for a moment", slot->memory_kib / KIB_PER_MIB);
  return FALSE;
}

static gboolean
wrap (Slot *slot, KeelVaultKey *key, const char *secret, GError **error)
{
  guint8 wrapping[KEEL_VAULT_KEY_BYTES] = { 0 };
  guint8 recipe[RECIPE_BYTES];
  int result;

  randombytes_buf (slot->salt, SALT_BYTES);
  randombytes_buf (slot->nonce, NONCE_BYTES);
  put_recipe (slot, recipe);
  result = derive (slot, secret, wrapping);
  if (result == 0)
    crypto_aead_xchacha20poly1305_ietf_encrypt (slot->wrapped, NULL, keel_vault_key_get_bytes (key),
                                                KEEL_VAULT_KEY_BYTES, recipe, sizeof recipe, NULL,
                                                slot->nonce, wrapping);
  sodium_memzero (wrapping, sizeof wrapping);
  if (result > 0)
    g_set_error_literal (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                         "A passphrase is some text in UTF-8");
  return result == 0 || (result < 0 && set_no_memory (error, slot));
}

/* NULL without @error when the secret does not fit. */
static KeelVaultKey *
unwrap (const Slot *slot, const char *secret, GError **error)
{
  guint8 wrapping[KEEL_VAULT_KEY_BYTES] = { 0 };
  guint8 bytes[KEEL_VAULT_KEY_BYTES];
  guint8 recipe[RECIPE_BYTES];
  KeelVaultKey *key = NULL;
  int result = derive (slot, secret, wrapping);

  put_recipe (slot, recipe);
  if (result == 0 &&
      crypto_aead_xchacha20poly1305_ietf_decrypt (bytes, NULL, NULL, slot->wrapped, WRAPPED_BYTES, recipe,
                                                  sizeof recipe, slot->nonce, wrapping) == 0)
    key = keel_vault_key_new (bytes);
  sodium_memzero (wrapping, sizeof wrapping);
  sodium_memzero (bytes, sizeof bytes);
  if (result < 0)
    set_no_memory (error, slot);
  return key;
}

static Slot *
find_slot (Table *table, KeelKeySlotKind kind)
{
  for (guint i = 0; i < table->n_slots; i++)
    {
      if (table->slots[i].kind == kind)
        return &table->slots[i];
    }
  return NULL;
}

static gboolean
load_of_key (const char *path, KeelVaultKey *key, Table *table, GError **error)
{
  guint8 identity[IDENTITY_BYTES];

  if (!load (path, table, error))
    return FALSE;
  identify (key, identity);
  if (memcmp (identity, table->identity, IDENTITY_BYTES) == 0)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "%s: the keys of another profile", path);
  return FALSE;
}

static gboolean
set_slot (const char *path, Table *table, const Slot *recipe, KeelVaultKey *key, const char *secret,
          GError **error)
{
  Slot *slot = find_slot (table, recipe->kind);

  if (slot == NULL && table->n_slots == MAX_SLOTS)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "%s: no slot is free", path);
      return FALSE;
    }
  if (slot == NULL)
    slot = &table->slots[table->n_slots++];
  *slot = *recipe;
  return wrap (slot, key, secret, error) && save (path, table, error);
}

static gsize
get_available_mib (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/meminfo", &text, NULL, NULL))
    return 0;
  line = strstr (text, "MemAvailable:");
  return line ? g_ascii_strtoull (line + strlen ("MemAvailable:"), NULL, 10) / KIB_PER_MIB : 0;
}

/* A quarter of what is free, since the window needs some as well. */
KeelKeyCost
keel_key_cost_choose (void)
{
  gsize available = get_available_mib ();
  guint32 mib = available >= 1024 ? 256 : available >= 512 ? 128 : 64;

  /* For tests of whole programs; an environment must not weaken what is installed. */
  if (keel_installation_is_build_folder () && g_strcmp0 (g_getenv ("KEEL_KEY_COST"), "lowest") == 0)
    return keel_key_cost_lowest;
  return (KeelKeyCost){ DEFAULT_PASSES, mib * KIB_PER_MIB };
}

KeelVaultKey *
keel_key_slots_create (const char *path, const char *passphrase, KeelKeyCost cost, GError **error)
{
  const Slot recipe = { KEEL_KEY_SLOT_PASSPHRASE, cost.passes, cost.memory_kib, { 0 }, { 0 }, { 0 } };
  g_autoptr (KeelVaultKey) key = NULL;
  Table table = { 0 };

  g_return_val_if_fail (path != NULL && passphrase != NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "%s is there already", path);
      return NULL;
    }
  key = keel_vault_key_new_random ();
  identify (key, table.identity);
  return set_slot (path, &table, &recipe, key, passphrase, error) ? g_steal_pointer (&key) : NULL;
}

KeelVaultKey *
keel_key_slots_unlock (const char *path, KeelKeySlotKind kind, const char *secret, GError **error)
{
  Table table = { 0 };

  g_return_val_if_fail (path != NULL && secret != NULL, NULL);

  if (!load (path, &table, error))
    return NULL;
  for (guint i = 0; i < table.n_slots; i++)
    {
      g_autoptr (GError) failure = NULL;
      KeelVaultKey *key = table.slots[i].kind == kind ? unwrap (&table.slots[i], secret, &failure) : NULL;

      if (key)
        return key;
      if (failure)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_PASSPHRASE, "%s does not open with this", path);
  return NULL;
}

gboolean
keel_key_slots_check (const char *path, KeelVaultKey *key, GError **error)
{
  Table table = { 0 };

  g_return_val_if_fail (path != NULL && key != NULL, FALSE);

  return load_of_key (path, key, &table, error);
}

gboolean
keel_key_slots_has (const char *path, KeelKeySlotKind kind, gboolean *has, GError **error)
{
  Table table = { 0 };

  g_return_val_if_fail (path != NULL, FALSE);

  if (!load (path, &table, error))
    return FALSE;
  *has = find_slot (&table, kind) != NULL;
  return TRUE;
}

gboolean
keel_key_slots_set_passphrase (const char *path, KeelVaultKey *key, const char *passphrase, KeelKeyCost cost,
                               GError **error)
{
  const Slot recipe = { KEEL_KEY_SLOT_PASSPHRASE, cost.passes, cost.memory_kib, { 0 }, { 0 }, { 0 } };
  Table table = { 0 };

  g_return_val_if_fail (path != NULL && key != NULL && passphrase != NULL, FALSE);

  return load_of_key (path, key, &table, error) && set_slot (path, &table, &recipe, key, passphrase, error);
}

gboolean
keel_key_slots_put_recovery_code (const char *path, KeelVaultKey *key, const char *code, GError **error)
{
  const Slot recipe = { KEEL_KEY_SLOT_RECOVERY_CODE, 0, 0, { 0 }, { 0 }, { 0 } };
  Table table = { 0 };

  g_return_val_if_fail (path != NULL && key != NULL && code != NULL, FALSE);

  return load_of_key (path, key, &table, error) && set_slot (path, &table, &recipe, key, code, error);
}

char *
keel_key_slots_set_recovery_code (const char *path, KeelVaultKey *key, GError **error)
{
  char *code = keel_recovery_code_new ();

  if (keel_key_slots_put_recovery_code (path, key, code, error))
    return code;
  keel_secret_free (code);
  return NULL;
}

gboolean
keel_key_slots_remove (const char *path, KeelKeySlotKind kind, GError **error)
{
  Table table = { 0 };
  Slot *slot;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!load (path, &table, error))
    return FALSE;
  slot = find_slot (&table, kind);
  if (slot == NULL)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "%s has no such slot", path);
      return FALSE;
    }
  if (table.n_slots == 1)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "The last way to unlock %s has to stay",
                   path);
      return FALSE;
    }
  *slot = table.slots[--table.n_slots];
  return save (path, &table, error);
}

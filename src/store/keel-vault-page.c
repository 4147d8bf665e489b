#include "keel-vault-file.h"

#include <string.h>

#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES

const guint8 keel_vault_clear_bytes[] = { 0x10, 0x00, 1, 1, KEEL_VAULT_SEAL_BYTES, 64, 32, 32 };

G_STATIC_ASSERT (KEEL_VAULT_SEAL_BYTES == 40);

guint32
keel_vault_get_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

void
keel_vault_put_number (guint8 *bytes, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (bytes, &number, sizeof number);
}

/* What is not encrypted but must be right: that this is this page of this kind of file. */
#define CONTEXT_BYTES 9

static void
describe (KeelVaultFile *self, KeelVaultRole role, guint32 number, guint8 *context)
{
  context[0] = (guint8) role;
  keel_vault_put_number (context + 1, self->kind);
  keel_vault_put_number (context + 5, number);
}

void
keel_vault_encrypt (KeelVaultFile *self, KeelVaultRole role, guint32 number, const guint8 *body, gsize length,
                    guint8 *cipher, guint8 *seal)
{
  guint8 context[CONTEXT_BYTES];

  describe (self, role, number, context);
  randombytes_buf (seal, NONCE_BYTES);
  crypto_aead_xchacha20poly1305_ietf_encrypt_detached (cipher, seal + NONCE_BYTES, NULL, body, length,
                                                       context, sizeof context, NULL, seal,
                                                       keel_vault_key_get_bytes (self->key));
}

gboolean
keel_vault_decrypt (KeelVaultFile *self, KeelVaultRole role, guint32 number, const guint8 *cipher,
                    gsize length, const guint8 *seal, guint8 *body)
{
  guint8 context[CONTEXT_BYTES];

  describe (self, role, number, context);
  return crypto_aead_xchacha20poly1305_ietf_decrypt_detached (body, NULL, cipher, length, seal + NONCE_BYTES,
                                                              context, sizeof context, seal,
                                                              keel_vault_key_get_bytes (self->key)) == 0;
}

/* Takes the clear bytes out of page 1, or makes room for them again. */
static void
close_gap (guint8 *page)
{
  memmove (page + KEEL_VAULT_CLEAR_START, page + KEEL_VAULT_CLEAR_END,
           KEEL_VAULT_BODY_BYTES - KEEL_VAULT_CLEAR_END);
}

static void
open_gap (guint8 *page)
{
  memmove (page + KEEL_VAULT_CLEAR_END, page + KEEL_VAULT_CLEAR_START,
           KEEL_VAULT_BODY_BYTES - KEEL_VAULT_CLEAR_END);
  memcpy (page + KEEL_VAULT_CLEAR_START, keel_vault_clear_bytes, sizeof keel_vault_clear_bytes);
}

void
keel_vault_encrypt_page (KeelVaultFile *self, KeelVaultRole role, guint32 number, const guint8 *page,
                         guint8 *sealed)
{
  guint8 *seal = sealed + KEEL_VAULT_BODY_BYTES;

  if (role != KEEL_VAULT_PAGE || number != 1)
    {
      keel_vault_encrypt (self, role, number, page, KEEL_VAULT_BODY_BYTES, sealed, seal);
      return;
    }
  memcpy (sealed, page, KEEL_VAULT_BODY_BYTES);
  close_gap (sealed);
  keel_vault_encrypt (self, role, number, sealed, KEEL_VAULT_BODY_BYTES - sizeof keel_vault_clear_bytes,
                      sealed, seal);
  open_gap (sealed);
}

gboolean
keel_vault_decrypt_page (KeelVaultFile *self, KeelVaultRole role, guint32 number, const guint8 *sealed,
                         guint8 *page)
{
  const guint8 *seal = sealed + KEEL_VAULT_BODY_BYTES;

  memset (page + KEEL_VAULT_BODY_BYTES, 0, KEEL_VAULT_SEAL_BYTES);
  if (role != KEEL_VAULT_PAGE || number != 1)
    return keel_vault_decrypt (self, role, number, sealed, KEEL_VAULT_BODY_BYTES, seal, page);
  if (memcmp (sealed + KEEL_VAULT_CLEAR_START, keel_vault_clear_bytes, sizeof keel_vault_clear_bytes) != 0)
    return FALSE;
  memcpy (page, sealed, KEEL_VAULT_BODY_BYTES);
  close_gap (page);
  if (!keel_vault_decrypt (self, role, number, page, KEEL_VAULT_BODY_BYTES - sizeof keel_vault_clear_bytes,
                           seal, page))
    return FALSE;
  open_gap (page);
  return TRUE;
}

int
keel_vault_read_lower (KeelVaultFile *self, void *data, int amount, gint64 offset)
{
  return self->lower->pMethods->xRead (self->lower, data, amount, offset);
}

int
keel_vault_write_lower (KeelVaultFile *self, const void *data, int amount, gint64 offset)
{
  return self->lower->pMethods->xWrite (self->lower, data, amount, offset);
}

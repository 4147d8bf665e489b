#include "keel-vault-key.h"

#include <sodium.h>

G_STATIC_ASSERT (KEEL_VAULT_KEY_BYTES == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

struct _KeelVaultKey
{
  gatomicrefcount references;
  guint8 *bytes; /* of sodium_malloc() */
};

static KeelVaultKey *
make_key (void)
{
  KeelVaultKey *self = g_new0 (KeelVaultKey, 1);

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used here");
  g_atomic_ref_count_init (&self->references);
  self->bytes = sodium_malloc (KEEL_VAULT_KEY_BYTES);
  if (self->bytes == NULL)
    g_error ("No memory for a key");
  return self;
}

KeelVaultKey *
keel_vault_key_new_random (void)
{
  KeelVaultKey *self = make_key ();

  randombytes_buf (self->bytes, KEEL_VAULT_KEY_BYTES);
  sodium_mprotect_readonly (self->bytes);
  return self;
}

KeelVaultKey *
keel_vault_key_new (const guint8 *bytes)
{
  KeelVaultKey *self = make_key ();

  memcpy (self->bytes, bytes, KEEL_VAULT_KEY_BYTES);
  sodium_mprotect_readonly (self->bytes);
  return self;
}

KeelVaultKey *
keel_vault_key_ref (KeelVaultKey *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
keel_vault_key_unref (KeelVaultKey *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  sodium_free (self->bytes);
  g_free (self);
}

const guint8 *
keel_vault_key_get_bytes (KeelVaultKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

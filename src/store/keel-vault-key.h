#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The key that a profile's files are encrypted with. It lives in memory that is neither swapped nor dumped
 * (as far as the system lets it) and is zeroed with the last reference. References may be taken in any
 * thread. */
typedef struct _KeelVaultKey KeelVaultKey;

#define KEEL_VAULT_KEY_BYTES 32

KeelVaultKey *keel_vault_key_new_random (void);
KeelVaultKey *keel_vault_key_new (const guint8 *bytes); /* KEEL_VAULT_KEY_BYTES of them, copied */
KeelVaultKey *keel_vault_key_ref (KeelVaultKey *self);
void keel_vault_key_unref (KeelVaultKey *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelVaultKey, keel_vault_key_unref)

const guint8 *keel_vault_key_get_bytes (KeelVaultKey *self);

G_END_DECLS

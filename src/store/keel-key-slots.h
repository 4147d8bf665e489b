#pragma once

#include <glib.h>

#include "keel-store-error.h"
#include "keel-vault-key.h"

G_BEGIN_DECLS

/*
 * The file `keys` of a protected profile: its key, once for each way to unlock it. keel-vault(5) describes
 * it. Every change replaces the file as a whole or not at all, and none touches a database. Errors are of
 * KEEL_STORE_ERROR: _PASSPHRASE for one that does not fit, a recovery code as well; _NEWER; _CORRUPT;
 * _INVALID; and those of files. Unlocking with a passphrase takes up to a second and 256 MiB: not in the
 * thread of a window.
 */

typedef enum
{
  KEEL_KEY_SLOT_PASSPHRASE = 1,
  KEEL_KEY_SLOT_RECOVERY_CODE = 2,
} KeelKeySlotKind;

/* What Argon2id is to cost. */
typedef struct
{
  guint32 passes;
  guint32 memory_kib;
} KeelKeyCost;

/* By the memory that is free now: 64, 128 or 256 MiB. KEEL_KEY_COST=lowest in the environment, for tests of
 * whole programs: keel_key_cost_lowest. */
KeelKeyCost keel_key_cost_choose (void);
/* The least that libsodium takes; for tests. */
extern const KeelKeyCost keel_key_cost_lowest;

/* A new key with one slot. KEEL_STORE_ERROR_INVALID when the file is there, or the passphrase is empty or not
 * UTF-8. */
KeelVaultKey *keel_key_slots_create (const char *path, const char *passphrase, KeelKeyCost cost,
                                     GError **error);

KeelVaultKey *keel_key_slots_unlock (const char *path, KeelKeySlotKind kind, const char *secret,
                                     GError **error);

/* Whether @key is the one that the file holds: INVALID where it is not. */
gboolean keel_key_slots_check (const char *path, KeelVaultKey *key, GError **error);

gboolean keel_key_slots_has (const char *path, KeelKeySlotKind kind, gboolean *has, GError **error);

/* Adds the slot or replaces it. @key must be the one that the file holds. */
gboolean keel_key_slots_set_passphrase (const char *path, KeelVaultKey *key, const char *passphrase,
                                        KeelKeyCost cost, GError **error);
/* The new code, to be shown once; the one before it no longer fits. Free with keel_secret_free (). */
char *keel_key_slots_set_recovery_code (const char *path, KeelVaultKey *key, GError **error);
/* The same with a @code of keel_recovery_code_new (), which may be shown before it counts. */
gboolean keel_key_slots_put_recovery_code (const char *path, KeelVaultKey *key, const char *code,
                                           GError **error);

/* KEEL_STORE_ERROR_INVALID for the last one, KEEL_STORE_ERROR_NOT_FOUND where there is none. */
gboolean keel_key_slots_remove (const char *path, KeelKeySlotKind kind, GError **error);

G_END_DECLS

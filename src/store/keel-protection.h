#pragma once

/* A profile's passphrase: putting it on and taking it off, and unlocking. keel-vault(5) describes the files.
 * All of these take as long as Argon2id or the size of the files asks for: not in the thread of a window.
 * @folder is the profile's. Errors are of KEEL_STORE_ERROR. */

#include <glib.h>

#include "keel-key-slots.h"

G_BEGIN_DECLS

gboolean keel_protection_is_on (const char *folder);

/* The key for keel_profile_open (). PASSPHRASE for a secret that does not fit; each in a row makes the next
 * try wait longer, in every process and after a restart as well (the file `attempts`): WAIT before that. One
 * that fits ends the row. Nothing is ever deleted or changed for too many. @now in seconds UTC. */
KeelVaultKey *keel_protection_unlock (const char *folder, KeelKeySlotKind kind, const char *secret,
                                      gint64 now, GError **error);
/* Seconds until keel_protection_unlock () may try again; 0: now. */
guint keel_protection_get_wait (const char *folder, gint64 now);

/* Encrypts a profile that nobody has open (IN_USE). Either all is encrypted after it or nothing, whenever the
 * power goes: what is under way is finished or taken back when the profile is next opened. Names and links
 * are taken out of reminders.db, and what Keel wrote in plain is overwritten before it is deleted. Returns:
 * the recovery code, to be shown once; free with keel_secret_free (). */
char *keel_protection_turn_on (const char *folder, const char *passphrase, KeelKeyCost cost, GError **error);
/* Decrypts it again; the keys are gone after it. */
gboolean keel_protection_turn_off (const char *folder, KeelVaultKey *key, GError **error);

/* These touch nothing but the keys; the profile may be open. */
gboolean keel_protection_set_passphrase (const char *folder, KeelVaultKey *key, const char *passphrase,
                                         KeelKeyCost cost, GError **error);
/* @code is one of keel_recovery_code_new (), which the person has written down by now: only then does the one
 * before it stop to fit. */
gboolean keel_protection_set_recovery_code (const char *folder, KeelVaultKey *key, const char *code,
                                            GError **error);
char *keel_protection_renew_recovery_code (const char *folder, KeelVaultKey *key, GError **error);
gboolean keel_protection_remove_recovery_code (const char *folder, GError **error);
gboolean keel_protection_has_recovery_code (const char *folder);

/* Private to store: finishes or takes back what was interrupted. To be called with keel_profile_lock_alone
 * ()'s descriptor held. */
gboolean keel_protection_is_interrupted (const char *folder);
gboolean keel_protection_settle (const char *folder, GError **error);

G_END_DECLS

#pragma once

/* Private to store: a profile's databases become encrypted or plain, all of them or none. keel-vault(5) has
 * the order of steps. The caller holds the profile's lock alone for all of these. */

#include "keel-key-slots.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_CONVERSION_NONE,
  KEEL_CONVERSION_PROTECT,
  KEEL_CONVERSION_UNPROTECT,
} KeelConversion;

/* What was decided and perhaps not finished; NONE before that. May be asked without the lock. */
KeelConversion keel_conversion_get (const char *folder);
/* Whether there is anything to finish or to take back. */
gboolean keel_conversion_is_left (const char *folder);
gboolean keel_conversion_settle (const char *folder, GError **error);

/* The recovery code, as keel_protection_turn_on (). */
char *keel_conversion_protect (const char *folder, const char *passphrase, KeelKeyCost cost, GError **error);
gboolean keel_conversion_unprotect (const char *folder, KeelVaultKey *key, GError **error);

G_END_DECLS

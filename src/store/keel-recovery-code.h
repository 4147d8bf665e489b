#pragma once

#include "keel-secret.h"

G_BEGIN_DECLS

/* A secret to write down: 26 characters of 5 random bits each and 2 that check them, in groups of four.
 * Letters that look like digits are not among them. keel-vault(5) has the rules. */

#define KEEL_RECOVERY_CODE_SYMBOLS 28

KeelSecret *keel_recovery_code_new (void); /* transfer full */

/* What a person typed, as KEEL_RECOVERY_CODE_SYMBOLS numbers from 0 to 31 in @symbols. Case, spaces and
 * hyphens do not matter; O is read as 0, I and L as 1, U as V. FALSE when it cannot be a code: one or two
 * characters that are wrong or have changed places are always noticed. */
gboolean keel_recovery_code_parse (const char *typed, guint8 *symbols);

G_END_DECLS

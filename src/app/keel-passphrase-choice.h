#pragma once

#include <adwaita.h>

#include "keel-passphrase.h"

G_BEGIN_DECLS

/* KeelPassphraseChoice: a new passphrase, typed twice. */
#define KEEL_TYPE_PASSPHRASE_CHOICE (keel_passphrase_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelPassphraseChoice, keel_passphrase_choice, KEEL, PASSPHRASE_CHOICE, AdwBin)

/* NULL where there is none yet, or the two differ: the person is then told, and the focus is where to mend
 * it. Transfer full. */
KeelSecret *keel_passphrase_choice_dup (KeelPassphraseChoice *self);
void keel_passphrase_choice_clear (KeelPassphraseChoice *self);

G_END_DECLS

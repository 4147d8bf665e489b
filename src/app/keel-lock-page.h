#pragma once

#include <adwaita.h>

#include "store/keel-profiles.h"

G_BEGIN_DECLS

/* KeelLockPage: a protected profile from outside. It shows its picture and name, and asks for the passphrase
 * or the recovery code. Signal: "unlocked" (KeelVaultKey, as a pointer of the sender; gboolean: with the
 * recovery code); "gone", where there is no passphrase any more, or no profile. */
#define KEEL_TYPE_LOCK_PAGE (keel_lock_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelLockPage, keel_lock_page, KEEL, LOCK_PAGE, AdwBin)

/* @others: there are more profiles to go to. */
KeelLockPage *keel_lock_page_new (const KeelProfileCard *card, gboolean others);
const char *keel_lock_page_get_profile_id (KeelLockPage *self);

G_END_DECLS

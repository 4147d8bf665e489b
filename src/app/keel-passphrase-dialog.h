#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_PASSPHRASE_CHANGE,
  KEEL_PASSPHRASE_SET_ANEW, /* without the old one: the profile was unlocked with the recovery code */
  KEEL_PASSPHRASE_RENEW_CODE,
  KEEL_PASSPHRASE_REMOVE_CODE,
  KEEL_PASSPHRASE_REMOVE,
} KeelPassphraseChange;

/*
 * KeelPassphraseDialog: changes the keys of a protected profile, or takes them off.
 *
 * Signal: "changed", when it is done.
 */
#define KEEL_TYPE_PASSPHRASE_DIALOG (keel_passphrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelPassphraseDialog, keel_passphrase_dialog, KEEL, PASSPHRASE_DIALOG, AdwWindow)

KeelPassphraseDialog *keel_passphrase_dialog_new (GtkWindow *parent, KeelSession *session,
                                                  KeelPassphraseChange change);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelRemoveProfileDialog: deletes the open profile for good, with its passphrase and a typed word. Keel
 * starts anew after it. */
#define KEEL_TYPE_REMOVE_PROFILE_DIALOG (keel_remove_profile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelRemoveProfileDialog, keel_remove_profile_dialog, KEEL, REMOVE_PROFILE_DIALOG,
                      AdwWindow)

KeelRemoveProfileDialog *keel_remove_profile_dialog_new (GtkWindow *parent, KeelSession *session);

G_END_DECLS

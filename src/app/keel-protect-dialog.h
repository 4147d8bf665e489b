#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelProtectDialog: sets a passphrase, in steps: what it protects, the passphrase, the work, the recovery
 * code. Keel starts anew after it. */
#define KEEL_TYPE_PROTECT_DIALOG (keel_protect_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelProtectDialog, keel_protect_dialog, KEEL, PROTECT_DIALOG, AdwWindow)

KeelProtectDialog *keel_protect_dialog_new (GtkWindow *parent, KeelSession *session);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelProfileDialog, "Preferences": the open profile's name, picture, pages, language and country; the ways
 * to its programs, its reminders and the welcome; its passphrase, and when it locks; and how to delete it. */
#define KEEL_TYPE_PROFILE_DIALOG (keel_profile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelProfileDialog, keel_profile_dialog, KEEL, PROFILE_DIALOG, AdwWindow)

KeelProfileDialog *keel_profile_dialog_new (GtkWindow *parent, KeelSession *session);

G_END_DECLS

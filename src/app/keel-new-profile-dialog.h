#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelNewProfileDialog: makes one more profile. Signal: "made" (its id). */
#define KEEL_TYPE_NEW_PROFILE_DIALOG (keel_new_profile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelNewProfileDialog, keel_new_profile_dialog, KEEL, NEW_PROFILE_DIALOG, AdwWindow)

KeelNewProfileDialog *keel_new_profile_dialog_new (GtkWindow *parent, const char *data_dir);

G_END_DECLS

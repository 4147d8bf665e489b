#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelListsDialog: the lists that were imported, and how to remove one. */
#define KEEL_TYPE_LISTS_DIALOG (keel_lists_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelListsDialog, keel_lists_dialog, KEEL, LISTS_DIALOG, AdwWindow)

KeelListsDialog *keel_lists_dialog_new (GtkWindow *parent, KeelSession *session);

G_END_DECLS

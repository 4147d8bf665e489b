#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelRefreshDialog: brings several lists up to date, one after the other, and shows what came of each and
 * what it changes for the person. One that cannot be fetched does not cost the others. */
#define KEEL_TYPE_REFRESH_DIALOG (keel_refresh_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelRefreshDialog, keel_refresh_dialog, KEEL, REFRESH_DIALOG, AdwWindow)

/* Fetches @lists (of KeelList, each from an address) at once: to be called when the person asked for that.
 * With none it only shows the changes that nobody has decided on yet. */
KeelRefreshDialog *keel_refresh_dialog_new (GtkWindow *parent, KeelSession *session, GPtrArray *lists);

G_END_DECLS

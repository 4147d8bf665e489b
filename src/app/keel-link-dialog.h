#pragma once

#include <adwaita.h>

#include "core/keel-entry.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelLinkDialog: one out of what something written can belong to, or out of the worksheets.
 *
 * Signal: "chosen" (KeelEntryLink link, const char *target): a part of a program or a meeting, or none with
 * NULL; of worksheets, none with the id of one.
 */
#define KEEL_TYPE_LINK_DIALOG (keel_link_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelLinkDialog, keel_link_dialog, KEEL, LINK_DIALOG, AdwWindow)

/* The parts of the programs that were chosen and the meetings that are followed; @linked: and to nothing. */
KeelLinkDialog *keel_link_dialog_new (GtkWindow *parent, KeelSession *session, gboolean linked);
KeelLinkDialog *keel_link_dialog_new_for_worksheets (GtkWindow *parent, KeelSession *session);

G_END_DECLS

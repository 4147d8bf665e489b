#pragma once

#include <adwaita.h>

#include "content/keel-part-work.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelPartDialog: one part of a program: where the person is with it, with whom it was shared, a private
 * note, and what can be written or was written for it. */
#define KEEL_TYPE_PART_DIALOG (keel_part_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelPartDialog, keel_part_dialog, KEEL, PART_DIALOG, AdwWindow)

void keel_part_dialog_present (GtkWindow *parent, KeelSession *session, const KeelPartPlace *place);

G_END_DECLS

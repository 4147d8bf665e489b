#pragma once

#include <adwaita.h>

#include "core/keel-urge.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelUrgeDialog: one urge of the log, to be changed or taken away. */
#define KEEL_TYPE_URGE_DIALOG (keel_urge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelUrgeDialog, keel_urge_dialog, KEEL, URGE_DIALOG, AdwWindow)

void keel_urge_dialog_present (GtkWindow *parent, KeelSession *session, const KeelUrge *urge);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "core/keel-reason.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelReasonDialog: one reason: words, and a picture. */
#define KEEL_TYPE_REASON_DIALOG (keel_reason_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelReasonDialog, keel_reason_dialog, KEEL, REASON_DIALOG, AdwWindow)

/* @reason is nullable: a new one. */
void keel_reason_dialog_present (GtkWindow *parent, KeelSession *session, const KeelReason *reason);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "keel-session-care.h"

G_BEGIN_DECLS

/* KeelCareDialog: a medicine plan, a high-risk date or a goal to make or to change. */
#define KEEL_TYPE_CARE_DIALOG (keel_care_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelCareDialog, keel_care_dialog, KEEL, CARE_DIALOG, AdwWindow)

/* @row is nullable: a new one. */
void keel_care_dialog_present (GtkWindow *parent, KeelSession *session, KeelCareKind kind, gconstpointer row);

G_END_DECLS

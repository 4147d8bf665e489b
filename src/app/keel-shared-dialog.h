#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelSharedDialog: when and with whom something was shared.
 *
 * Signal: "chosen" (gint64 at, const char *with): seconds UTC, 0 for with nobody; @with is nullable.
 */
#define KEEL_TYPE_SHARED_DIALOG (keel_shared_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelSharedDialog, keel_shared_dialog, KEEL, SHARED_DIALOG, AdwWindow)

/* @what: what was shared; @at 0: nothing was said yet, and then @with (nullable) is only offered. */
KeelSharedDialog *keel_shared_dialog_new (GtkWindow *parent, KeelSession *session, const char *what,
                                          gint64 at, const char *with);

G_END_DECLS

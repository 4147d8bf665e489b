#pragma once

#include <gtk/gtk.h>

#include "core/keel-reason.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* All of these change the reasons, say what came of it in the window that @widget stands in, and offer what
 * was there before back. */

/* @before is nullable: it is new. */
void keel_reason_undo_save (GtkWidget *widget, KeelSession *session, const KeelReason *before,
                            const KeelReason *wanted);
void keel_reason_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid);
/* Both: all UUIDs, in their order. */
void keel_reason_undo_order (GtkWidget *widget, KeelSession *session, const char *const *before,
                             const char *const *wanted);

G_END_DECLS

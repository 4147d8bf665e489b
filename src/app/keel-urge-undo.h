#pragma once

#include <gtk/gtk.h>

#include "core/keel-urge.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* All of these say what came of them in the window that @widget stands in. */

/* An urge that was put down can be taken out again. */
void keel_urge_undo_offer (GtkWidget *widget, KeelSession *session, const KeelUrge *urge);
/* Takes one away, and offers it back. */
void keel_urge_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid);
/* @wanted in the place of @before, and that back. */
void keel_urge_undo_change (GtkWidget *widget, KeelSession *session, const KeelUrge *before,
                            const KeelUrge *wanted);

G_END_DECLS

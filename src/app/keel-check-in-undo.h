#pragma once

#include <gtk/gtk.h>

#include "core/keel-check-in.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* Says that @check_in was put down, and offers @before (nullable: there was none) back. */
void keel_check_in_undo_offer (GtkWidget *widget, KeelSession *session, const KeelCheckIn *check_in,
                               const KeelCheckIn *before);
/* Takes one away, and offers it back. */
void keel_check_in_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Keeps what @wanted says of @which, says @sentence in the window that @widget stands in, and offers to undo
 * it. @sentence is nullable: nothing to say and to undo. */
void keel_series_remark_put (GtkWidget *widget, KeelSession *session, KeelSeries *wanted, KeelRemarks which,
                             const char *sentence);

G_END_DECLS

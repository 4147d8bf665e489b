#pragma once

#include "keel-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says @sentence in the window that @widget stands in, with an Undo that gives the series the schedule back
 * that it has in @before; unless another than @after stands there by then. */
void keel_date_undo_offer (GtkWidget *widget, KeelSession *session, KeelSeries *before, KeelSchedule *after,
                           const char *sentence);

G_END_DECLS

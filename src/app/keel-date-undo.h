#pragma once

#include "keel-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says @sentence in the window that @widget stands in, with an Undo that gives the series the schedule back
 * that it has in @before. */
void keel_date_undo_offer (GtkWidget *widget, KeelSession *session, KeelSeries *before, const char *sentence);

G_END_DECLS

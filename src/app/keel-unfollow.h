#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Stops following @series, says so in the window that @widget stands in, and offers to undo it. */
void keel_unfollow (GtkWidget *widget, KeelSession *session, KeelSeries *series);

G_END_DECLS

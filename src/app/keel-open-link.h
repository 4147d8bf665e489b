#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens @link in the program of the computer for it, where it is a safe one (keel_link_check ()). What does
 * not open is told in the status line of the window that @widget stands in. */
void keel_open_link (GtkWidget *widget, const char *link);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actions of KeelWindow that lead from page to page, and to what is on them. */
void keel_window_pages_install (GtkWidgetClass *window_class);
void keel_window_pages_enable (GtkWidget *window, gboolean enabled);

G_END_DECLS

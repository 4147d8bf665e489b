#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actions of KeelWindow that open a window of their own over it. */
void keel_window_dialogs_install (GtkWidgetClass *window_class);
void keel_window_dialogs_enable (GtkWidget *window, gboolean enabled);

G_END_DECLS

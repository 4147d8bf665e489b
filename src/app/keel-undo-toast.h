#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*KeelUndoFunc) (gpointer data);

/* Says @sentence in the window that @widget stands in (or, where that has no toasts, in the one behind it),
 * as a toast with an Undo button, and in the status line. @undo is called at most once, then or before @data
 * is freed with @destroy (nullable). */
void keel_undo_toast_show (GtkWidget *widget, const char *sentence, KeelUndoFunc undo, gpointer data,
                           GDestroyNotify destroy);

G_END_DECLS

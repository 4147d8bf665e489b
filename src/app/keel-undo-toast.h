#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*KeelUndoFunc) (gpointer data);

/* Says @sentence in the window that @widget stands in (or, where that has no toasts, in the one behind it; or
 * else in the one in front), as a toast with an Undo button, and in the status line. @undo is called at most
 * once, then or before @data is freed with @destroy (nullable). */
void keel_undo_toast_show (GtkWidget *widget, const char *sentence, KeelUndoFunc undo, gpointer data,
                           GDestroyNotify destroy);

/* The same with another button in the place of Undo. */
void keel_undo_toast_offer (GtkWidget *widget, const char *sentence, const char *label, KeelUndoFunc func,
                            gpointer data, GDestroyNotify destroy);

/* Takes away the one that the window of @widget shows: something needs its place, and nobody is to press it
 * by mistake. */
void keel_undo_toast_dismiss (GtkWidget *widget);

/* Says what came of an undo. @error is nullable; with KEEL_STORE_ERROR_CHANGED nothing was undone. @subject
 * is as for keel_sentence_for_error (). */
void keel_undo_toast_tell (GtkWidget *widget, const GError *error, const char *subject);

G_END_DECLS

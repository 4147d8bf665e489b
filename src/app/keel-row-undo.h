#pragma once

#include <gtk/gtk.h>

#include "keel-session-rows.h"
#include "keel-undo.h"

G_BEGIN_DECLS

/* A row of any kind is put down or taken away. @said is told of it in the window in which @widget stands,
 * with a way back. */

/* @before: what the person saw there; NULL: what stood there, if anything did. */
void keel_row_undo_save (GtkWidget *widget, KeelSession *session, const KeelSessionRows *rows,
                         gconstpointer row, gconstpointer before, const char *said);
void keel_row_undo_delete (GtkWidget *widget, KeelSession *session, const KeelSessionRows *rows,
                           const char *uuid, const char *said);
/* It is down already. @before: what stood there; NULL: it is new. */
void keel_row_undo_offer (GtkWidget *widget, KeelSession *session, const KeelSessionRows *rows,
                          const char *uuid, gconstpointer before, const char *said);

/* The way back alone: @before is put back, or the one of @uuid goes (@deleted) or comes. */
KeelUndo *keel_row_undo_new (GtkWidget *widget, KeelSession *session, const KeelSessionRows *rows,
                             const char *uuid, gconstpointer before, gboolean deleted, const char *said);

G_END_DECLS

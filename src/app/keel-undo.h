#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* A change under way, with the way back: what is said of it when it is done, and what its Undo button does
 * then (keel-undo-toast.h). */
typedef struct _KeelUndo KeelUndo;

/* Takes the change back. Ended by keel_session_change_finish (). */
typedef void (*KeelUndoBack) (KeelSession *session, gconstpointer data, KeelSessionCallback callback,
                              gpointer callback_data);

/* To be told in the window in which @widget stands now. Takes @data, which @destroy frees. */
KeelUndo *keel_undo_new (GtkWidget *widget, KeelSession *session, const char *said, KeelUndoBack back,
                         gpointer data, GDestroyNotify destroy);

/* Whose name stands in the sentence where it fails: as for keel_sentence_for_error (). */
void keel_undo_set_subject (KeelUndo *self, const char *subject);

/* Says it and offers the way back; takes @self, as all that follow. */
void keel_undo_offer (KeelUndo *self);
/* The same once a change has ended, or says @error. */
void keel_undo_end (KeelUndo *self, const GError *error);
/* The same, as the callback of a change with the finish function keel_session_change_finish (). */
void keel_undo_changed_cb (GObject *source, GAsyncResult *result, gpointer self);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

#include "keel-session-care.h"

G_BEGIN_DECLS

/* All say what came of them in the window that @widget stands in, with a way to undo it. */
void keel_care_undo_save (GtkWidget *widget, KeelSession *session, KeelCareKind kind, gconstpointer row);
void keel_care_undo_delete (GtkWidget *widget, KeelSession *session, KeelCareKind kind, const char *uuid);
/* @before is what was said of that day until now. */
void keel_care_undo_mark (GtkWidget *widget, KeelSession *session, const char *uuid, gint64 day,
                          KeelMedicineState state, KeelMedicineState before);
/* That a weekly goal was done in the week of @day, or not. */
void keel_care_undo_tick (GtkWidget *widget, KeelSession *session, const char *uuid, gint64 day,
                          gboolean ticked);

G_END_DECLS

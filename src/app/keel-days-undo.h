#pragma once

#include <gtk/gtk.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* All of these say what came of them in the window that @widget stands in, and offer to take it back. @said
 * is a sentence. */

void keel_days_undo_save_count (GtkWidget *widget, KeelSession *session, const KeelDayCount *wanted,
                                const char *said);
void keel_days_undo_delete_count (GtkWidget *widget, KeelSession *session, const char *uuid);
void keel_days_undo_save_lapse (GtkWidget *widget, KeelSession *session, const KeelLapse *wanted,
                                const char *said);
void keel_days_undo_delete_lapse (GtkWidget *widget, KeelSession *session, const char *uuid);
/* A milestone by hand: always a new one. */
void keel_days_undo_save_reached (GtkWidget *widget, KeelSession *session, const KeelReached *wanted);
void keel_days_undo_delete_reached (GtkWidget *widget, KeelSession *session, const char *uuid);

G_END_DECLS

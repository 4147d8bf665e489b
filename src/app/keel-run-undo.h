#pragma once

#include <gtk/gtk.h>

#include "keel-session-runs.h"

G_BEGIN_DECLS

/* What was done of the coping library, put down and taken away in the window that @widget stands in, with a
 * way back. */

/* @sentence is what is said of it. */
void keel_run_undo_save (GtkWidget *widget, KeelSession *session, const KeelStrategyRun *run,
                         const char *sentence);
void keel_run_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid);

G_END_DECLS

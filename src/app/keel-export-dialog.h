#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Asks what to write into a file for other programs, and where to: the calendar, the same as a table, or what
 * the person went to. At first it is discreet. */
void keel_export_dialog_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

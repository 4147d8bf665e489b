#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* How lists come in: files that are dropped on a window, or chosen from it. Each way ends in
 * KeelImportDialog. */
void keel_import_files_accept (GtkWidget *window, KeelSession *session);
void keel_import_files_choose (GtkWindow *window, KeelSession *session);

G_END_DECLS

#pragma once

#include "keel-session-templates.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A new worksheet without questions. */
void keel_template_present_new (GtkWindow *parent, KeelSession *session);

/* Asks for a file with a worksheet and shows what is in it: it is kept when the person saves it there. */
void keel_template_import_present (GtkWindow *parent, KeelSession *session);
/* Asks where to keep the worksheet as a file. It holds no answers. */
void keel_template_export_present (GtkWindow *parent, KeelSession *session, const KeelWorksheet *worksheet);

/* Takes one of the person's own away, with an undo. What was written with it stays. */
void keel_template_delete (GtkWidget *widget, KeelSession *session, const KeelWorksheet *worksheet);

/* Keeps @worksheet, with an undo; @callback is ended by keel_template_save_finish (). */
void keel_template_save_async (GtkWidget *widget, KeelSession *session, KeelWorksheet *worksheet,
                               GAsyncReadyCallback callback, gpointer data);
gboolean keel_template_save_finish (GAsyncResult *result, GError **error);

/* One sentence, where some of the person's own worksheets cannot be read. Transfer full, nullable. */
char *keel_template_trouble_describe (KeelSession *session);

G_END_DECLS

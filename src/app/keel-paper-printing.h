#pragma once

#include <gtk/gtk.h>

#include "paper/keel-paper.h"

G_BEGIN_DECLS

/* Asks for a printer and prints the pages there. The printer's queue, which others may read, is told nothing
 * of what they are. */
void keel_paper_printing_async (GtkWindow *parent, KeelPaper *paper, GAsyncReadyCallback callback,
                                gpointer data);

/* TRUE: printed; FALSE without an error: the person does not want to. */
gboolean keel_paper_printing_finish (GAsyncResult *result, GError **error);

G_END_DECLS

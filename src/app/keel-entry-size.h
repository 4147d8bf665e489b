#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows what is written in @paper as large as the person had it last. */
void keel_entry_size_apply (GtkWidget *paper);
/* Larger (1) or smaller (-1), and remembers it. FALSE where that is the end. */
gboolean keel_entry_size_change (GtkWidget *paper, int by);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names what GTK 4.8 and libadwaita 1.2 leave without a name in widgets of its own making, or says twice: the
 * buttons, texts and search entries under @widget. @close is what its close button is called. */
void keel_names_mend (GtkWidget *widget, const char *close);

G_END_DECLS

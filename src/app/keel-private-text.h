#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks input methods not to remember what is written in @editable: an entry or a search entry.
 * (GtkSearchEntry of GTK 4.8 has no property for it.) */
void keel_private_text_mark (GtkEditable *editable);

G_END_DECLS

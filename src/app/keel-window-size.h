#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens @window as large as it was closed, and remembers. GSettings keeps this and nothing personal. */
void keel_window_size_bind (GtkWindow *window);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the keys that hide and lock work in every window of this program, whoever makes it. GTK gives those of
 * the application to its main windows alone. */
void keel_dialog_keys_watch (GApplication *application);

G_END_DECLS

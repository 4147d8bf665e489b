#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the keys that hide, lock and help work in every window and popover of this program, whoever makes it.
 * GTK gives those of the application to its main windows alone, and none of them to an open menu. To be
 * called once. */
void keel_dialog_keys_watch (GtkApplication *application);

G_END_DECLS

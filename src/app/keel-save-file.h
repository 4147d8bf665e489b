#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where to keep @bytes and writes them there, in a file that nobody else on this computer may read.
 * @name is what the file is called unless the person says otherwise: it says nothing of what is in it. */
void keel_save_file_async (GtkWindow *parent, const char *title, const char *name, GBytes *bytes,
                           GAsyncReadyCallback callback, gpointer data);

/* Returns: (transfer full) (nullable): the file's name without its folder, also where it could not be
 * written; NULL without an error where the person wants none. */
char *keel_save_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS

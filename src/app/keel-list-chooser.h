#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The file dialog for lists of meetings and what comes with them; transfer full. */
GtkFileChooserNative *keel_list_chooser_new (GtkWindow *parent, const char *title);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void keel_help_windows_show_about (GtkWindow *parent);
void keel_help_windows_show_shortcuts (GtkWindow *parent);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "app.summary" and "app.involvement", which need an open profile and else do nothing. */
void keel_progress_actions_add (GtkApplication *application);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "app.reading" (s: the id of a reading), which needs an open profile and else does nothing. */
void keel_reading_actions_add (GtkApplication *application);

G_END_DECLS

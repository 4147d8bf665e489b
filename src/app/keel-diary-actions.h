#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "app.journal": the window of the journal. */
void keel_diary_actions_add (GtkApplication *application);

G_END_DECLS

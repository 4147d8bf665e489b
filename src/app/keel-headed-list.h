#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A heading and below it a list without selection, at the end of @box; @name is what the list is called by
 * those who listen. Transfer none. */
GtkListBox *keel_headed_list_append (GtkBox *box, const char *heading, const char *name);

G_END_DECLS

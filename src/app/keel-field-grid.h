#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KeelFieldGrid: children below each other; where there is room, those that are short stand beside each other
 * in two columns of the same width. */
#define KEEL_TYPE_FIELD_GRID (keel_field_grid_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldGrid, keel_field_grid, KEEL, FIELD_GRID, GtkWidget)

void keel_field_grid_append (KeelFieldGrid *self, GtkWidget *child, gboolean is_short);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The width beside the days in which the hours are named. */
#define KEEL_WEEK_GUTTER 56

/* Where column @column of @n stands in a widget of @width, from right to left where the window is. */
GtkAllocation keel_week_columns_find (GtkWidget *widget, int width, guint n, guint column);

G_END_DECLS

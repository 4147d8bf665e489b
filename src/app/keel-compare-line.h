#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KeelCompareLine: a line of a table: what it is about, and a cell for each column. Where there is room they
 * stand beside each other, all columns of a table alike; else beneath each other, each cell below the name of
 * its column. */
#define KEEL_TYPE_COMPARE_LINE (keel_compare_line_get_type ())
G_DECLARE_FINAL_TYPE (KeelCompareLine, keel_compare_line, KEEL, COMPARE_LINE, GtkWidget)

/* @heading is nullable: what stands in the cells says enough. */
GtkWidget *keel_compare_line_new (const char *heading);
/* @column is nullable, too. */
void keel_compare_line_add (KeelCompareLine *self, const char *column, GtkWidget *cell);

G_END_DECLS

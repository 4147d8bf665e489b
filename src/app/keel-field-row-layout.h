#pragma once

#include <gtk/gtk.h>

#include "content/keel-worksheet.h"

G_BEGIN_DECLS

/*
 * KeelFieldRowLayout: lays out a row of a table: its number, a head and a cell for each column in turn, and
 * what one does with the row. Where there is room for all columns the cells stand beside each other and the
 * heads are left to the row above all; else each cell stands below its head. That row above all has only
 * heads, and is not there where they stand with the cells.
 */
#define KEEL_TYPE_FIELD_ROW_LAYOUT (keel_field_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldRowLayout, keel_field_row_layout, KEEL, FIELD_ROW_LAYOUT, GtkLayoutManager)

KeelFieldRowLayout *keel_field_row_layout_new (const KeelField *table);
/* That of the row above all; @model (weak) is one of the rows. */
void keel_field_row_layout_set_model (KeelFieldRowLayout *self, GtkWidget *model);

/* Whether there was room for all columns. */
gboolean keel_field_row_layout_is_wide (KeelFieldRowLayout *self);

G_END_DECLS

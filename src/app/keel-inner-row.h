#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KeelInnerRow: a row of a list in which there is something to press or to select: the keyboard goes straight
 * to that, and the row itself does nothing. */
#define KEEL_TYPE_INNER_ROW (keel_inner_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (KeelInnerRow, keel_inner_row, KEEL, INNER_ROW, GtkListBoxRow)

struct _KeelInnerRowClass
{
  GtkListBoxRowClass parent_class;
};

G_END_DECLS

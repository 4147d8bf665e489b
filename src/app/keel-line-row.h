#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KeelLineRow: a row of a list with lines of words below each other, and what one can do beside them. Those
 * who listen hear all its lines at once. */
#define KEEL_TYPE_LINE_ROW (keel_line_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (KeelLineRow, keel_line_row, KEEL, LINE_ROW, GtkListBoxRow)

struct _KeelLineRowClass
{
  GtkListBoxRowClass parent_class;
};

/* Nothing where there are no words. @style is a class of style, nullable; what is longer than @most lines is
 * cut short, 0: nothing is. */
void keel_line_row_add_line (KeelLineRow *self, const char *text, const char *style, int most);
/* Below the lines; @said belongs to what is heard of the row, NULL: it is heard by itself. */
void keel_line_row_add_below (KeelLineRow *self, GtkWidget *widget, const char *said);

/* Beside the lines: where the row begins, and at its end. */
void keel_line_row_add_before (KeelLineRow *self, GtkWidget *widget);
void keel_line_row_add_after (KeelLineRow *self, GtkWidget *widget);
/* At its end; @name is what it is called by those who listen, as a whole. Transfer none. */
GtkWidget *keel_line_row_add_button (KeelLineRow *self, const char *icon, const char *tooltip,
                                     const char *name);

G_END_DECLS

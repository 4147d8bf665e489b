#include "keel-inner-row.h"

G_DEFINE_TYPE (KeelInnerRow, keel_inner_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
keel_inner_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static void
keel_inner_row_class_init (KeelInnerRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = keel_inner_row_focus;
}

static void
keel_inner_row_init (KeelInnerRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

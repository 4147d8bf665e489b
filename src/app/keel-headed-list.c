#include "keel-headed-list.h"

GtkListBox *
keel_headed_list_append (GtkBox *box, const char *heading, const char *name)
{
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *rows = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 12);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (box, label);
  gtk_box_append (box, rows);
  return GTK_LIST_BOX (rows);
}

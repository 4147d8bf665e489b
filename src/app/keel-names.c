#include "config.h"

#include "keel-names.h"

#include <glib/gi18n-lib.h>

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_button (GtkWidget *button, const char *close)
{
  GtkWidget *child = gtk_widget_get_first_child (button);

  if (gtk_button_get_label (GTK_BUTTON (button)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else if (gtk_widget_get_tooltip_text (button) != NULL)
    set_name (button, gtk_widget_get_tooltip_text (button));
  else if (GTK_IS_LABEL (child))
    set_name (button, gtk_label_get_text (GTK_LABEL (child)));
  else
    set_name (button, close);
}

/* The button inside is heard too. */
static void
name_menu_button (GtkWidget *widget)
{
  /* Translators: a button that shows parts of the list of shortcuts */
  const char *name = _ ("Sections");

  set_name (widget, name);
  set_name (gtk_widget_get_first_child (widget), name);
}

void
keel_names_mend (GtkWidget *widget, const char *close)
{
  if (GTK_IS_BUTTON (widget))
    name_button (widget, close);
  else if (GTK_IS_MENU_BUTTON (widget))
    name_menu_button (widget);
  else if (GTK_IS_SEARCH_ENTRY (widget))
    set_name (widget, _ ("Search"));
  else if (GTK_IS_TEXT_VIEW (widget))
    set_name (widget, _ ("Text"));
  else
    {
      GtkWidget *child;

      for (child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        keel_names_mend (child, close);
    }
}

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

static void
toasts_changed_cb (GListModel *children, guint position, guint removed, guint added, gpointer data)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget"))
        /* Translators: closes a short message at the bottom of the window. */
        keel_names_mend (child, _ ("Close the message"));
    }
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

void
keel_names_mend_tabs (GtkWidget *switcher, const char *name)
{
  set_name (switcher, name);
  for (GtkWidget *tab = gtk_widget_get_first_child (switcher); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      GtkWidget *inside = gtk_widget_get_first_child (tab);

      if (inside != NULL)
        gtk_accessible_update_state (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    }
}

static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_BOX (widget))
    set_name (widget, name);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      name_lists (child, name);
}

void
keel_names_mend_expander (AdwExpanderRow *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (row)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  return TRUE;
}

void
keel_names_watch_icons (void)
{
  g_autoptr (GTypeClass) widgets = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}

void
keel_names_mend_toasts (AdwToastOverlay *overlay)
{
  GListModel *children = gtk_widget_observe_children (GTK_WIDGET (overlay));

  g_signal_connect (children, "items-changed", G_CALLBACK (toasts_changed_cb), NULL);
  g_object_set_data_full (G_OBJECT (overlay), "keel-toast-names", children, g_object_unref);
}

#include "config.h"

#include "keel-runner-ticks.h"

#include <glib/gi18n-lib.h>

#include "keel-toggle.h"
#include "keel-wrap-box.h"

static void
toggled_cb (GtkToggleButton *mark)
{
  gboolean active = gtk_toggle_button_get_active (mark);

  gtk_button_set_icon_name (GTK_BUTTON (mark), active ? "object-select-symbolic" : "radio-symbolic");
}

static GtkWidget *
make_mark (guint number, guint count)
{
  /* Translators: a mark that is ticked when one of several things was found: "3 of 5" */
  g_autofree char *name = g_strdup_printf (_ ("%1$u of %2$u"), number, count);
  GtkWidget *mark = keel_toggle_new (NULL, GTK_ACCESSIBLE_ROLE_CHECKBOX);

  gtk_button_set_icon_name (GTK_BUTTON (mark), "radio-symbolic");
  gtk_widget_add_css_class (mark, "keel-tick");
  gtk_widget_add_css_class (mark, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (mark, "toggled", G_CALLBACK (toggled_cb), NULL);
  return mark;
}

GtkWidget *
keel_runner_ticks_new (guint count)
{
  KeelWrapBox *box = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, NULL);

  for (guint i = 1; i <= count; i++)
    keel_wrap_box_append (box, make_mark (i, count));
  gtk_widget_set_halign (GTK_WIDGET (box), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What I found"),
                                  -1);
  return GTK_WIDGET (box);
}

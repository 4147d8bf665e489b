#include "config.h"

#include "keel-help-acts.h"

#include <glib/gi18n-lib.h>

#include "keel-window.h"

/* U+2066 and U+2069: left to right, whatever is around it. */
#define ISOLATED "\xe2\x81\xa6%s\xe2\x81\xa9"

typedef struct
{
  GtkWidget *widget;
  char *number;
  gboolean is_page;
} Opening;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (GtkWidget) widget = opening->widget;
  g_autofree char *number = opening->number;
  g_autofree char *isolated = keel_help_isolate (number);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;
  if (opening->is_page)
    sentence = g_strdup_printf (_ ("No browser could be started. The address is %s."), isolated);
  else
    sentence = g_strdup_printf (_ ("This computer cannot call or write. Use a phone: %s."), isolated);
  keel_say (widget, sentence);
}

void
keel_help_open (GtkWidget *widget, const char *link, const char *number)
{
  g_autoptr (GdkAppLaunchContext) context = NULL;
  Opening *opening = g_new0 (Opening, 1);

  context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  opening->widget = g_object_ref (widget);
  opening->number = g_strdup (number);
  opening->is_page = g_str_has_prefix (link, "http");
  g_app_info_launch_default_for_uri_async (link, G_APP_LAUNCH_CONTEXT (context), NULL, opened_cb, opening);
}

void
keel_help_copy (GtkWidget *widget, const char *text)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Copied: %s"), text);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  keel_say (widget, sentence);
}

static void
open_cb (GtkWidget *button)
{
  keel_help_open (button, g_object_get_data (G_OBJECT (button), "link"),
                  g_object_get_data (G_OBJECT (button), "number"));
}

static void
copy_cb (GtkWidget *button)
{
  keel_help_copy (button, g_object_get_data (G_OBJECT (button), "text"));
}

void
keel_help_wrap_button (GtkWidget *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
}

char *
keel_help_isolate (const char *number)
{
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_LTR)
    return g_strdup (number);
  return g_strdup_printf (ISOLATED, number);
}

GtkWidget *
keel_help_make_number (const char *number)
{
  GtkWidget *label = gtk_label_new (number);
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_label_set_xalign (GTK_LABEL (label), mirrored ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "keel-numbers");
  gtk_widget_add_css_class (label, "keel-dialled");
  return label;
}

static GtkWidget *
make_button (const char *label, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  keel_help_wrap_button (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", clicked, NULL);
  return button;
}

GtkWidget *
keel_help_make_open_button (const char *label, const char *name, const char *link, const char *number)
{
  GtkWidget *button = make_button (label, name, G_CALLBACK (open_cb));

  g_object_set_data_full (G_OBJECT (button), "link", g_strdup (link), g_free);
  g_object_set_data_full (G_OBJECT (button), "number", g_strdup (number), g_free);
  return button;
}

GtkWidget *
keel_help_make_copy_button (const char *label, const char *name, const char *text)
{
  GtkWidget *button = make_button (label, name, G_CALLBACK (copy_cb));

  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  return button;
}

#include "config.h"

#include "keel-site-row.h"

#include <glib/gi18n-lib.h>

#include "core/keel-meeting.h"

#include "keel-window.h"

struct _KeelSiteRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *text;
  GtkButton *open;
  GtkButton *copy;

  char *address;
};

G_DEFINE_FINAL_TYPE (KeelSiteRow, keel_site_row, GTK_TYPE_LIST_BOX_ROW)

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelSiteRow) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    keel_say (GTK_WIDGET (self),
              _ ("No browser could be started. Copy the address and open it where you like."));
}

static void
open_cb (KeelSiteRow *self)
{
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (
      gtk_widget_get_display (GTK_WIDGET (self)));

  g_app_info_launch_default_for_uri_async (self->address, G_APP_LAUNCH_CONTEXT (context), NULL, opened_cb,
                                           g_object_ref (self));
}

/* The tick is for who looks, the sentence for who listens. */
static void
copy_cb (KeelSiteRow *self)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Copied: %s"), self->address);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->address);
  gtk_button_set_icon_name (self->copy, "object-select-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy), _ ("Copied"));
  keel_say (GTK_WIDGET (self), sentence);
}

static void
keel_site_row_finalize (GObject *object)
{
  g_free (KEEL_SITE_ROW (object)->address);
  G_OBJECT_CLASS (keel_site_row_parent_class)->finalize (object);
}

static void
keel_site_row_class_init (KeelSiteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_site_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-site-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelSiteRow, title);
  gtk_widget_class_bind_template_child (widget_class, KeelSiteRow, text);
  gtk_widget_class_bind_template_child (widget_class, KeelSiteRow, open);
  gtk_widget_class_bind_template_child (widget_class, KeelSiteRow, copy);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
keel_site_row_init (KeelSiteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Takes @label. */
static void
name_button (GtkButton *button, char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_free (label);
}

static char *
describe (const KeelSite *site)
{
  g_autofree char *checked = keel_sentence_site (site);

  if (site->note == NULL)
    return g_strdup_printf ("%s\n%s", site->host, checked);
  return g_strdup_printf ("%s\n%s\n%s", site->host, site->note, checked);
}

GtkWidget *
keel_site_row_new (const KeelSite *site, const char *owner, const char *country)
{
  KeelSiteRow *self = g_object_new (KEEL_TYPE_SITE_ROW, NULL);
  g_autofree char *title = keel_sentence_site_title (site, country);
  g_autofree char *text = describe (site);

  self->address = g_strdup (site->address);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open), site->address);
  /* Translators: said by a screen reader of a button: %1$s is “Meetings” or “Stories”, %2$s the name of a
   * program, %3$s where the page is, such as “aa.org”. */
  name_button (self->open, g_strdup_printf (_ ("Open %1$s of %2$s at %3$s"), title, owner, site->host));
  /* Translators: said by a screen reader of a button: %1$s is “Meetings” or “Stories”, %2$s the name of a
   * program. */
  name_button (self->copy, g_strdup_printf (_ ("Copy the address of %1$s of %2$s"), title, owner));
  return GTK_WIDGET (self);
}

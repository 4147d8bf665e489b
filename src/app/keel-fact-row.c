#include "config.h"

#include "keel-fact-row.h"

#include <glib/gi18n-lib.h>

#include "keel-open-link.h"

struct _KeelFactRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *text;
  GtkButton *open;

  char *link; /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelFactRow, keel_fact_row, GTK_TYPE_LIST_BOX_ROW)

static void
open_cb (KeelFactRow *self)
{
  keel_open_link (GTK_WIDGET (self), self->link);
}

static void
keel_fact_row_finalize (GObject *object)
{
  g_free (KEEL_FACT_ROW (object)->link);
  G_OBJECT_CLASS (keel_fact_row_parent_class)->finalize (object);
}

static void
keel_fact_row_class_init (KeelFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_fact_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelFactRow, title);
  gtk_widget_class_bind_template_child (widget_class, KeelFactRow, text);
  gtk_widget_class_bind_template_child (widget_class, KeelFactRow, open);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
keel_fact_row_init (KeelFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
keel_fact_row_new (const char *title, const char *text, const char *link)
{
  KeelFactRow *self = g_object_new (KEEL_TYPE_FACT_ROW, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, text);
  g_autofree char *open = NULL;

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
  self->link = g_strdup (link);
  gtk_widget_set_visible (GTK_WIDGET (self->open), link != NULL);
  /* Translators: a button that opens a link or dials: "Open: By phone", "Open: Online" */
  open = g_strdup_printf (_ ("Open: %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, open, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open), link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

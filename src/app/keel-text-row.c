#include "keel-text-row.h"

struct _KeelTextRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *caption;
  GtkEntry *entry;
  GtkLabel *problem;
};

static void keel_text_row_editable_init (GtkEditableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelTextRow, keel_text_row, GTK_TYPE_LIST_BOX_ROW,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_EDITABLE, keel_text_row_editable_init))

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPERTIES
};

static void
typed_cb (KeelTextRow *self)
{
  keel_text_row_show_problem (self, NULL);
}

static GtkEditable *
keel_text_row_get_delegate (GtkEditable *editable)
{
  return GTK_EDITABLE (KEEL_TEXT_ROW (editable)->entry);
}

static gboolean
keel_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KEEL_TEXT_ROW (widget)->entry));
}

/* A row takes the focus for itself; here what is in it does. */
static gboolean
keel_text_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return keel_text_row_grab_focus (widget);
}

static void
keel_text_row_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (!gtk_editable_delegate_get_property (object, property, value, pspec))
    g_value_set_string (value, gtk_label_get_text (KEEL_TEXT_ROW (object)->caption));
}

static void
keel_text_row_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  if (!gtk_editable_delegate_set_property (object, property, value, pspec))
    keel_text_row_set_title (KEEL_TEXT_ROW (object), g_value_get_string (value));
}

static void
keel_text_row_dispose (GObject *object)
{
  KeelTextRow *self = KEEL_TEXT_ROW (object);

  if (self->entry != NULL)
    gtk_editable_finish_delegate (GTK_EDITABLE (self));
  self->entry = NULL;
  G_OBJECT_CLASS (keel_text_row_parent_class)->dispose (object);
}

static void
keel_text_row_editable_init (GtkEditableInterface *iface)
{
  iface->get_delegate = keel_text_row_get_delegate;
}

static void
keel_text_row_class_init (KeelTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = keel_text_row_get_property;
  object_class->set_property = keel_text_row_set_property;
  object_class->dispose = keel_text_row_dispose;
  widget_class->grab_focus = keel_text_row_grab_focus;
  widget_class->focus = keel_text_row_focus;

  g_object_class_install_property (object_class, PROP_TITLE,
                                   g_param_spec_string ("title", NULL, NULL, NULL,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_editable_install_properties (object_class, N_PROPERTIES);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelTextRow, caption);
  gtk_widget_class_bind_template_child (widget_class, KeelTextRow, entry);
  gtk_widget_class_bind_template_child (widget_class, KeelTextRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
keel_text_row_init (KeelTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_init_delegate (GTK_EDITABLE (self));
}

void
keel_text_row_set_title (KeelTextRow *self, const char *title)
{
  gtk_label_set_text (self->caption, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
keel_text_row_show_problem (KeelTextRow *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    problem, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
keel_text_row_mend (KeelTextRow *self)
{
  gtk_entry_grab_focus_without_selecting (self->entry);
}

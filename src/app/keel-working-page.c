#include "keel-working-page.h"

struct _KeelWorkingPage
{
  AdwBin parent_instance;

  GtkSpinner *spinner;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (KeelWorkingPage, keel_working_page, ADW_TYPE_BIN)

enum
{
  PROPERTY_TEXT = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
keel_working_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (keel_working_page_parent_class)->map (widget);
  gtk_spinner_set_spinning (KEEL_WORKING_PAGE (widget)->spinner, TRUE);
}

static void
keel_working_page_unmap (GtkWidget *widget)
{
  gtk_spinner_set_spinning (KEEL_WORKING_PAGE (widget)->spinner, FALSE);
  GTK_WIDGET_CLASS (keel_working_page_parent_class)->unmap (widget);
}

static gboolean
keel_working_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KEEL_WORKING_PAGE (widget)->label));
}

static void
keel_working_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  keel_working_page_set_text (KEEL_WORKING_PAGE (object), g_value_get_string (value));
}

static void
keel_working_page_class_init (KeelWorkingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = keel_working_page_set_property;
  widget_class->map = keel_working_page_map;
  widget_class->unmap = keel_working_page_unmap;
  widget_class->grab_focus = keel_working_page_grab_focus;

  properties[PROPERTY_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                                   G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-working-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelWorkingPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, KeelWorkingPage, label);
}

static void
keel_working_page_init (KeelWorkingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_working_page_set_text (KeelWorkingPage *self, const char *text)
{
  gtk_label_set_text (self->label, text);
}

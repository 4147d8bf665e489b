#include "config.h"

#include "keel-run-words.h"

struct _KeelRunWords
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (KeelRunWords, keel_run_words, GTK_TYPE_WIDGET)

static void
keel_run_words_dispose (GObject *object)
{
  g_clear_pointer (&KEEL_RUN_WORDS (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (keel_run_words_parent_class)->dispose (object);
}

static void
keel_run_words_class_init (KeelRunWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_run_words_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_set_css_name (widget_class, "keelwords");
}

static void
keel_run_words_init (KeelRunWords *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
keel_run_words_new (const char *text, const char *class_name)
{
  KeelRunWords *self = g_object_new (KEEL_TYPE_RUN_WORDS, NULL);

  gtk_widget_add_css_class (self->label, class_name);
  keel_run_words_set_text (self, text);
  return GTK_WIDGET (self);
}

void
keel_run_words_set_text (KeelRunWords *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

const char *
keel_run_words_get_text (KeelRunWords *self)
{
  return gtk_label_get_text (GTK_LABEL (self->label));
}

#include "keel-status-line.h"

struct _KeelStatusLine
{
  AdwBin parent_instance;

  GtkLabel *label;
  GHashTable *sentences; /* page → what was said there */
  char *page;
};

G_DEFINE_FINAL_TYPE (KeelStatusLine, keel_status_line, ADW_TYPE_BIN)

static void
show (KeelStatusLine *self)
{
  const char *sentence = g_hash_table_lookup (self->sentences, self->page);

  gtk_label_set_text (self->label, sentence != NULL ? sentence : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence != NULL ? sentence : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
}

static void
keel_status_line_finalize (GObject *object)
{
  KeelStatusLine *self = KEEL_STATUS_LINE (object);

  g_hash_table_unref (self->sentences);
  g_free (self->page);
  G_OBJECT_CLASS (keel_status_line_parent_class)->finalize (object);
}

static void
keel_status_line_class_init (KeelStatusLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_status_line_finalize;
}

static void
keel_status_line_init (KeelStatusLine *self)
{
  self->sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->page = g_strdup ("");
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "focusable",
                              TRUE, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "keel-status");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  show (self);
}

void
keel_status_line_show_page (KeelStatusLine *self, const char *page)
{
  g_free (self->page);
  self->page = g_strdup (page != NULL ? page : "");
  show (self);
}

void
keel_status_line_say (KeelStatusLine *self, const char *sentence)
{
  if (*sentence != '\0')
    g_hash_table_insert (self->sentences, g_strdup (self->page), g_strdup (sentence));
  else
    g_hash_table_remove (self->sentences, self->page);
  show (self);
}

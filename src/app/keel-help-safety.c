#include "config.h"

#include "keel-help-safety.h"

#include <glib/gi18n-lib.h>

#include "content/keel-help-sentences.h"

#include "keel-help-emergency.h"
#include "keel-help-lines-box.h"

struct _KeelHelpSafety
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *about;
  KeelHelpEmergency *emergency;
  KeelHelpLinesBox *line;
  GtkBox *steps;
  GtkBox *rest;
};

G_DEFINE_FINAL_TYPE (KeelHelpSafety, keel_help_safety, ADW_TYPE_BIN)

static gboolean
keel_help_safety_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KEEL_HELP_SAFETY (widget)->emergency));
}

static void
keel_help_safety_class_init (KeelHelpSafetyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = keel_help_safety_grab_focus;

  g_type_ensure (KEEL_TYPE_HELP_EMERGENCY);
  g_type_ensure (KEEL_TYPE_HELP_LINES_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-help-safety.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSafety, name);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSafety, about);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSafety, emergency);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSafety, line);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSafety, steps);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSafety, rest);
}

static void
keel_help_safety_init (KeelHelpSafety *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The number is part of what is read out: "1. Call 112". */
static void
add_step (KeelHelpSafety *self, guint number, const char *text)
{
  /* Translators: a step of what to do in an emergency: its number, and what to do. */
  g_autofree char *words = g_strdup_printf (C_ ("step", "%1$u. %2$s"), number, text);

  gtk_box_append (self->steps, make_label (words, number == 1 ? "keel-first-step" : "keel-step"));
}

static void
add_list (KeelHelpSafety *self, const char *heading, const GPtrArray *texts)
{
  GtkWidget *label;

  if (texts->len == 0)
    return;
  label = make_label (heading, "title-3");
  gtk_widget_set_margin_top (label, 12);
  gtk_box_append (self->rest, label);
  for (guint i = 0; i < texts->len; i++)
    {
      /* Translators: one thing of several below a heading. */
      g_autofree char *words = g_strdup_printf (C_ ("list", "• %s"), (const char *) texts->pdata[i]);

      gtk_box_append (self->rest, make_label (words, "keel-large"));
    }
}

static void
add_sources (KeelHelpSafety *self, const GPtrArray *sources)
{
  GtkWidget *label = make_label (_ ("Where this is from"), "caption-heading");

  gtk_widget_set_margin_top (label, 12);
  gtk_box_append (self->rest, label);
  for (guint i = 0; i < sources->len; i++)
    {
      const KeelSafetySource *source = sources->pdata[i];
      g_autofree char *checked = keel_sentence_checked (source->checked, source->undated);
      g_autofree char *words = g_strdup_printf ("%s · %s", source->text, checked);
      GtkWidget *line = make_label (words, "caption");

      gtk_widget_add_css_class (line, "dim-label");
      gtk_box_append (self->rest, line);
    }
}

KeelHelpSafety *
keel_help_safety_new (KeelHelpRegion *region, const KeelSafetyPage *page)
{
  KeelHelpSafety *self = g_object_new (KEEL_TYPE_HELP_SAFETY, NULL);

  gtk_label_set_text (self->name, page->name);
  gtk_label_set_text (self->about, page->about != NULL ? page->about : "");
  gtk_widget_set_visible (GTK_WIDGET (self->about), page->about != NULL);
  keel_help_emergency_show (self->emergency, region, TRUE);
  if (page->line != KEEL_HELP_KIND_NONE)
    keel_help_lines_box_show (self->line, region, page->line);
  gtk_widget_set_visible (GTK_WIDGET (self->line), page->line != KEEL_HELP_KIND_NONE);
  for (guint i = 0; i < page->steps->len; i++)
    add_step (self, i + 1, page->steps->pdata[i]);
  add_list (self, _ ("How you can tell"), page->signs);
  add_list (self, _ ("What not to do"), page->nots);
  add_list (self, _ ("Good to know"), page->notes);
  add_sources (self, page->sources);
  return self;
}

void
keel_help_safety_look (KeelHelpSafety *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->line)))
    keel_help_lines_box_look (self->line);
}

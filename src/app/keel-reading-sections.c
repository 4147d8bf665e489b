#include "config.h"

#include "keel-reading-sections.h"

#include <glib/gi18n-lib.h>

#include "content/keel-help-sentences.h"
#include "content/keel-strategy-sentences.h"

#include "keel-caution-note.h"
#include "keel-text-label.h"

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = keel_text_label_new (text, style);

  gtk_box_append (box, label);
  return label;
}

static void
add_heading (GtkBox *box, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                   text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "margin-top", 12, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (box, label);
}

/* The mark stands beside its point, so that the second line begins below the first word. Those who listen
 * hear the point alone. */
static void
add_point (GtkBox *box, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *mark = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "label", "•", "valign", GTK_ALIGN_START, NULL);
  GtkWidget *words;

  gtk_widget_add_css_class (mark, "keel-run-note");
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_box_append (GTK_BOX (line), mark);
  words = add_label (GTK_BOX (line), text, "keel-run-note");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (box, line);
}

static void
add_section (GtkBox *box, const KeelReadingSection *section)
{
  add_heading (box, section->title);
  for (guint i = 0; i < section->parts->len; i++)
    {
      const KeelReadingPart *part = g_ptr_array_index (section->parts, i);

      if (part->point)
        add_point (box, part->text);
      else
        add_label (box, part->text, "keel-run-note");
    }
}

void
keel_reading_sections_add_words (GtkBox *box, const KeelReading *reading)
{
  for (guint i = 0; i < reading->cautions->len; i++)
    gtk_box_append (box, keel_caution_note_new (g_ptr_array_index (reading->cautions, i)));
  for (guint i = 0; i < reading->sections->len; i++)
    add_section (box, g_ptr_array_index (reading->sections, i));
}

void
keel_reading_sections_add_sources (GtkBox *box, const KeelReading *reading)
{
  if (reading->evidence != NULL)
    {
      add_heading (box, _ ("What was studied"));
      add_label (box, keel_sentence_strategy_grade (reading->grade), "dim-label");
      add_label (box, reading->evidence, "keel-prose");
    }
  add_heading (box, _ ("Where this is from"));
  for (guint i = 0; i < reading->sources->len; i++)
    {
      const KeelSafetySource *source = g_ptr_array_index (reading->sources, i);
      g_autofree char *checked = keel_sentence_checked (source->checked, source->undated);
      g_autofree char *words = g_strdup_printf ("%s · %s", source->text, checked);

      gtk_widget_add_css_class (add_label (box, words, "caption"), "dim-label");
    }
}

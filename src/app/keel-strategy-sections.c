#include "config.h"

#include "keel-strategy-sections.h"

#include <glib/gi18n-lib.h>

#include "content/keel-strategy-sentences.h"

#include "keel-fact-row.h"
#include "keel-headed-list.h"
#include "keel-text-label.h"

static void
add_cautions (GtkBox *box, const KeelStrategy *strategy, gboolean first)
{
  for (guint i = 0; i < strategy->cautions->len; i++)
    {
      const KeelCaution *caution = g_ptr_array_index (strategy->cautions, i);

      if (caution->first == first)
        gtk_box_append (box, keel_text_label_new (caution->text, first ? "heading" : "keel-prose"));
    }
}

void
keel_strategy_sections_add_cautions (GtkBox *box, const KeelStrategy *strategy)
{
  add_cautions (box, strategy, TRUE);
  add_cautions (box, strategy, FALSE);
}

static GtkWidget *
make_step_row (const KeelStrategyStep *step, guint number)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *place = g_strdup_printf ("%u", number);
  g_autofree char *time = keel_sentence_step_time (step->seconds);
  g_autofree char *words = g_strjoin (", ", step->text, time, NULL);
  /* Translators: a step of a card, for those who listen: "Step 2: Breathe out, 5 minutes". */
  g_autofree char *name = g_strdup_printf (_ ("Step %1$u: %2$s"), number, words);
  GtkWidget *sign = keel_text_label_new (place, "keel-numbers");

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_add_css_class (sign, "keel-prose");
  gtk_widget_add_css_class (sign, "dim-label");
  gtk_widget_add_css_class (box, "keel-row");
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (lines), keel_text_label_new (step->text, "keel-prose"));
  if (time != NULL)
    gtk_box_append (GTK_BOX (lines), keel_text_label_new (time, "dim-label"));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

void
keel_strategy_sections_add_steps (GtkBox *box, const KeelStrategy *strategy)
{
  GtkWidget *rows = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("strategy", "Steps"), -1);
  for (guint i = 0; i < strategy->steps->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (rows), make_step_row (strategy->steps->pdata[i], i + 1));
  gtk_box_append (box, rows);
}

static void
add_fact (GtkListBox *rows, const char *title, const char *text)
{
  if (text != NULL && *text != '\0')
    gtk_list_box_append (rows, keel_fact_row_new (title, text, NULL));
}

void
keel_strategy_sections_add_facts (GtkBox *box, const KeelStrategy *strategy)
{
  const char *grade = keel_sentence_strategy_grade (strategy->grade);
  g_autofree char *tags = keel_sentence_strategy_tags (strategy->tags);
  GtkListBox *rows = keel_headed_list_append (box, _ ("About this card"), _ ("About this card"));

  add_fact (rows, _ ("What it is"), strategy->about);
  add_fact (rows, _ ("What makes it easier"), strategy->tip);
  add_fact (rows, _ ("What it is for"), tags);
  add_fact (rows, _ ("How much it was studied"), grade);
  add_fact (rows, _ ("What was found"), strategy->evidence);
  add_fact (rows, _ ("Source"), strategy->source);
}

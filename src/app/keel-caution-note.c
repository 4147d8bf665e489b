#include "config.h"

#include "keel-caution-note.h"

#include "content/keel-strategy-sentences.h"

static void
add_line (GtkWidget *box, const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class_name);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
keel_caution_note_new (const KeelCaution *caution)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (caution->kind != KEEL_CAUTION_GENERAL)
    add_line (box, keel_sentence_caution (caution->kind), "heading");
  add_line (box, caution->text, "keel-run-note");
  gtk_widget_add_css_class (box, "keel-note");
  return box;
}

#include "config.h"

#include "keel-template-preview.h"

#include <glib/gi18n-lib.h>

#include "keel-entry-form.h"
#include "keel-entry-notes.h"

static void
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
keel_template_preview_new (KeelWorksheet *worksheet)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *before = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *after = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (KeelEntryDocument) document = keel_entry_document_new (worksheet,
                                                                    keel_worksheet_begin (worksheet, NULL));

  add_label (box, _ ("You can try it out here. What you write now is not kept."), "keel-note");
  add_label (box, worksheet->name, "title-1");
  if (worksheet->about != NULL)
    add_label (box, worksheet->about, "keel-prose");
  keel_entry_notes_fill (GTK_BOX (before), GTK_BOX (after), worksheet);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (keel_entry_form_new (document)));
  gtk_box_append (GTK_BOX (box), after);
  return box;
}

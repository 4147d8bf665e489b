#include "config.h"

#include "keel-entry-notes.h"

#include <glib/gi18n-lib.h>

static void
add (GtkBox *box, const char *text, const char *icon)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, icon != NULL ? "keel-prose" : "dim-label");
  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_widget_set_valign (image, GTK_ALIGN_START);
      gtk_widget_add_css_class (row, "keel-note");
      gtk_box_append (GTK_BOX (row), image);
    }
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (box, row);
}

void
keel_entry_notes_fill (GtkBox *before, GtkBox *after, const KeelWorksheet *worksheet)
{
  if (worksheet->readers)
    add (
        before,
        _ ("Others could come to read this: someone who uses this computer, or a court that asks for it. Write "
           "only what you can bear to be read. Initials are enough."),
        "view-reveal-symbolic");
  for (guint i = 0; i < worksheet->notes->len; i++)
    {
      const KeelNote *note = g_ptr_array_index (worksheet->notes, i);

      if (note->kind == KEEL_NOTE_SAFETY)
        add (before, note->text, "dialog-information-symbolic");
      else if (note->kind == KEEL_NOTE_HINT)
        add (before, note->text, NULL);
      else
        add (after, note->text, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (before), gtk_widget_get_first_child (GTK_WIDGET (before)) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (after), gtk_widget_get_first_child (GTK_WIDGET (after)) != NULL);
}

#include "config.h"

#include "keel-care-label.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-person.h"

#include "keel-help-acts.h"

GtkWidget *
keel_care_label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

void
keel_care_label_tell (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

GtkWidget *
keel_care_label_new_call (const char *label, const char *name, const char *number)
{
  g_autofree char *dial = number != NULL ? keel_number_dup_dial (number) : NULL;
  g_autofree char *escaped = dial != NULL ? g_uri_escape_string (dial, "+*", FALSE) : NULL;
  g_autofree char *link = dial != NULL ? g_strconcat ("tel:", escaped, NULL) : NULL;

  return link != NULL ? keel_help_make_open_button (label, name, link, number) : NULL;
}

char *
keel_care_label_describe_injection (const KeelMedicine *medicine, gint64 today)
{
  gint64 next = medicine->kind == KEEL_MEDICINE_INJECTION ? keel_medicine_find_due (medicine, today)
                                                          : KEEL_DAY_UNSAID;
  g_autofree char *day = next != KEEL_DAY_UNSAID ? keel_sentence_day (next, today) : NULL;

  return day != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), _ ("Next injection"), day) : NULL;
}

GtkListBox *
keel_care_label_new_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_LIST_BOX (list);
}

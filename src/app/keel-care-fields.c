#include "config.h"

#include "keel-care-fields.h"

#include <glib/gi18n-lib.h>

#include "core/keel-medicine.h"

#include "keel-care-label.h"
#include "keel-typed-number.h"

void
keel_care_fields_add_heading (GtkBox *box, const char *text)
{
  GtkWidget *label = keel_care_label_new (text, "heading");

  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (box, label);
}

KeelTextRow *
keel_care_fields_add_text (GtkListBox *list, const char *title)
{
  KeelTextRow *row = g_object_new (KEEL_TYPE_TEXT_ROW, NULL);

  keel_text_row_set_title (row, title);
  gtk_list_box_append (list, GTK_WIDGET (row));
  return row;
}

GtkSwitch *
keel_care_fields_add_switch (GtkBox *box, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = keel_care_label_new (text, NULL);
  GtkWidget *button = gtk_switch_new ();

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (box, line);
  return GTK_SWITCH (button);
}

void
keel_care_fields_set_text (KeelTextRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

char *
keel_care_fields_dup_text (KeelTextRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

void
keel_care_fields_set_day (KeelTextRow *row, gint64 day)
{
  g_autofree char *text = day != KEEL_DAY_UNSAID ? keel_typed_day_format (day) : NULL;

  keel_care_fields_set_text (row, text);
}

gboolean
keel_care_fields_refuse (KeelTextRow *row, const char *problem)
{
  keel_text_row_show_problem (row, problem);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return FALSE;
}

gboolean
keel_care_fields_read_day (KeelTextRow *row, gboolean must, gint64 *day)
{
  g_autofree char *text = keel_care_fields_dup_text (row);

  *day = KEEL_DAY_UNSAID;
  if ((text == NULL && !must) || (text != NULL && keel_typed_day_parse (text, day)))
    return TRUE;
  return keel_care_fields_refuse (row, _ ("Write the date as year-month-day, for example 2026-11-24."));
}

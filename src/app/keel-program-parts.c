#include "config.h"

#include "keel-program-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-program-sentences.h"

#include "keel-text-label.h"

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = keel_text_label_new (text, NULL);

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
make_number (guint number)
{
  g_autofree char *text = g_strdup_printf (C_ ("number of a part", "%u"), number);
  GtkWidget *label = make_label (text);

  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* "Parts 2, 4, 9": which of the first structure a level takes up. NULL where it is none. */
static char *
describe_uses (const KeelPart *part)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  if (part->uses->len == 0)
    return NULL;
  for (guint i = 0; i < part->uses->len; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? C_ ("list of numbers", ", ") : "",
                            g_array_index (part->uses, guint, i));
  /* Translators: %s is one number or several: the statements that belong to a level. */
  return g_strdup_printf (_ ("With number %s"), numbers->str);
}

static GtkWidget *
make_row (const KeelStructure *structure, guint number)
{
  const KeelPart *part = keel_structure_get_part (structure, number);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = keel_sentence_part (structure->kind, number);
  g_autofree char *uses = describe_uses (part);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, part->topic);

  gtk_widget_add_css_class (box, "keel-row");
  gtk_box_append (GTK_BOX (box), make_number (number));
  gtk_box_append (GTK_BOX (lines), make_label (part->topic));
  if (uses != NULL)
    {
      gtk_box_append (GTK_BOX (lines), make_label (uses));
      gtk_widget_add_css_class (gtk_widget_get_last_child (lines), "dim-label");
    }
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, uses != NULL ? uses : "", -1);
  return row;
}

void
keel_program_parts_append (GtkListBox *rows, const KeelStructure *structure)
{
  for (guint number = 1; number <= structure->parts->len; number++)
    gtk_list_box_append (rows, make_row (structure, number));
}

void
keel_program_parts_append_closed (GtkListBox *rows, const KeelStructure *structure)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = keel_program_parts_describe (structure);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  /* libadwaita 1.2 names the row inside it alone. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint number = 1; number <= structure->parts->len; number++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_row (structure, number));
  gtk_list_box_append (rows, row);
}

char *
keel_program_parts_describe (const KeelStructure *structure)
{
  g_autofree char *count = keel_sentence_structure (structure->kind, structure->parts->len);

  if (structure->kind != KEEL_STRUCTURE_TRADITIONS)
    return g_steal_pointer (&count);
  /* Translators: %s is "12 traditions". */
  return g_strdup_printf (_ ("%s, by topic"), count);
}

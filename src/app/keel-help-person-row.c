#include "config.h"

#include "keel-help-person-row.h"

#include <glib/gi18n-lib.h>

#include "keel-help-acts.h"
#include "keel-inner-row.h"
#include "keel-wrap-box.h"

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_head (const KeelPerson *person, GtkWidget *edit)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (names), make_label (person->name, "heading"));
  if (person->role != NULL)
    gtk_box_append (GTK_BOX (names), make_label (person->role, NULL));
  gtk_box_append (GTK_BOX (head), names);
  if (edit != NULL)
    gtk_box_append (GTK_BOX (head), edit);
  return head;
}

static void
add_call (KeelWrapBox *line, const KeelPerson *person)
{
  g_autofree char *dial = keel_number_dup_dial (person->number);
  g_autofree char *escaped = dial != NULL ? g_uri_escape_string (dial, "+*", FALSE) : NULL;
  g_autofree char *link = dial != NULL ? g_strconcat ("tel:", escaped, NULL) : NULL;
  /* Translators: a button as a listener hears it: %s is somebody's first name. */
  g_autofree char *call = g_strdup_printf (_ ("Call %s"), person->name);
  g_autofree char *copy = g_strdup_printf (_ ("Copy the number of %s"), person->name);
  GtkWidget *number = keel_help_make_number (person->number);

  gtk_widget_add_css_class (number, "title-2");
  gtk_widget_set_margin_end (number, 6);
  keel_wrap_box_append (line, number);
  if (link != NULL)
    keel_wrap_box_append (line,
                          keel_help_make_open_button (C_ ("button", "Call"), call, link, person->number));
  keel_wrap_box_append (line, keel_help_make_copy_button (C_ ("button", "Copy"), copy, person->number));
}

static GtkWidget *
make_message (const KeelPerson *person)
{
  const char *message = person->message != NULL ? person->message
                                                : _ ("I am having a hard time. Can you talk with me?");
  g_autofree char *name = g_strdup_printf (_ ("Copy the message for %s"), person->name);
  GtkWidget *line = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);

  keel_wrap_box_append (KEEL_WRAP_BOX (line), make_label (message, "dim-label"));
  keel_wrap_box_append (KEEL_WRAP_BOX (line), keel_help_make_copy_button (_ ("Copy Message"), name, message));
  return line;
}

/* @head is nullable. */
static GtkWidget *
make_row (const KeelPerson *person, gboolean with_message, GtkWidget *head)
{
  GtkWidget *row = g_object_new (KEEL_TYPE_INNER_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  if (head != NULL)
    gtk_box_append (GTK_BOX (box), head);
  if (person->number != NULL)
    {
      GtkWidget *line = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);

      add_call (KEEL_WRAP_BOX (line), person);
      gtk_box_append (GTK_BOX (box), line);
    }
  if (with_message || person->message != NULL)
    gtk_box_append (GTK_BOX (box), make_message (person));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, person->name, -1);
  return row;
}

GtkWidget *
keel_help_person_row_new (const KeelPerson *person, gboolean with_message, GtkWidget *edit)
{
  return make_row (person, with_message, make_head (person, edit));
}

GtkWidget *
keel_help_person_row_new_nameless (const KeelPerson *person)
{
  return make_row (person, FALSE, NULL);
}

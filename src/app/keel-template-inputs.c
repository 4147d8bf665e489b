#include "config.h"

#include "keel-template-inputs.h"

#include <glib/gi18n-lib.h>

#include "keel-note-area.h"
#include "keel-private-text.h"
#include "keel-text-row.h"

#define INPUT "keel-template-input"
/* Letters; what is too long in bytes is told when it is saved. */
#define MOST_LETTERS 1000

/* What an input is about. */
typedef struct
{
  KeelTemplateDraft *draft;
  KeelTemplatePlace *place;
  int which;
} Input;

static void
input_free (Input *input)
{
  g_object_unref (input->draft);
  g_object_unref (input->place);
  g_free (input);
}

static const Input *
note_input (gpointer widget, KeelTemplateDraft *draft, KeelTemplatePlace *place, int which)
{
  Input *input = g_new0 (Input, 1);

  input->draft = g_object_ref (draft);
  input->place = g_object_ref (place);
  input->which = which;
  g_object_set_data_full (G_OBJECT (widget), INPUT, input, (GDestroyNotify) input_free);
  return input;
}

static const Input *
get_input (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), INPUT);
}

static const char *
get_words (const Input *input)
{
  return keel_template_draft_get_words (input->draft, input->place, input->which);
}

static void
typed_cb (GtkEditable *editable)
{
  const Input *input = get_input (editable);

  keel_template_draft_set_words (input->draft, input->place, input->which, gtk_editable_get_text (editable));
}

/* Where the cursor is stays where the words are the same. */
static void
show_words_cb (GtkEditable *editable)
{
  const char *words = get_words (get_input (editable));

  if (g_strcmp0 (gtk_editable_get_text (editable), words) == 0)
    return;
  gtk_editable_set_text (editable, words);
  gtk_editable_set_position (editable, -1);
}

static void
written_cb (KeelNoteArea *area)
{
  const Input *input = get_input (area);
  g_autofree char *text = keel_note_area_dup_text (area);

  keel_template_draft_set_words (input->draft, input->place, input->which, text != NULL ? text : "");
}

static void
show_text_cb (KeelNoteArea *area)
{
  g_autofree char *text = keel_note_area_dup_text (area);
  const char *words = get_words (get_input (area));

  if (g_strcmp0 (text != NULL ? text : "", words) != 0)
    keel_note_area_set_text (area, words);
}

static void
switched_cb (GtkSwitch *toggle)
{
  const Input *input = get_input (toggle);

  keel_template_draft_set_flag (input->draft, input->place, input->which, gtk_switch_get_active (toggle));
}

static void
show_flag_cb (GtkSwitch *toggle)
{
  const Input *input = get_input (toggle);

  gtk_switch_set_active (toggle, keel_template_draft_get_flag (input->draft, input->place, input->which));
}

static void
counted_cb (GtkSpinButton *spin)
{
  const Input *input = get_input (spin);

  keel_template_draft_set_number (input->draft, input->place, input->which,
                                  gtk_spin_button_get_value_as_int (spin));
}

static void
show_number_cb (GtkSpinButton *spin)
{
  const Input *input = get_input (spin);

  /* A place that is gone has no numbers. */
  if (keel_template_draft_has (input->draft, input->place))
    gtk_spin_button_set_value (spin,
                               keel_template_draft_get_number (input->draft, input->place, input->which));
}

GtkListBox *
keel_template_inputs_add_list (GtkBox *box, const char *heading, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *label;

  if (heading != NULL)
    {
      label = gtk_label_new (heading);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_margin_top (label, 6);
      gtk_box_append (box, label);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (box, list);
  return GTK_LIST_BOX (list);
}

GtkWidget *
keel_template_inputs_add_words (GtkListBox *list, KeelTemplateDraft *draft, KeelTemplatePlace *place,
                                KeelTemplateWords which, const char *title)
{
  GtkWidget *row = g_object_new (KEEL_TYPE_TEXT_ROW, "title", title, NULL);
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  gtk_editable_set_text (GTK_EDITABLE (row), get_words (note_input (row, draft, place, which)));
  gtk_editable_set_position (GTK_EDITABLE (row), -1);
  /* Ctrl+Z takes back what was done last, wherever that was. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  gtk_entry_set_max_length (GTK_ENTRY (text), MOST_LETTERS);
  keel_private_text_mark (text);
  g_signal_connect (row, "changed", G_CALLBACK (typed_cb), NULL);
  g_signal_connect_object (draft, "restored", G_CALLBACK (show_words_cb), row, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
  return row;
}

GtkWidget *
keel_template_inputs_add_text (GtkBox *box, KeelTemplateDraft *draft, KeelTemplatePlace *place,
                               KeelTemplateWords which, const char *title, const char *hint)
{
  GtkWidget *area = g_object_new (KEEL_TYPE_NOTE_AREA, NULL);

  keel_note_area_set_title (KEEL_NOTE_AREA (area), title, hint);
  keel_note_area_set_text (KEEL_NOTE_AREA (area), get_words (note_input (area, draft, place, which)));
  g_signal_connect (area, "written", G_CALLBACK (written_cb), NULL);
  g_signal_connect_object (draft, "restored", G_CALLBACK (show_text_cb), area, G_CONNECT_SWAPPED);
  gtk_box_append (box, area);
  return area;
}

static GtkWidget *
add_row (GtkListBox *list, const char *title, const char *hint, GtkWidget *widget)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (hint != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hint);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  /* One stop, not two. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (list, row);
  return row;
}

GtkWidget *
keel_template_inputs_add_flag (GtkListBox *list, KeelTemplateDraft *draft, KeelTemplatePlace *place,
                               KeelTemplateFlag which, const char *title, const char *hint)
{
  GtkWidget *toggle = gtk_switch_new ();

  note_input (toggle, draft, place, which);
  show_flag_cb (GTK_SWITCH (toggle));
  g_signal_connect (toggle, "notify::active", G_CALLBACK (switched_cb), NULL);
  g_signal_connect_object (draft, "restored", G_CALLBACK (show_flag_cb), toggle, G_CONNECT_SWAPPED);
  return add_row (list, title, hint, toggle);
}

GtkWidget *
keel_template_inputs_add_number (GtkListBox *list, KeelTemplateDraft *draft, KeelTemplatePlace *place,
                                 KeelTemplateNumber which, const char *title, int least, int most)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 1);

  note_input (spin, draft, place, which);
  show_number_cb (GTK_SPIN_BUTTON (spin));
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  g_signal_connect (spin, "value-changed", G_CALLBACK (counted_cb), NULL);
  g_signal_connect_object (draft, "restored", G_CALLBACK (show_number_cb), spin, G_CONNECT_SWAPPED);
  return add_row (list, title, NULL, spin);
}

GVariant *
keel_template_place_to_variant (const KeelTemplatePlace *place)
{
  return g_variant_new ("(iss)", place->section, place->field != NULL ? place->field : "",
                        place->column != NULL ? place->column : "");
}

KeelTemplatePlace *
keel_template_place_from_variant (GVariant *variant)
{
  const char *field, *column;
  int section;

  g_variant_get (variant, "(i&s&s)", &section, &field, &column);
  if (*field != '\0')
    return keel_template_place_new_field (field, *column != '\0' ? column : NULL);
  return section >= 0 ? keel_template_place_new_section ((guint) section) : keel_template_place_new ();
}

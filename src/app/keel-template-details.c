#include "config.h"

#include "keel-template-details.h"

#include <glib/gi18n-lib.h>

#include "keel-template-inputs.h"
#include "keel-template-options.h"
#include "keel-template-row.h"
#include "keel-template-types.h"
#include "keel-text-row.h"

#define MOST 1000000

struct _KeelTemplateDetails
{
  GtkBox parent_instance;

  GtkWidget *label; /* what is written first */
  GtkListBox *columns;

  KeelTemplateDraft *draft;
  KeelTemplatePlace *place;
  char *column_ids; /* of the columns that are shown */
};

G_DEFINE_FINAL_TYPE (KeelTemplateDetails, keel_template_details, GTK_TYPE_BOX)

static gboolean
keel_template_details_grab_focus (GtkWidget *widget)
{
  /* The next key does not wipe out the question. */
  keel_text_row_mend (KEEL_TEXT_ROW (KEEL_TEMPLATE_DETAILS (widget)->label));
  gtk_editable_set_position (GTK_EDITABLE (KEEL_TEMPLATE_DETAILS (widget)->label), -1);
  return TRUE;
}

static void
keel_template_details_finalize (GObject *object)
{
  KeelTemplateDetails *self = KEEL_TEMPLATE_DETAILS (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->place);
  g_free (self->column_ids);
  G_OBJECT_CLASS (keel_template_details_parent_class)->finalize (object);
}

static void
keel_template_details_class_init (KeelTemplateDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_template_details_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_template_details_grab_focus;
}

static void
keel_template_details_init (KeelTemplateDetails *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

static GtkListBox *
add_list (KeelTemplateDetails *self, const char *heading)
{
  return keel_template_inputs_add_list (GTK_BOX (self), heading, heading);
}

static void
add_words (KeelTemplateDetails *self, GtkListBox *list, KeelTemplateWords which, const char *title)
{
  keel_template_inputs_add_words (list, self->draft, self->place, which, title);
}

static void
add_flag (KeelTemplateDetails *self, GtkListBox *list, KeelTemplateFlag which, const char *title,
          const char *hint)
{
  keel_template_inputs_add_flag (list, self->draft, self->place, which, title, hint);
}

static void
add_number (KeelTemplateDetails *self, GtkListBox *list, KeelTemplateNumber which, const char *title,
            int least, int most)
{
  keel_template_inputs_add_number (list, self->draft, self->place, which, title, least, most);
}

static void
add_line (KeelTemplateDetails *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
}

static void
add_ends (KeelTemplateDetails *self, GtkListBox *list)
{
  add_words (self, list, KEEL_TEMPLATE_LOW, _ ("Word at the low end"));
  add_words (self, list, KEEL_TEMPLATE_HIGH, _ ("Word at the high end"));
}

static void
add_rating (KeelTemplateDetails *self)
{
  GtkListBox *list = add_list (self, _ ("The scale"));

  add_ends (self, list);
  add_number (self, list, KEEL_TEMPLATE_MIN, _ ("Lowest number"), -100, 100);
  add_number (self, list, KEEL_TEMPLATE_MAX, _ ("Highest number"), -100, 100);
  if (self->place->column != NULL)
    add_flag (self, list, KEEL_TEMPLATE_WHEEL, _ ("Draw as a wheel"),
              _ ("Below the table, from all its rows"));
}

static void
add_number_limits (KeelTemplateDetails *self)
{
  GtkListBox *list = add_list (self, _ ("The number"));

  add_words (self, list, KEEL_TEMPLATE_UNIT, _ ("Word after it, such as “hours”"));
  add_number (self, list, KEEL_TEMPLATE_MIN, _ ("Lowest number"), -MOST, MOST);
  add_number (self, list, KEEL_TEMPLATE_MAX, _ ("Highest number"), -MOST, MOST);
  add_number (self, list, KEEL_TEMPLATE_DECIMALS, _ ("Digits after the point"), 0, 6);
  if (self->place->column != NULL)
    add_flag (self, list, KEEL_TEMPLATE_SUM, _ ("Add up"), _ ("The sum stands under the table"));
}

static void
add_matrix (KeelTemplateDetails *self)
{
  GtkListBox *list;

  gtk_box_append (GTK_BOX (self),
                  GTK_WIDGET (keel_template_options_new (self->draft, self->place, KEEL_TEMPLATE_SIDES,
                                                         _ ("The two columns"))));
  gtk_box_append (GTK_BOX (self),
                  GTK_WIDGET (keel_template_options_new (self->draft, self->place, KEEL_TEMPLATE_ROWS,
                                                         _ ("The two rows"))));
  gtk_box_append (GTK_BOX (self),
                  GTK_WIDGET (keel_template_options_new (self->draft, self->place, KEEL_TEMPLATE_OPTIONS,
                                                         _ ("Tags, such as “short-term”"))));
  list = add_list (self, _ ("Weights"));
  add_flag (self, list, KEEL_TEMPLATE_WEIGHT, _ ("Each line can weigh 0 to 10"), NULL);
  add_ends (self, list);
}

static char *
join_ids (const KeelField *table)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (ids, "%s ", ((KeelField *) table->columns->pdata[i])->id);
  return g_string_free (ids, FALSE);
}

static void
show_columns_cb (KeelTemplateDetails *self)
{
  const KeelField *table = keel_template_draft_find (self->draft, self->place);
  g_autofree char *ids = table != NULL ? join_ids (table) : NULL;
  GtkListBoxRow *row;

  if (table == NULL || g_strcmp0 (ids, self->column_ids) == 0)
    return;
  g_free (self->column_ids);
  self->column_ids = g_steal_pointer (&ids);
  while ((row = gtk_list_box_get_row_at_index (self->columns, 0)) != NULL)
    gtk_list_box_remove (self->columns, GTK_WIDGET (row));
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autoptr (KeelTemplatePlace) place =
          keel_template_place_new_field (self->place->field, ((KeelField *) table->columns->pdata[i])->id);

      gtk_list_box_append (self->columns, GTK_WIDGET (keel_template_row_new (self->draft, place)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->columns), table->columns->len > 0);
}

static void
open_cb (GtkListBox *list, GtkListBoxRow *row)
{
  KeelTemplatePlace *place = keel_template_row_get_place (KEEL_TEMPLATE_ROW (row));

  gtk_widget_activate_action_variant (GTK_WIDGET (list), "template.open",
                                      keel_template_place_to_variant (place));
}

static void
add_table (KeelTemplateDetails *self)
{
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a Column"));
  GtkListBox *list;

  self->columns = add_list (self, _ ("Columns"));
  g_signal_connect (self->columns, "row-activated", G_CALLBACK (open_cb), NULL);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "template.add");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (add), keel_template_place_to_variant (self->place));
  gtk_box_append (GTK_BOX (self), add);
  list = add_list (self, _ ("The table"));
  add_number (self, list, KEEL_TEMPLATE_SHOWN, _ ("Rows at the beginning"), 1, KEEL_WORKSHEET_MAX_FIELDS);
  add_flag (self, list, KEEL_TEMPLATE_ORDERED, _ ("Number the rows"),
            _ ("They can be moved, as in a ranking"));
  add_flag (self, list, KEEL_TEMPLATE_DOWN, _ ("Fill in column by column"),
            _ ("Enter leads down, not to the right"));
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (show_columns_cb), self, G_CONNECT_SWAPPED);
  show_columns_cb (self);
}

static void
add_choice (KeelTemplateDetails *self)
{
  GtkWidget *options = GTK_WIDGET (keel_template_options_new (self->draft, self->place, KEEL_TEMPLATE_OPTIONS,
                                                              _ ("Answers to choose from")));
  GtkListBox *list;

  gtk_box_append (GTK_BOX (self), options);
  list = add_list (self, _ ("The choice"));
  add_flag (self, list, KEEL_TEMPLATE_SEVERAL, _ ("More than one can be chosen"), NULL);
}

static void
add_kind (KeelTemplateDetails *self, KeelFieldType type)
{
  GtkListBox *list;

  if (type == KEEL_FIELD_RATING)
    add_rating (self);
  else if (type == KEEL_FIELD_NUMBER)
    add_number_limits (self);
  else if (type == KEEL_FIELD_MATRIX)
    add_matrix (self);
  else if (type == KEEL_FIELD_TABLE)
    add_table (self);
  else if (type == KEEL_FIELD_CHOICE)
    add_choice (self);
  if (type != KEEL_FIELD_TEXT && type != KEEL_FIELD_LONG && type != KEEL_FIELD_LIST)
    return;
  list = add_list (self, _ ("The text"));
  if (type == KEEL_FIELD_TEXT)
    add_flag (self, list, KEEL_TEMPLATE_PEOPLE, _ ("A name of somebody"), _ ("Printing can shorten it"));
  if (type == KEEL_FIELD_LIST)
    {
      add_number (self, list, KEEL_TEMPLATE_SHOWN, _ ("Lines at the beginning"), 1,
                  KEEL_WORKSHEET_MAX_FIELDS);
      add_flag (self, list, KEEL_TEMPLATE_ORDERED, _ ("Number the lines"),
                _ ("They can be moved, as in a ranking"));
    }
  if (type == KEEL_FIELD_LONG)
    {
      add_flag (self, list, KEEL_TEMPLATE_COUNT_WORDS, _ ("Count the words"), NULL);
      add_flag (self, list, KEEL_TEMPLATE_MINUTES, _ ("Say how long it takes to read aloud"), NULL);
    }
}

/* "Shown only where “Are you safe?” is answered": it is kept as it was. */
static void
add_conditions (KeelTemplateDetails *self, const GPtrArray *when)
{
  const KeelWorksheet *sheet = keel_template_draft_peek (self->draft);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < when->len; i++)
    {
      const KeelCondition *condition = when->pdata[i];
      const KeelField *field = keel_worksheet_find_field (sheet, condition->field);

      if (field != NULL && field->label != NULL)
        {
          g_string_append (labels, labels->len > 0 ? C_ ("list of words", ", ") : "");
          g_string_append_printf (labels, _ ("“%s”"), field->label);
        }
    }
  if (labels->len == 0)
    return;
  /* Translators: %s is one or several questions in quotation marks */
  text = g_strdup_printf (_ ("This is shown only after a certain answer to: %s. That stays so."),
                          labels->str);
  add_line (self, text, "keel-note");
}

static void
add_remove (KeelTemplateDetails *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 12);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "template.remove");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          keel_template_place_to_variant (self->place));
  gtk_widget_set_visible (button, keel_template_draft_can_remove (self->draft, self->place));
  gtk_box_append (GTK_BOX (self), button);
}

static void
build_section (KeelTemplateDetails *self)
{
  const KeelSection *section = keel_template_draft_find_section (self->draft, self->place);
  GtkListBox *list;

  add_line (self, C_ ("worksheet", "Part"), "title-2");
  add_line (self, _ ("A heading with the questions that follow it."), "dim-label");
  list = keel_template_inputs_add_list (GTK_BOX (self), NULL, _ ("Heading"));
  self->label = keel_template_inputs_add_words (list, self->draft, self->place, KEEL_TEMPLATE_TITLE,
                                                _ ("Heading"));
  keel_template_inputs_add_text (GTK_BOX (self), self->draft, self->place, KEEL_TEMPLATE_SECTION_HELP,
                                 _ ("Words below it"), NULL);
  add_conditions (self, section->when);
  add_remove (self, _ ("Remove This Heading"));
}

static void
build_field (KeelTemplateDetails *self)
{
  const KeelField *field = keel_template_draft_find (self->draft, self->place);
  gboolean column = self->place->column != NULL;
  GtkListBox *list;

  add_line (self, keel_template_type_name (field->type), "title-2");
  add_line (self, keel_template_type_describe (field->type), "dim-label");
  list = keel_template_inputs_add_list (GTK_BOX (self), NULL, _ ("Question"));
  self->label = keel_template_inputs_add_words (list, self->draft, self->place, KEEL_TEMPLATE_LABEL,
                                                column ? _ ("Name of the column") : _ ("Question"));
  keel_template_inputs_add_text (GTK_BOX (self), self->draft, self->place, KEEL_TEMPLATE_HELP,
                                 _ ("Help, if it needs some"), NULL);
  add_kind (self, field->type);
  if (!column && field->type != KEEL_FIELD_INFO)
    {
      list = add_list (self, _ ("A new page"));
      add_flag (self, list, KEEL_TEMPLATE_CARRY, _ ("Begin with the last answer"),
                _ ("For what stays the same for a while"));
    }
  add_conditions (self, field->when);
  add_remove (self, column ? _ ("Remove This Column") : _ ("Remove This Question"));
}

KeelTemplateDetails *
keel_template_details_new (KeelTemplateDraft *draft, KeelTemplatePlace *place)
{
  KeelTemplateDetails *self = g_object_new (KEEL_TYPE_TEMPLATE_DETAILS, NULL);

  self->draft = g_object_ref (draft);
  self->place = g_object_ref (place);
  if (place->field != NULL)
    build_field (self);
  else
    build_section (self);
  return self;
}

KeelTemplatePlace *
keel_template_details_get_place (KeelTemplateDetails *self)
{
  return self->place;
}

GtkListBox *
keel_template_details_get_columns (KeelTemplateDetails *self)
{
  return self->columns;
}

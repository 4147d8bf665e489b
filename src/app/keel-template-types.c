#include "config.h"

#include "keel-template-types.h"

#include <glib/gi18n-lib.h>

#include "content/keel-template-draft.h"

#include "keel-template-inputs.h"

#define TYPE "keel-field-type"

struct _KeelTemplateTypes
{
  GtkBox parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (KeelTemplateTypes, keel_template_types, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* As they are offered: what is used most comes first. */
static const KeelFieldType offered[] = {
  KEEL_FIELD_LONG,   KEEL_FIELD_TEXT,   KEEL_FIELD_RATING, KEEL_FIELD_CHOICE, KEEL_FIELD_TICK,
  KEEL_FIELD_LIST,   KEEL_FIELD_TABLE,  KEEL_FIELD_NUMBER, KEEL_FIELD_DATE,   KEEL_FIELD_DATETIME,
  KEEL_FIELD_PERSON, KEEL_FIELD_MATRIX, KEEL_FIELD_INFO,
};

const char *
keel_template_type_name (KeelFieldType type)
{
  switch (type)
    {
    case KEEL_FIELD_TEXT:
      return C_ ("kind of answer", "Short text");
    case KEEL_FIELD_LONG:
      return C_ ("kind of answer", "Long text");
    case KEEL_FIELD_LIST:
      return C_ ("kind of answer", "List");
    case KEEL_FIELD_TABLE:
      return C_ ("kind of answer", "Table");
    case KEEL_FIELD_RATING:
      return C_ ("kind of answer", "Rating");
    case KEEL_FIELD_DATE:
      return C_ ("kind of answer", "Day");
    case KEEL_FIELD_DATETIME:
      return C_ ("kind of answer", "Day and time");
    case KEEL_FIELD_TICK:
      return C_ ("kind of answer", "Tick");
    case KEEL_FIELD_CHOICE:
      return C_ ("kind of answer", "Choice");
    case KEEL_FIELD_MATRIX:
      return C_ ("kind of answer", "Two by two");
    case KEEL_FIELD_PERSON:
      return C_ ("kind of answer", "Person");
    case KEEL_FIELD_NUMBER:
      return C_ ("kind of answer", "Number");
    case KEEL_FIELD_INFO:
    default:
      return C_ ("kind of answer", "Words in between");
    }
}

const char *
keel_template_type_describe (KeelFieldType type)
{
  switch (type)
    {
    case KEEL_FIELD_TEXT:
      return _ ("One line. For example: “Where were you?”");
    case KEEL_FIELD_LONG:
      return _ ("As much as you like to write. For example: “What happened today?”");
    case KEEL_FIELD_LIST:
      return _ ("Short lines below each other. For example: “Three good things”");
    case KEEL_FIELD_TABLE:
      return _ ("Rows and columns. For example: who, what happened, what I feel");
    case KEEL_FIELD_RATING:
      return _ ("A slider with a word at each end. For example: from “calm” to “very tense”");
    case KEEL_FIELD_DATE:
      return _ ("A day. For example: “When do I look at this again?”");
    case KEEL_FIELD_DATETIME:
      return _ ("A day and a time of it. For example: “When did it begin?”");
    case KEEL_FIELD_TICK:
      return _ ("Done or not. For example: “I called someone”");
    case KEEL_FIELD_CHOICE:
      return _ ("One of several answers, or more of them. For example: alone, with friends, at work");
    case KEEL_FIELD_MATRIX:
      return _ ("Four boxes of short lines. For example: good and bad sides of going and of staying");
    case KEEL_FIELD_PERSON:
      return _ ("A name, which printing can shorten. For example: “Whom can I ask?”");
    case KEEL_FIELD_NUMBER:
      return _ ("A number, with a word after it. For example: “7 hours of sleep”");
    case KEEL_FIELD_INFO:
    default:
      return _ ("A heading or a hint. There is nothing to answer.");
    }
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, KeelTemplateTypes *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), TYPE)));
}

static gboolean
keel_template_types_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
      GTK_WIDGET (gtk_list_box_get_row_at_index (KEEL_TEMPLATE_TYPES (widget)->list, 0)));
}

static void
keel_template_types_class_init (KeelTemplateTypesClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_template_types_grab_focus;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_TEMPLATE_TYPES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
keel_template_types_init (KeelTemplateTypes *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static void
add_type (GtkListBox *list, KeelFieldType type)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), keel_template_type_name (type));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), keel_template_type_describe (type));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), TYPE, GINT_TO_POINTER (type));
  gtk_list_box_append (list, row);
}

KeelTemplateTypes *
keel_template_types_new (gboolean columns)
{
  KeelTemplateTypes *self = g_object_new (KEEL_TYPE_TEMPLATE_TYPES, NULL);

  self->list = keel_template_inputs_add_list (GTK_BOX (self), _ ("What kind of answer?"),
                                              _ ("Kinds of answers"));
  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    if (!columns || keel_template_draft_can_be_column (offered[i]))
      add_type (self->list, offered[i]);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  return self;
}

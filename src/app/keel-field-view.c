#include "config.h"

#include "keel-field-view.h"

#include <glib/gi18n-lib.h>

#include "keel-field-choice-view.h"
#include "keel-field-line-view.h"
#include "keel-field-list-view.h"
#include "keel-field-long-view.h"
#include "keel-field-matrix-view.h"
#include "keel-field-rating-view.h"
#include "keel-field-table-view.h"
#include "keel-field-tick-view.h"
#include "keel-text-label.h"

typedef struct
{
  const KeelField *field;
  KeelEntryDocument *document;
  KeelAnswers *answers;
  char *id;
  gboolean in_row;
  gboolean showing;

  GtkBox *box;
  GtkLabel *remark;
} KeelFieldViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KeelFieldView, keel_field_view, ADW_TYPE_BIN)

#define PRIVATE(self) ((KeelFieldViewPrivate *) keel_field_view_get_instance_private (self))

static gboolean
keel_field_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (PRIVATE (KEEL_FIELD_VIEW (widget))->box), GTK_DIR_TAB_FORWARD);
}

static void
keel_field_view_finalize (GObject *object)
{
  KeelFieldViewPrivate *private = PRIVATE (KEEL_FIELD_VIEW (object));

  g_clear_pointer (&private->answers, keel_answers_unref);
  g_clear_object (&private->document);
  g_free (private->id);
  G_OBJECT_CLASS (keel_field_view_parent_class)->finalize (object);
}

static void
keel_field_view_class_init (KeelFieldViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_field_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_field_view_grab_focus;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_field_view_init (KeelFieldView *self)
{
  KeelFieldViewPrivate *private = PRIVATE (self);

  private->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (private->box));
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = keel_text_label_new (text, style);

  /* A table is no wider for what stands above it. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  return label;
}

/* A tick has its words beside it; in a table the head of its column has them. */
static void
add_question (KeelFieldView *self)
{
  KeelFieldViewPrivate *private = PRIVATE (self);
  const KeelField *field = private->field;

  if (private->in_row)
    return;
  if (field->type != KEEL_FIELD_TICK && field->label != NULL)
    gtk_box_append (private->box, make_label (field->label, "heading"));
  if (field->help != NULL)
    gtk_box_append (private->box, make_label (field->help, "dim-label"));
}

static void
add_remark (KeelFieldView *self)
{
  KeelFieldViewPrivate *private = PRIVATE (self);
  GtkWidget *remark = make_label (NULL, "dim-label");

  gtk_widget_add_css_class (remark, "caption");
  gtk_widget_set_visible (remark, FALSE);
  gtk_box_append (private->box, remark);
  private->remark = GTK_LABEL (remark);
}

static GType
find_type (KeelFieldType type)
{
  switch (type)
    {
    case KEEL_FIELD_LONG:
      return KEEL_TYPE_FIELD_LONG_VIEW;
    case KEEL_FIELD_LIST:
      return KEEL_TYPE_FIELD_LIST_VIEW;
    case KEEL_FIELD_TABLE:
      return KEEL_TYPE_FIELD_TABLE_VIEW;
    case KEEL_FIELD_RATING:
      return KEEL_TYPE_FIELD_RATING_VIEW;
    case KEEL_FIELD_TICK:
      return KEEL_TYPE_FIELD_TICK_VIEW;
    case KEEL_FIELD_CHOICE:
      return KEEL_TYPE_FIELD_CHOICE_VIEW;
    case KEEL_FIELD_MATRIX:
      return KEEL_TYPE_FIELD_MATRIX_VIEW;
    case KEEL_FIELD_TEXT:
    case KEEL_FIELD_DATE:
    case KEEL_FIELD_DATETIME:
    case KEEL_FIELD_PERSON:
    case KEEL_FIELD_NUMBER:
    case KEEL_FIELD_INFO:
    default:
      return KEEL_TYPE_FIELD_LINE_VIEW;
    }
}

KeelFieldView *
keel_field_view_new (const KeelField *field, KeelEntryDocument *document, const char *id,
                     KeelAnswers *answers)
{
  KeelFieldView *self = g_object_new (find_type (field->type), NULL);
  KeelFieldViewPrivate *private = PRIVATE (self);

  private->field = field;
  private->document = g_object_ref (document);
  private->id = g_strdup (id != NULL ? id : field->id);
  private->in_row = id != NULL;
  add_question (self);
  KEEL_FIELD_VIEW_GET_CLASS (self)->build (self);
  add_remark (self);
  keel_field_view_set_row (self, 0);
  keel_field_view_refresh (self, answers);
  return self;
}

void
keel_field_view_refresh (KeelFieldView *self, KeelAnswers *answers)
{
  KeelFieldViewPrivate *private = PRIVATE (self);
  KeelAnswers *shown = answers != NULL ? answers : keel_entry_document_get_answers (private->document);

  keel_answers_ref (shown);
  g_clear_pointer (&private->answers, keel_answers_unref);
  private->answers = shown;
  private->showing = TRUE;
  KEEL_FIELD_VIEW_GET_CLASS (self)->show (self);
  private->showing = FALSE;
}

void
keel_field_view_set_row (KeelFieldView *self, guint row)
{
  const KeelField *field = PRIVATE (self)->field;
  g_autofree char *name = NULL;

  if (row > 0)
    /* Translators: a question of a table, and the number of the row: "What happened?, row 2" */
    name = g_strdup_printf (C_ ("row of a table", "%1$s, row %2$u"), field->label, row);
  else
    name = g_strdup (field->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (KEEL_FIELD_VIEW_GET_CLASS (self)->rename != NULL)
    KEEL_FIELD_VIEW_GET_CLASS (self)->rename (self, name);
}

static void
add_caption (GtkBox *box, const char *text)
{
  GtkWidget *label = make_label (text, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_box_append (box, label);
}

GtkWidget *
keel_field_view_make_head (const KeelField *column)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = make_label (column->label, "caption-heading");
  g_autofree char *ends = NULL;

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_box_append (GTK_BOX (head), label);
  if (column->help != NULL)
    add_caption (GTK_BOX (head), column->help);
  if (column->type != KEEL_FIELD_RATING || column->low == NULL || column->high == NULL)
    return head;
  ends = g_strdup_printf (_ ("%1$d: %2$s, %3$d: %4$s"), column->min, column->low, column->max, column->high);
  add_caption (GTK_BOX (head), ends);
  return head;
}

gboolean
keel_field_view_is_in_row (KeelFieldView *self)
{
  return PRIVATE (self)->in_row;
}

gboolean
keel_field_view_is_short (const KeelField *field)
{
  return field->type == KEEL_FIELD_TEXT || field->type == KEEL_FIELD_DATE ||
         field->type == KEEL_FIELD_DATETIME || field->type == KEEL_FIELD_PERSON ||
         field->type == KEEL_FIELD_NUMBER;
}

const KeelField *
keel_field_view_get_field (KeelFieldView *self)
{
  return PRIVATE (self)->field;
}

KeelEntryDocument *
keel_field_view_get_document (KeelFieldView *self)
{
  return PRIVATE (self)->document;
}

KeelAnswers *
keel_field_view_get_answers (KeelFieldView *self)
{
  return PRIVATE (self)->answers;
}

GtkBox *
keel_field_view_get_box (KeelFieldView *self)
{
  return PRIVATE (self)->box;
}

gboolean
keel_field_view_is_showing (KeelFieldView *self)
{
  return PRIVATE (self)->showing;
}

void
keel_field_view_begin (KeelFieldView *self, gboolean typing)
{
  KeelFieldViewPrivate *private = PRIVATE (self);

  keel_entry_document_begin_change (private->document, private->id, typing ? self : NULL);
}

void
keel_field_view_end (KeelFieldView *self)
{
  keel_entry_document_end_change (PRIVATE (self)->document);
}

void
keel_field_view_set_remark (KeelFieldView *self, const char *remark)
{
  GtkLabel *label = PRIVATE (self)->remark;

  if (label == NULL)
    return;
  gtk_label_set_text (label, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (label), remark != NULL);
}

#include "config.h"

#include "keel-field-line-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "content/keel-sentences.h"
#include "core/keel-local-time.h"

#include "keel-field-typed.h"
#include "keel-private-text.h"

/* What a template says nothing about. */
#define UNLIMITED 1000000

struct _KeelFieldLineView
{
  KeelFieldView parent_instance;

  GtkEditable *entry;
  GtkWidget *button; /* nullable: today, now */
};

G_DEFINE_FINAL_TYPE (KeelFieldLineView, keel_field_line_view, KEEL_TYPE_FIELD_VIEW)

static KeelLocalTime
get_now (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return keel_local_time_from_utc (g_get_real_time () / G_USEC_PER_SEC, zone);
}

static void
tell_time (KeelFieldLineView *self, const char *text, gboolean with_time)
{
  gint64 today = keel_local_time_get_days (get_now ());
  g_autofree char *answer = keel_field_typed_time (text, with_time);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *both = NULL;
  KeelLocalTime local;

  if (answer == NULL || !keel_local_time_parse (answer, &local))
    {
      keel_field_view_set_remark (
          KEEL_FIELD_VIEW (self),
          with_time ? _ ("Kept as you wrote it. A date and a time look like 2026-11-22 19:00.")
                    : _ ("Kept as you wrote it. A date looks like 2026-11-22."));
      return;
    }
  day = keel_sentence_day (keel_local_time_get_days (local), today);
  time = keel_sentence_time (keel_local_time_get_minute (local));
  if (strchr (answer, 'T') != NULL)
    /* Translators: a date and a time: "Tuesday 24 November, 19:00" */
    both = g_strdup_printf (C_ ("date and time", "%1$s, %2$s"), day, time);
  keel_field_view_set_remark (KEEL_FIELD_VIEW (self), both != NULL ? both : day);
}

/* What that part of a program is about. Transfer full, nullable. */
static char *
find_topic (KeelFieldLineView *self, const KeelField *field, double number)
{
  KeelContent *content = keel_entry_document_get_content (
      keel_field_view_get_document (KEEL_FIELD_VIEW (self)));
  const KeelProgram *program = content != NULL && field->part != NULL
                                   ? keel_content_find_program (content, field->part)
                                   : NULL;
  const KeelStructure *structure = program != NULL ? keel_program_get_structure (program) : NULL;
  const KeelPart *part = structure != NULL && number >= 1 && number <= G_MAXINT
                             ? keel_structure_get_part (structure, (guint) number)
                             : NULL;

  return part != NULL ? g_strdup (part->topic) : NULL;
}

static void
tell_number (KeelFieldLineView *self, const KeelField *field, const char *text)
{
  g_autofree char *remark = NULL;
  double number;

  if (!keel_field_typed_number (text, &number))
    remark = g_strdup (_ ("Kept as you wrote it. It is no number."));
  else if ((number < field->min || number > field->max) && field->max < UNLIMITED)
    /* Translators: what a number should be: "Usually from 0 to 24." */
    remark = g_strdup_printf (_ ("Usually from %1$d to %2$d."), field->min, field->max);
  else
    remark = find_topic (self, field, number);
  keel_field_view_set_remark (KEEL_FIELD_VIEW (self), remark);
}

static void
tell (KeelFieldLineView *self)
{
  const KeelField *field = keel_field_view_get_field (KEEL_FIELD_VIEW (self));
  const char *text = gtk_editable_get_text (self->entry);

  if (*text == '\0')
    keel_field_view_set_remark (KEEL_FIELD_VIEW (self), NULL);
  else if (field->type == KEEL_FIELD_NUMBER)
    tell_number (self, field, text);
  else if (field->type == KEEL_FIELD_DATE || field->type == KEEL_FIELD_DATETIME)
    tell_time (self, text, field->type == KEEL_FIELD_DATETIME);
}

static gboolean
set_answer (const KeelField *field, KeelAnswers *answers, const char *text, GError **error)
{
  g_autofree char *time = NULL;
  double number;

  if (field->type == KEEL_FIELD_NUMBER && keel_field_typed_number (text, &number))
    {
      keel_answers_set_number (answers, field->id, number);
      return TRUE;
    }
  if (field->type == KEEL_FIELD_DATE || field->type == KEEL_FIELD_DATETIME)
    time = keel_field_typed_time (text, field->type == KEEL_FIELD_DATETIME);
  return keel_answers_set_text (answers, field->id, time != NULL ? time : text, error);
}

static void
typed_cb (KeelFieldLineView *self)
{
  KeelFieldView *view = KEEL_FIELD_VIEW (self);
  g_autoptr (GError) error = NULL;

  if (keel_field_view_is_showing (view))
    return;
  keel_field_view_begin (view, TRUE);
  if (!set_answer (keel_field_view_get_field (view), keel_field_view_get_answers (view),
                   gtk_editable_get_text (self->entry), &error))
    keel_entry_document_refuse (keel_field_view_get_document (view), error);
  keel_field_view_end (view);
  tell (self);
}

/* Return leads on, as it does on paper. */
static void
activate_cb (KeelFieldLineView *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static void
now_cb (KeelFieldLineView *self)
{
  const KeelField *field = keel_field_view_get_field (KEEL_FIELD_VIEW (self));
  g_autofree char *text = keel_local_time_format (get_now ());

  text[field->type == KEEL_FIELD_DATE ? strlen ("2000-01-01") : strlen ("2000-01-01T00:00")] = '\0';
  g_strdelimit (text, "T", ' ');
  gtk_editable_set_text (self->entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
add_button (KeelFieldLineView *self, GtkBox *row, const char *label)
{
  self->button = gtk_button_new_with_label (label);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (now_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (row, self->button);
}

static void
add_unit (KeelFieldLineView *self, GtkBox *row, const char *unit)
{
  GtkWidget *label = gtk_label_new (unit);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (row, label);
  gtk_editable_set_max_width_chars (self->entry, 8);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), FALSE);
}

static void
keel_field_line_view_build (KeelFieldView *view)
{
  KeelFieldLineView *self = KEEL_FIELD_LINE_VIEW (view);
  const KeelField *field = keel_field_view_get_field (view);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->entry, 6);
  gtk_editable_set_enable_undo (self->entry, FALSE); /* the document has an undo for all */
  keel_private_text_mark (self->entry);
  if (field->type == KEEL_FIELD_PERSON)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name or initials"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_box_append (GTK_BOX (row), entry);
  if (field->type == KEEL_FIELD_DATE)
    add_button (self, GTK_BOX (row), _ ("Today"));
  else if (field->type == KEEL_FIELD_DATETIME)
    add_button (self, GTK_BOX (row), _ ("Now"));
  else if (field->unit != NULL)
    add_unit (self, GTK_BOX (row), field->unit);
  gtk_box_append (keel_field_view_get_box (view), row);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

static void
keel_field_line_view_show (KeelFieldView *view)
{
  KeelFieldLineView *self = KEEL_FIELD_LINE_VIEW (view);
  const KeelField *field = keel_field_view_get_field (view);
  KeelAnswers *answers = keel_field_view_get_answers (view);
  const char *text = keel_answers_get_text (answers, field->id);
  g_autofree char *shown = g_strdup (text != NULL ? text : "");
  KeelLocalTime local;
  double number;

  if (keel_answers_get_number (answers, field->id, &number))
    {
      g_free (shown);
      shown = keel_field_typed_format (number, field->decimals);
    }
  else if (field->type == KEEL_FIELD_DATETIME && keel_local_time_parse (shown, &local))
    {
      g_strdelimit (shown, "T", ' ');
    }
  keel_field_line_view_put (self->entry, shown);
  tell (self);
}

static void
keel_field_line_view_rename (KeelFieldView *view, const char *name)
{
  KeelFieldLineView *self = KEEL_FIELD_LINE_VIEW (view);
  g_autofree char *button = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->button == NULL)
    return;
  /* Translators: a button beside a question that puts the date or time of this moment there: "When: Now" */
  button = g_strdup_printf (C_ ("button of a question", "%1$s: %2$s"), name,
                            gtk_button_get_label (GTK_BUTTON (self->button)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, button, -1);
}

static gboolean
keel_field_line_view_grab_focus (GtkWidget *widget)
{
  GtkEditable *entry = KEEL_FIELD_LINE_VIEW (widget)->entry;

  /* Nothing is selected, so that the next key does not wipe out what was written. */
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));
  gtk_editable_set_position (entry, -1);
  return TRUE;
}

static void
keel_field_line_view_class_init (KeelFieldLineViewClass *klass)
{
  KeelFieldViewClass *view_class = KEEL_FIELD_VIEW_CLASS (klass);

  view_class->build = keel_field_line_view_build;
  view_class->show = keel_field_line_view_show;
  view_class->rename = keel_field_line_view_rename;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_field_line_view_grab_focus;
}

static void
keel_field_line_view_init (KeelFieldLineView *self)
{
}

void
keel_field_line_view_put (GtkEditable *editable, const char *text)
{
  const char *before = gtk_editable_get_text (editable);
  glong from_end = 0;
  gsize i = strlen (before), j = strlen (text);

  if (strcmp (before, text) == 0)
    return;
  while (i > 0 && j > 0 && before[i - 1] == text[j - 1])
    i--, j--;
  from_end = g_utf8_strlen (text + j, -1);
  gtk_editable_set_text (editable, text);
  gtk_editable_set_position (editable, (int) (g_utf8_strlen (text, -1) - from_end));
}

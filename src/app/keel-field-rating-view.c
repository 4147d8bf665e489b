#include "config.h"

#include "keel-field-rating-view.h"

#include <glib/gi18n-lib.h>

#include "keel-rating-scale.h"

struct _KeelFieldRatingView
{
  KeelFieldView parent_instance;

  KeelRatingScale *scale;
  GtkLabel *number;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (KeelFieldRatingView, keel_field_rating_view, KEEL_TYPE_FIELD_VIEW)

/* The clear button keeps its place, so that nothing moves below the pointer. */
static void
show_number (KeelFieldRatingView *self)
{
  int value = 0;
  gboolean answered = keel_rating_scale_get (self->scale, &value);
  /* Translators: what is chosen on a slider. */
  g_autofree char *text = answered ? g_strdup_printf (C_ ("rating", "%d"), value) : g_strdup ("–");

  gtk_label_set_text (self->number, text);
  if (answered)
    gtk_widget_remove_css_class (GTK_WIDGET (self->number), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->number), "dim-label");
  gtk_widget_set_opacity (self->clear, answered ? 1 : 0);
  gtk_widget_set_sensitive (self->clear, answered);
}

static void
chosen_cb (KeelFieldRatingView *self)
{
  KeelFieldView *view = KEEL_FIELD_VIEW (self);
  KeelAnswers *answers = keel_field_view_get_answers (view);
  const char *id = keel_field_view_get_field (view)->id;
  int value = 0;

  keel_field_view_begin (view, TRUE);
  if (keel_rating_scale_get (self->scale, &value))
    keel_answers_set_number (answers, id, value);
  else
    keel_answers_clear (answers, id);
  keel_field_view_end (view);
  show_number (self);
}

static void
clear_cb (KeelFieldRatingView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->scale));
  keel_rating_scale_clear (self->scale);
  chosen_cb (self);
}

static GtkWidget *
make_end (const char *words, float xalign)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

/* The words stand below the ends of the slider, not of the number beside it; in a table the head of the
 * column has them. */
static GtkWidget *
make_slider (KeelFieldRatingView *self, const KeelField *field, gboolean in_row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scale));
  if (in_row || field->low == NULL || field->high == NULL)
    return box;
  gtk_box_append (GTK_BOX (ends), make_end (field->low, 0));
  gtk_box_append (GTK_BOX (ends), make_end (field->high, 1));
  gtk_box_append (GTK_BOX (box), ends);
  return box;
}

static GtkWidget *
make_number (KeelFieldRatingView *self)
{
  GtkWidget *number = gtk_label_new (NULL);

  self->number = GTK_LABEL (number);
  gtk_label_set_width_chars (self->number, 2);
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_widget_add_css_class (number, "keel-rating");
  return number;
}

/* Delete does the same; in a table it would be one more stop in every row. */
static void
add_clear (KeelFieldRatingView *self, GtkBox *row, gboolean in_row)
{
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _ ("Say nothing here"));
  gtk_widget_set_valign (self->clear, GTK_ALIGN_START);
  gtk_widget_set_focusable (self->clear, !in_row);
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "keel-clear");
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (row, self->clear);
}

static void
keel_field_rating_view_build (KeelFieldView *view)
{
  KeelFieldRatingView *self = KEEL_FIELD_RATING_VIEW (view);
  const KeelField *field = keel_field_view_get_field (view);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->scale = keel_rating_scale_new (field->min, field->max, field->low, field->high);
  g_signal_connect_object (self->scale, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), make_slider (self, field, keel_field_view_is_in_row (view)));
  gtk_box_append (GTK_BOX (row), make_number (self));
  add_clear (self, GTK_BOX (row), keel_field_view_is_in_row (view));
  gtk_box_append (keel_field_view_get_box (view), row);
}

static void
keel_field_rating_view_show (KeelFieldView *view)
{
  KeelFieldRatingView *self = KEEL_FIELD_RATING_VIEW (view);
  double number = 0;

  if (keel_answers_get_number (keel_field_view_get_answers (view), keel_field_view_get_field (view)->id,
                               &number))
    keel_rating_scale_set (self->scale, (int) number);
  else
    keel_rating_scale_clear (self->scale);
  show_number (self);
}

static void
keel_field_rating_view_rename (KeelFieldView *view, const char *name)
{
  KeelFieldRatingView *self = KEEL_FIELD_RATING_VIEW (view);
  /* Translators: takes the answer to a question back; %s is the question. */
  g_autofree char *clear = g_strdup_printf (_ ("Say nothing: %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
}

static gboolean
keel_field_rating_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KEEL_FIELD_RATING_VIEW (widget)->scale));
}

static void
keel_field_rating_view_class_init (KeelFieldRatingViewClass *klass)
{
  KeelFieldViewClass *view_class = KEEL_FIELD_VIEW_CLASS (klass);

  view_class->build = keel_field_rating_view_build;
  view_class->show = keel_field_rating_view_show;
  view_class->rename = keel_field_rating_view_rename;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_field_rating_view_grab_focus;
}

static void
keel_field_rating_view_init (KeelFieldRatingView *self)
{
}

#include "config.h"

#include "keel-field-rating-view.h"

#include <glib/gi18n-lib.h>

#include "keel-chip-choice.h"

struct _KeelFieldRatingView
{
  KeelFieldView parent_instance;

  KeelChipChoice *chips;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (KeelFieldRatingView, keel_field_rating_view, KEEL_TYPE_FIELD_VIEW)

/* The clear button keeps its place, so that nothing moves below the pointer. */
static void
show_clear (KeelFieldRatingView *self, gboolean answered)
{
  gtk_widget_set_opacity (self->clear, answered ? 1 : 0);
  gtk_widget_set_sensitive (self->clear, answered);
}

static void
chosen_cb (KeelChipChoice *chips, const char *id, KeelFieldRatingView *self)
{
  KeelFieldView *view = KEEL_FIELD_VIEW (self);

  keel_field_view_begin (view, FALSE);
  keel_answers_set_number (keel_field_view_get_answers (view), keel_field_view_get_field (view)->id,
                           g_ascii_strtod (id, NULL));
  keel_field_view_end (view);
  show_clear (self, TRUE);
}

static void
clear_cb (KeelFieldRatingView *self)
{
  KeelFieldView *view = KEEL_FIELD_VIEW (self);

  if (!gtk_widget_get_sensitive (self->clear))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  keel_field_view_begin (view, FALSE);
  keel_answers_clear (keel_field_view_get_answers (view), keel_field_view_get_field (view)->id);
  keel_field_view_end (view);
  keel_chip_choice_select (self->chips, NULL);
  show_clear (self, FALSE);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        KeelFieldRatingView *self)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  int digit = letter != 0 ? g_unichar_digit_value (letter) : -1;
  g_autofree char *id = g_strdup_printf ("%d", digit);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    {
      clear_cb (self);
      return TRUE;
    }
  if (digit < 0 || !keel_chip_choice_has (self->chips, id))
    return FALSE;
  keel_chip_choice_select (self->chips, id);
  chosen_cb (self->chips, id, self);
  /* Coming in anew leads to the chosen one. */
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}

static GtkWidget *
make_end (const char *words, float xalign)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
add_chips (KeelFieldRatingView *self, const KeelField *field)
{
  self->chips = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);
  for (int i = field->min; i <= field->max; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", i);

      keel_chip_choice_add (self->chips, id, id);
    }
  g_signal_connect_object (self->chips, "chosen", G_CALLBACK (chosen_cb), self, 0);
}

static void
add_keys (KeelFieldRatingView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->chips), keys);
}

static char *
describe_ends (const KeelField *field)
{
  if (field->low == NULL || field->high == NULL)
    return NULL;
  /* Translators: what the two ends of a row of numbers stand for: "0: not at all, 10: very much" */
  return g_strdup_printf (_ ("%1$d: %2$s, %3$d: %4$s"), field->min, field->low, field->max, field->high);
}

static void
keel_field_rating_view_build (KeelFieldView *view)
{
  KeelFieldRatingView *self = KEEL_FIELD_RATING_VIEW (view);
  const KeelField *field = keel_field_view_get_field (view);
  GtkBox *box = keel_field_view_get_box (view);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *ends = describe_ends (field);

  add_chips (self, field);
  add_keys (self);
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _ ("Say nothing here"));
  gtk_widget_set_valign (self->clear, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->clear, "flat");
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->chips), "keel-numbers");
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (row), self->clear);
  gtk_box_append (box, row);
  if (ends == NULL)
    return;
  gtk_box_append (box, make_end (ends, 0));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, ends,
                                  -1);
}

static void
keel_field_rating_view_show (KeelFieldView *view)
{
  KeelFieldRatingView *self = KEEL_FIELD_RATING_VIEW (view);
  double number = 0;
  gboolean answered = keel_answers_get_number (keel_field_view_get_answers (view),
                                               keel_field_view_get_field (view)->id, &number);
  g_autofree char *id = g_strdup_printf ("%.0f", number);

  keel_chip_choice_select (self->chips, answered ? id : NULL);
  show_clear (self, answered);
}

static void
keel_field_rating_view_rename (KeelFieldView *view, const char *name)
{
  KeelFieldRatingView *self = KEEL_FIELD_RATING_VIEW (view);
  /* Translators: takes the answer to a question back; %s is the question. */
  g_autofree char *clear = g_strdup_printf (_ ("Say nothing: %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
}

static gboolean
keel_field_rating_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (KEEL_FIELD_RATING_VIEW (widget)->chips), GTK_DIR_TAB_FORWARD);
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

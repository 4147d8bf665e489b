#include "keel-field-choice-view.h"

#include "keel-toggle.h"
#include "keel-wrap-box.h"

#define ID "keel-id"

struct _KeelFieldChoiceView
{
  KeelFieldView parent_instance;

  KeelWrapBox *chips;
};

G_DEFINE_FINAL_TYPE (KeelFieldChoiceView, keel_field_choice_view, KEEL_TYPE_FIELD_VIEW)

static GtkToggleButton *
get_next (KeelFieldChoiceView *self, GtkToggleButton *chip)
{
  GtkWidget *next = chip != NULL ? gtk_widget_get_next_sibling (GTK_WIDGET (chip))
                                 : gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  return next != NULL ? GTK_TOGGLE_BUTTON (next) : NULL;
}

static void
show_only (KeelFieldChoiceView *self, const char *const *ids)
{
  for (GtkToggleButton *chip = get_next (self, NULL); chip != NULL; chip = get_next (self, chip))
    gtk_toggle_button_set_active (chip, g_strv_contains (ids, g_object_get_data (G_OBJECT (chip), ID)));
}

/* What stands there of options that the template no longer has is kept where several can be chosen. */
static GStrv
change (KeelFieldChoiceView *self, const char *id, gboolean chosen)
{
  KeelFieldView *view = KEEL_FIELD_VIEW (self);
  const KeelField *field = keel_field_view_get_field (view);
  g_auto (GStrv) before = keel_answers_get_texts (keel_field_view_get_answers (view), field->id);
  g_autoptr (GStrvBuilder) after = g_strv_builder_new ();

  for (gsize i = 0; field->several && before[i] != NULL; i++)
    if (g_strcmp0 (before[i], id) != 0)
      g_strv_builder_add (after, before[i]);
  if (chosen)
    g_strv_builder_add (after, id);
  return g_strv_builder_end (after);
}

static void
toggled_cb (GtkToggleButton *chip, KeelFieldChoiceView *self)
{
  KeelFieldView *view = KEEL_FIELD_VIEW (self);
  g_auto (GStrv) ids = NULL;

  if (keel_field_view_is_showing (view))
    return;
  ids = change (self, g_object_get_data (G_OBJECT (chip), ID), gtk_toggle_button_get_active (chip));
  keel_field_view_begin (view, FALSE);
  keel_answers_set_texts (keel_field_view_get_answers (view), keel_field_view_get_field (view)->id,
                          (const char *const *) ids, NULL);
  keel_field_view_refresh (view, keel_field_view_get_answers (view));
  keel_field_view_end (view);
}

static void
keel_field_choice_view_build (KeelFieldView *view)
{
  KeelFieldChoiceView *self = KEEL_FIELD_CHOICE_VIEW (view);
  const KeelField *field = keel_field_view_get_field (view);

  self->chips = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, NULL);
  for (guint i = 0; i < field->options->len; i++)
    {
      const KeelOption *option = g_ptr_array_index (field->options, i);
      GtkWidget *chip = keel_toggle_new (option->label, field->several ? GTK_ACCESSIBLE_ROLE_CHECKBOX
                                                                       : GTK_ACCESSIBLE_ROLE_RADIO);

      g_object_set_data_full (G_OBJECT (chip), ID, g_strdup (option->id), g_free);
      gtk_widget_add_css_class (chip, "keel-chip");
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), TRUE);
      g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, 0);
      keel_wrap_box_append (self->chips, chip);
    }
  gtk_box_append (keel_field_view_get_box (view), GTK_WIDGET (self->chips));
}

static void
keel_field_choice_view_show (KeelFieldView *view)
{
  g_auto (GStrv) ids = keel_answers_get_texts (keel_field_view_get_answers (view),
                                               keel_field_view_get_field (view)->id);

  show_only (KEEL_FIELD_CHOICE_VIEW (view), (const char *const *) ids);
}

static void
keel_field_choice_view_rename (KeelFieldView *view, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (KEEL_FIELD_CHOICE_VIEW (view)->chips),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
keel_field_choice_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (KEEL_FIELD_CHOICE_VIEW (widget)->chips), GTK_DIR_TAB_FORWARD);
}

static void
keel_field_choice_view_class_init (KeelFieldChoiceViewClass *klass)
{
  KeelFieldViewClass *view_class = KEEL_FIELD_VIEW_CLASS (klass);

  view_class->build = keel_field_choice_view_build;
  view_class->show = keel_field_choice_view_show;
  view_class->rename = keel_field_choice_view_rename;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_field_choice_view_grab_focus;
}

static void
keel_field_choice_view_init (KeelFieldChoiceView *self)
{
}

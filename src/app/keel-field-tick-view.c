#include "config.h"

#include "keel-field-tick-view.h"

#include <glib/gi18n-lib.h>

struct _KeelFieldTickView
{
  KeelFieldView parent_instance;

  GtkCheckButton *button;
};

G_DEFINE_FINAL_TYPE (KeelFieldTickView, keel_field_tick_view, KEEL_TYPE_FIELD_VIEW)

static void
toggled_cb (KeelFieldTickView *self)
{
  KeelFieldView *view = KEEL_FIELD_VIEW (self);

  if (keel_field_view_is_showing (view))
    return;
  keel_field_view_begin (view, FALSE);
  keel_answers_set_tick (keel_field_view_get_answers (view), keel_field_view_get_field (view)->id,
                         gtk_check_button_get_active (self->button));
  keel_field_view_end (view);
}

static void
keel_field_tick_view_build (KeelFieldView *view)
{
  KeelFieldTickView *self = KEEL_FIELD_TICK_VIEW (view);
  GtkWidget *button = gtk_check_button_new ();
  /* Translators: beside a tick in a table; the head of its column has the question. */
  const char *words = keel_field_view_is_in_row (view) ? C_ ("tick", "Yes")
                                                       : keel_field_view_get_field (view)->label;
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  self->button = GTK_CHECK_BUTTON (button);
  gtk_check_button_set_child (self->button, label);
  gtk_box_prepend (keel_field_view_get_box (view), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
keel_field_tick_view_show (KeelFieldView *view)
{
  gtk_check_button_set_active (KEEL_FIELD_TICK_VIEW (view)->button,
                               keel_answers_get_tick (keel_field_view_get_answers (view),
                                                      keel_field_view_get_field (view)->id));
}

static void
keel_field_tick_view_rename (KeelFieldView *view, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (KEEL_FIELD_TICK_VIEW (view)->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
keel_field_tick_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KEEL_FIELD_TICK_VIEW (widget)->button));
}

static void
keel_field_tick_view_class_init (KeelFieldTickViewClass *klass)
{
  KeelFieldViewClass *view_class = KEEL_FIELD_VIEW_CLASS (klass);

  view_class->build = keel_field_tick_view_build;
  view_class->show = keel_field_tick_view_show;
  view_class->rename = keel_field_tick_view_rename;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_field_tick_view_grab_focus;
}

static void
keel_field_tick_view_init (KeelFieldTickView *self)
{
}

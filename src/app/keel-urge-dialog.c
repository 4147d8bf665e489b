#include "config.h"

#include "keel-urge-dialog.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-strength-choice.h"
#include "keel-urge-fields.h"
#include "keel-urge-tags.h"
#include "keel-row-undo.h"
#include "keel-session-urges.h"

struct _KeelUrgeDialog
{
  AdwWindow parent_instance;

  AdwBin *strength_bin;
  AdwBin *after_bin;
  AdwBin *tags_bin;
  AdwBin *fields_bin;

  KeelStrengthChoice *strength;
  KeelStrengthChoice *after;
  KeelUrgeTags *tags;
  KeelUrgeFields *fields;

  KeelSession *session;
  KeelUrge *urge;
};

G_DEFINE_FINAL_TYPE (KeelUrgeDialog, keel_urge_dialog, ADW_TYPE_WINDOW)

/* What is said stands in the window behind it. */
static GtkWidget *
get_parent (KeelUrgeDialog *self)
{
  return GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelUrgeDialog *self = KEEL_URGE_DIALOG (widget);
  g_autoptr (KeelUrge) wanted = keel_urge_copy (self->urge);

  wanted->strength = keel_strength_choice_get (self->strength);
  wanted->after = keel_strength_choice_get (self->after);
  wanted->tags = keel_urge_tags_get (self->tags);
  keel_urge_fields_read (self->fields, wanted);
  if (!keel_urge_equal (self->urge, wanted))
    keel_row_undo_save (get_parent (self), self->session, &keel_urge_rows, wanted, self->urge,
                        _ ("Your urge log is changed."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelUrgeDialog *self = KEEL_URGE_DIALOG (widget);

  keel_row_undo_delete (get_parent (self), self->session, &keel_urge_rows, self->urge->uuid,
                        _ ("It is no longer in your urge log."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
keel_urge_dialog_dispose (GObject *object)
{
  KeelUrgeDialog *self = KEEL_URGE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->urge, keel_urge_free);
  G_OBJECT_CLASS (keel_urge_dialog_parent_class)->dispose (object);
}

static void
keel_urge_dialog_class_init (KeelUrgeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_urge_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-urge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeDialog, strength_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeDialog, after_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeDialog, tags_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeDialog, fields_bin);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_urge_dialog_init (KeelUrgeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  self->strength = keel_strength_choice_new (_ ("How strong it was"), _ ("hardly there"),
                                             _ ("as strong as can be"));
  self->after = keel_strength_choice_new (_ ("How strong it was afterwards"), _ ("gone"),
                                          _ ("as strong as can be"));
  self->tags = keel_urge_tags_new ();
  self->fields = keel_urge_fields_new ();
  adw_bin_set_child (self->strength_bin, GTK_WIDGET (self->strength));
  adw_bin_set_child (self->after_bin, GTK_WIDGET (self->after));
  adw_bin_set_child (self->tags_bin, GTK_WIDGET (self->tags));
  adw_bin_set_child (self->fields_bin, GTK_WIDGET (self->fields));
}

void
keel_urge_dialog_present (GtkWindow *parent, KeelSession *session, const KeelUrge *urge)
{
  KeelUrgeDialog *self = g_object_new (KEEL_TYPE_URGE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->urge = keel_urge_copy (urge);
  keel_strength_choice_set (self->strength, urge->strength);
  keel_strength_choice_set (self->after, urge->after);
  keel_urge_tags_set (self->tags, urge->tags);
  keel_urge_fields_show (self->fields, urge);
  gtk_window_present (GTK_WINDOW (self));
}

#include "config.h"

#include "keel-profile-dialog.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"

struct _KeelProfileDialog
{
  AdwWindow parent_instance;

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelProfileDialog, keel_profile_dialog, ADW_TYPE_WINDOW)

static void
keel_profile_dialog_dispose (GObject *object)
{
  g_clear_object (&KEEL_PROFILE_DIALOG (object)->session);
  G_OBJECT_CLASS (keel_profile_dialog_parent_class)->dispose (object);
}

static void
keel_profile_dialog_class_init (KeelProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_profile_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-profile-dialog.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_profile_dialog_init (KeelProfileDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

KeelProfileDialog *
keel_profile_dialog_new (GtkWindow *parent, KeelSession *session)
{
  KeelProfileDialog *self = g_object_new (KEEL_TYPE_PROFILE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  return self;
}

void
keel_profile_dialog_ask_for_passphrase (GtkWindow *parent, KeelSession *session)
{
  gtk_window_present (GTK_WINDOW (keel_profile_dialog_new (parent, session)));
}

#include "keel-toggle.h"

struct _KeelToggle
{
  GtkToggleButton parent_instance;
};

G_DEFINE_FINAL_TYPE (KeelToggle, keel_toggle, GTK_TYPE_TOGGLE_BUTTON)

static void
tell_state (KeelToggle *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               active ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
keel_toggle_toggled (GtkToggleButton *button)
{
  tell_state (KEEL_TOGGLE (button));
}

static void
keel_toggle_class_init (KeelToggleClass *klass)
{
  GTK_TOGGLE_BUTTON_CLASS (klass)->toggled = keel_toggle_toggled;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
keel_toggle_init (KeelToggle *self)
{
  tell_state (self);
}

GtkWidget *
keel_toggle_new (const char *label, GtkAccessibleRole role)
{
  return g_object_new (KEEL_TYPE_TOGGLE, "label", label, "accessible-role", role, NULL);
}

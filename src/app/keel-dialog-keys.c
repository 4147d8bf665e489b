#include "keel-dialog-keys.h"

#define WATCHED "keel-dialog-keys"

static const char *const names[] = { "hide", "lock", "help-now" };

static gboolean
pressed_cb (GtkWidget *window, GVariant *arguments, gpointer name)
{
  GActionGroup *application = G_ACTION_GROUP (g_application_get_default ());

  if (!g_action_group_get_action_enabled (application, name))
    return FALSE;
  g_action_group_activate_action (application, name, NULL);
  return TRUE;
}

static void
add_keys (GtkShortcutController *controller, GtkApplication *application, const char *name)
{
  g_autofree char *action = g_strconcat ("app.", name, NULL);
  g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, action);

  for (guint i = 0; accels[i] != NULL; i++)
    {
      GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (accels[i]);
      GtkShortcutAction *call = gtk_callback_action_new (pressed_cb, (gpointer) name, NULL);

      gtk_shortcut_controller_add_shortcut (controller, gtk_shortcut_new (trigger, call));
    }
}

static void
watch (GtkWidget *surface, GtkApplication *application)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add_keys (GTK_SHORTCUT_CONTROLLER (controller), application, names[i]);
  gtk_widget_add_controller (surface, controller);
  g_object_set_data (G_OBJECT (surface), WATCHED, controller);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer application)
{
  GtkWidget *widget = g_value_get_object (values);

  if ((GTK_IS_WINDOW (widget) || GTK_IS_POPOVER (widget)) &&
      g_object_get_data (G_OBJECT (widget), WATCHED) == NULL)
    watch (widget, application);
  return TRUE;
}

void
keel_dialog_keys_watch (GtkApplication *application)
{
  /* Signals are there with the class, and that is with the first widget. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, application, NULL);
}

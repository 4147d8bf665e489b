#include "keel-dialog-keys.h"

static const char *const names[] = { "hide", "lock" };

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
windows_changed_cb (GListModel *windows, guint position, guint removed, guint added,
                    GtkApplication *application)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *controller = gtk_shortcut_controller_new ();

      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        add_keys (GTK_SHORTCUT_CONTROLLER (controller), application, names[j]);
      gtk_widget_add_controller (window, controller);
    }
}

void
keel_dialog_keys_watch (GApplication *application)
{
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb),
                           application, 0);
}

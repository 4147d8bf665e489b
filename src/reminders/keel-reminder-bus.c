#include "keel-reminder-bus.h"

#include <glib/gi18n-lib.h>

#include "store/keel-reminder-process.h"

struct _KeelReminderBus
{
  GDBusConnection *connection;
  KeelReminderScheduler *scheduler;
  KeelNotifier *notifier;
  guint object;
  guint name;
};

static const char introspection[] = "<node>"
                                    "  <interface name='" KEEL_REMINDER_INTERFACE "'>"
                                    "    <method name='Test'>"
                                    "      <arg name='shown' type='b' direction='out'/>"
                                    "      <arg name='reason' type='s' direction='out'/>"
                                    "    </method>"
                                    "    <method name='Status'>"
                                    "      <arg name='status' type='a{sv}' direction='out'/>"
                                    "    </method>"
                                    "  </interface>"
                                    "</node>";

static GVariant *
show_test (KeelReminderBus *self)
{
  g_auto (KeelNotification) notification = { 0 };
  g_autofree char *server = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  notification.tag = g_strdup ("keel-test");
  /* Translators: the title of a notification that others may see. Say no more than that. */
  notification.title = g_strdup (_ ("Test reminder"));
  notification.body = g_strdup (_ ("You can see this, so reminders can reach you."));
  notification.urgency = keel_notifier_get_do_not_disturb (self->notifier) ? KEEL_URGENCY_NORMAL
                                                                           : KEEL_URGENCY_CRITICAL;
  notification.sound = "message-new-instant";
  if (!keel_notifier_show (self->notifier, &notification, &server, &error))
    {
      g_dbus_error_strip_remote_error (error);
      return g_variant_new ("(bs)", FALSE, error->message);
    }
  name = keel_notifier_get_server_name (self->notifier, NULL);
  return g_variant_new ("(bs)", TRUE, name != NULL ? name : "");
}

static GVariant *
get_status (KeelReminderBus *self)
{
  g_auto (GVariantDict) status = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  gint64 next = keel_reminder_scheduler_get_next (self->scheduler);
  gint64 quiet_until = keel_reminder_scheduler_get_quiet_until (self->scheduler);

  name = keel_notifier_get_server_name (self->notifier, &error);
  if (name != NULL)
    g_variant_dict_insert (&status, "server", "s", name);
  else
    g_variant_dict_insert (&status, "trouble", "s", error->message);
  if (next != KEEL_REMINDER_NEVER)
    g_variant_dict_insert (&status, "next", "x", next);
  g_variant_dict_insert (&status, "waiting", "u", keel_reminder_scheduler_get_n_waiting (self->scheduler));
  if (quiet_until != KEEL_REMINDER_NEVER)
    g_variant_dict_insert (&status, "quiet-until", "x", quiet_until);
  g_variant_dict_insert (&status, "do-not-disturb", "b", keel_notifier_get_do_not_disturb (self->notifier));
  return g_variant_new ("(@a{sv})", g_variant_dict_end (&status));
}

static void
method_call_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
                const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  KeelReminderBus *self = data;

  g_dbus_method_invocation_return_value (invocation,
                                         g_str_equal (method, "Test") ? show_test (self) : get_status (self));
}

static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };

KeelReminderBus *
keel_reminder_bus_new (GDBusConnection *connection, const char *data_dir, KeelReminderScheduler *scheduler,
                       KeelNotifier *notifier)
{
  KeelReminderBus *self = g_new0 (KeelReminderBus, 1);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autofree char *name = keel_reminder_process_get_bus_name (data_dir);
  g_autoptr (GError) error = NULL;

  self->connection = g_object_ref (connection);
  self->scheduler = g_object_ref (scheduler);
  self->notifier = g_object_ref (notifier);
  self->object = g_dbus_connection_register_object (connection, KEEL_REMINDER_OBJECT_PATH,
                                                    node->interfaces[0], &vtable, self, NULL, &error);
  if (self->object == 0)
    g_warning ("Other programs cannot ask: %s", error->message);
  self->name = g_bus_own_name_on_connection (connection, name, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL,
                                             NULL);
  return self;
}

void
keel_reminder_bus_free (KeelReminderBus *self)
{
  g_bus_unown_name (self->name);
  if (self->object != 0)
    g_dbus_connection_unregister_object (self->connection, self->object);
  g_object_unref (self->notifier);
  g_object_unref (self->scheduler);
  g_object_unref (self->connection);
  g_free (self);
}

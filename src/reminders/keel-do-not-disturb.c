#include "keel-do-not-disturb.h"

#define SERVER_NAME "org.freedesktop.Notifications"
#define SERVER_PATH "/org/freedesktop/Notifications"
#define GNOME_SCHEMA "org.gnome.desktop.notifications"
#define GNOME_KEY "show-banners"

/* A reminder waits for the answer. */
#define PATIENCE_MS 1000

static gboolean
get_flag (GDBusConnection *connection, const char *interface, const char *property)
{
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) value = NULL;

  reply = g_dbus_connection_call_sync (connection, SERVER_NAME, SERVER_PATH,
                                       "org.freedesktop.DBus.Properties", "Get",
                                       g_variant_new ("(ss)", interface, property), G_VARIANT_TYPE ("(v)"),
                                       G_DBUS_CALL_FLAGS_NO_AUTO_START, PATIENCE_MS, NULL, NULL);
  if (reply == NULL)
    return FALSE;
  g_variant_get (reply, "(v)", &value);
  return g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);
}

/* Not kept: as long as there is a GSettings, it is told of every change. */
static gboolean
hides_gnome_banners (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, GNOME_SCHEMA, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, GNOME_KEY))
    return FALSE;
  settings = g_settings_new_full (schema, NULL, NULL);
  return !g_settings_get_boolean (settings, GNOME_KEY);
}

gboolean
keel_do_not_disturb_ask (GDBusConnection *connection, const char *server)
{
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), FALSE);

  if (g_strcmp0 (server, "gnome-shell") == 0)
    return hides_gnome_banners ();
  if (g_strcmp0 (server, "dunst") == 0)
    return get_flag (connection, "org.dunstproject.cmd0", "paused");
  return get_flag (connection, SERVER_NAME, "Inhibited");
}

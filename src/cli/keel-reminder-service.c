#include "keel-reminder-service.h"

#include <gio/gio.h>

#include "store/keel-reminder-process.h"

/* A notification server that is only now being started needs its time. */
#define ANSWER_MS (30 * 1000)
#define MOST_ATTEMPTS 60
#define PAUSE_US (50 * 1000)

static gboolean
is_absence (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER);
}

/* A process that was started just now holds its lock before it has its name. */
static GVariant *
call_until_present (GDBusConnection *bus, const char *name, const char *method, const GVariantType *type,
                    GError **error)
{
  GVariant *reply = NULL;
  guint attempt;

  for (attempt = 0; attempt < MOST_ATTEMPTS; attempt++)
    {
      g_clear_error (error);
      /* Never started from here: whether it runs is part of the question. */
      reply = g_dbus_connection_call_sync (bus, name, KEEL_REMINDER_OBJECT_PATH, KEEL_REMINDER_INTERFACE,
                                           method, NULL, type, G_DBUS_CALL_FLAGS_NO_AUTO_START, ANSWER_MS,
                                           NULL, error);
      if (reply != NULL || !is_absence (*error))
        break;
      g_usleep (PAUSE_US);
    }
  if (reply == NULL && is_absence (*error))
    {
      g_clear_error (error);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           "keel-reminders does not answer on this session bus");
    }
  else if (reply == NULL)
    g_dbus_error_strip_remote_error (*error);
  return reply;
}

/* @error must not be NULL. */
static GVariant *
call (const char *data_dir, const char *method, const GVariantType *type, GError **error)
{
  g_autofree char *name = keel_reminder_process_get_bus_name (data_dir);
  g_autoptr (GDBusConnection) bus = NULL;

  if (!keel_reminder_process_has_session_bus ())
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no session bus");
      return NULL;
    }
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  return bus != NULL ? call_until_present (bus, name, method, type, error) : NULL;
}

void
keel_reminder_service_ask (const char *data_dir, KeelReminderService *service)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = call (data_dir, "Status", G_VARIANT_TYPE ("(a{sv})"), &error);
  g_autoptr (GVariant) status = NULL;

  *service = (KeelReminderService){ 0 };
  if (reply == NULL)
    {
      service->trouble = g_strdup (error->message);
      return;
    }
  status = g_variant_get_child_value (reply, 0);
  g_variant_lookup (status, "server", "s", &service->server);
  g_variant_lookup (status, "quiet-until", "x", &service->quiet_until);
  g_variant_lookup (status, "do-not-disturb", "b", &service->do_not_disturb);
  if (service->server == NULL && !g_variant_lookup (status, "trouble", "s", &service->trouble))
    service->trouble = g_strdup ("it does not say why");
}

void
keel_reminder_service_clear (KeelReminderService *service)
{
  g_free (service->server);
  g_free (service->trouble);
}

char *
keel_reminder_service_show_test (const char *data_dir, GError **error)
{
  g_autoptr (GVariant) reply = call (data_dir, "Test", G_VARIANT_TYPE ("(bs)"), error);
  const char *reason;
  gboolean shown;

  if (reply == NULL)
    return NULL;
  g_variant_get (reply, "(b&s)", &shown, &reason);
  if (shown)
    return g_strdup (reason);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, reason);
  return NULL;
}

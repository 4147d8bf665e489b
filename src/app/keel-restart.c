#include "keel-restart.h"

#include <errno.h>
#include <linux/close_range.h>
#include <stdlib.h>
#include <unistd.h>

/* Waits for the answer: the bus hears of a closed connection only some time after the next one is there. */
static void
release_name (GApplication *application)
{
  GDBusConnection *bus = g_application_get_dbus_connection (application);
  g_autoptr (GVariant) answer = NULL;

  if (bus == NULL)
    return;
  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "ReleaseName",
                                        g_variant_new ("(s)", g_application_get_application_id (application)),
                                        NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, 1000, NULL, NULL);
}

void
keel_restart (GApplication *application, char **arguments, char **environment)
{
  /* The size of the window. */
  g_settings_sync ();
  release_name (application);
  close_range (STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
  execve ("/proc/self/exe", arguments, environment);
  g_printerr ("keel: cannot start anew: %s\n", g_strerror (errno));
  _exit (EXIT_FAILURE);
}

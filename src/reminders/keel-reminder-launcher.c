#include "keel-reminder-launcher.h"

#include <gio/gio.h>
#include <unistd.h>

#include "store/keel-installation.h"

#define TOKEN "XDG_ACTIVATION_TOKEN"

static void
leave_session_cb (gpointer data)
{
  setsid ();
}

static gboolean
spawn (char **argv, const char *token, GError **error)
{
  g_auto (GStrv) environment = g_get_environ ();

  if (token != NULL)
    environment = g_environ_setenv (environment, TOKEN, token, TRUE);
  return g_spawn_async ("/", argv, environment, G_SPAWN_SEARCH_PATH, leave_session_cb, NULL, NULL, error);
}

gboolean
keel_reminder_launch_link (const char *link, const char *token, GError **error)
{
  g_autoptr (GAppLaunchContext) context = g_app_launch_context_new ();
  char *argv[] = { (char *) "xdg-open", (char *) link, NULL };

  g_return_val_if_fail (link != NULL, FALSE);

  if (token != NULL)
    g_app_launch_context_setenv (context, TOKEN, token);
  return g_app_info_launch_default_for_uri (link, context, NULL) || spawn (argv, token, error);
}

gboolean
keel_reminder_launch_keel (const char *data_dir, const char *series, const char *token, GError **error)
{
  g_autofree char *program = keel_installation_get_program ("keel");
  char *argv[] = { program, (char *) "--data-dir", (char *) data_dir, (char *) "--show", (char *) series, NULL };

  g_return_val_if_fail (data_dir != NULL, FALSE);

  if (series == NULL)
    argv[3] = NULL;
  return spawn (argv, token, error);
}

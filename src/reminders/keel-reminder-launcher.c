#include "keel-reminder-launcher.h"

#include <gio/gio.h>
#include <unistd.h>

#include "keel-map-link.h"
#include "keel-own-environment.h"
#include "store/keel-installation.h"

/* On Wayland and on X11. */
static const char *const token_names[] = { "XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID" };

static void
leave_session_cb (gpointer data)
{
  setsid ();
}

static gboolean
spawn (char **argv, const char *token, GError **error)
{
  g_auto (GStrv) environment = g_strdupv (keel_own_environment_get_inherited ());

  for (guint i = 0; token != NULL && i < G_N_ELEMENTS (token_names); i++)
    environment = g_environ_setenv (environment, token_names[i], token, TRUE);
  return g_spawn_async ("/", argv, environment, G_SPAWN_SEARCH_PATH, leave_session_cb, NULL, NULL, error);
}

/* What this program changed for itself is not for others. */
static void
give_back (GAppLaunchContext *context)
{
  for (guint i = 0; keel_own_environment_names[i] != NULL; i++)
    {
      const char *name = keel_own_environment_names[i];
      const char *value = g_environ_getenv (keel_own_environment_get_inherited (), name);

      if (value != NULL)
        g_app_launch_context_setenv (context, name, value);
      else
        g_app_launch_context_unsetenv (context, name);
    }
}

static gboolean
launch_default (const char *link, const char *token)
{
  g_autoptr (GAppLaunchContext) context = g_app_launch_context_new ();

  give_back (context);
  for (guint i = 0; token != NULL && i < G_N_ELEMENTS (token_names); i++)
    g_app_launch_context_setenv (context, token_names[i], token);
  return g_app_info_launch_default_for_uri (link, context, NULL);
}

gboolean
keel_reminder_launch_link (const char *link, const char *token, GError **error)
{
  g_autofree char *web = NULL;
  char *argv[] = { (char *) "xdg-open", (char *) link, NULL };

  g_return_val_if_fail (link != NULL, FALSE);

  if (launch_default (link, token))
    return TRUE;
  web = keel_map_link_get_web (link);
  if (web != NULL)
    argv[1] = web;
  return (web != NULL && launch_default (web, token)) || spawn (argv, token, error);
}

gboolean
keel_reminder_launch_keel (const char *data_dir, const char *profile, const char *series, const char *token,
                           GError **error)
{
  g_autofree char *program = keel_installation_get_program ("keel");
  const char *argv[] = { program, "--data-dir", data_dir, "--profile", profile, "--show", series, NULL };

  g_return_val_if_fail (data_dir != NULL, FALSE);
  g_return_val_if_fail (profile != NULL, FALSE);

  if (series == NULL)
    argv[5] = NULL;
  return spawn ((char **) argv, token, error);
}

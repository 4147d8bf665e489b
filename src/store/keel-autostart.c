#include "keel-autostart.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "keel-data-dir.h"
#include "keel-installation.h"
#include "keel-reminder-process.h"

#define GNOME_KEY "X-GNOME-Autostart-enabled"

static char *
get_path (const char *data_dir)
{
  g_autofree char *name = keel_reminder_process_get_bus_name (data_dir);
  g_autofree char *file = g_strconcat (name, ".desktop", NULL);

  return g_build_filename (g_get_user_config_dir (), "autostart", file, NULL);
}

/* As the desktop entry specification quotes an argument; the key file adds the escapes of its own. */
static void
append_argument (GString *line, const char *argument)
{
  if (line->len > 0)
    g_string_append_c (line, ' ');
  g_string_append_c (line, '"');
  for (const char *p = argument; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '`' || *p == '$' || *p == '\\')
        g_string_append_c (line, '\\');
      if (*p == '%')
        g_string_append_c (line, '%');
      g_string_append_c (line, *p);
    }
  g_string_append_c (line, '"');
}

static char *
make_command (const char *data_dir, const char *program)
{
  g_autofree char *usual = keel_data_dir_get_default ();
  g_autofree char *canonical = g_canonicalize_filename (data_dir, NULL);
  g_autofree char *canonical_usual = g_canonicalize_filename (usual, NULL);
  GString *line = g_string_new (NULL);

  append_argument (line, program);
  if (!g_str_equal (canonical, canonical_usual))
    {
      append_argument (line, "--data-dir");
      append_argument (line, canonical);
    }
  return g_string_free (line, FALSE);
}

static GKeyFile *
make_entry (const char *data_dir)
{
  GKeyFile *entry = g_key_file_new ();
  g_autofree char *program = keel_installation_get_program ("keel-reminders");
  g_autofree char *command = make_command (data_dir, program);

  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, "Application");
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, "Keel");
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, "app.keel.Keel");
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TRY_EXEC, program);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TERMINAL, FALSE);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, GNOME_KEY, TRUE);
  return entry;
}

static void
set_error (const char *path, int code, GError **error)
{
  g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
}

static gboolean
write_entry (const char *data_dir, const char *path, GError **error)
{
  g_autoptr (GKeyFile) entry = make_entry (data_dir);
  g_autofree char *text = g_key_file_to_data (entry, NULL, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) failure = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_error (folder, errno, error);
      return FALSE;
    }
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600, &failure))
    return TRUE;
  g_set_error_literal (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FAILED, failure->message);
  return FALSE;
}

static gboolean
is_set (GKeyFile *entry, const char *key, gboolean otherwise)
{
  if (!g_key_file_has_key (entry, G_KEY_FILE_DESKTOP_GROUP, key, NULL))
    return otherwise;
  return g_key_file_get_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, key, NULL);
}

gboolean
keel_autostart_is_on (const char *data_dir)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *path = NULL;
  g_autofree char *program = NULL;

  g_return_val_if_fail (data_dir != NULL, FALSE);

  path = get_path (data_dir);
  if (!g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  program = g_key_file_get_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TRY_EXEC, NULL);
  return is_set (entry, GNOME_KEY, TRUE) && !is_set (entry, G_KEY_FILE_DESKTOP_KEY_HIDDEN, FALSE) &&
         (program == NULL || access (program, X_OK) == 0);
}

gboolean
keel_autostart_set (const char *data_dir, gboolean on, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (data_dir != NULL, FALSE);

  path = get_path (data_dir);
  if (on)
    return write_entry (data_dir, path, error);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  set_error (path, errno, error);
  return FALSE;
}

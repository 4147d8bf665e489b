#include "keel-demo-mark.h"

#include "keel-durable.h"
#include "keel-store-error.h"

#define FILE_NAME "profile.ini"
#define GROUP "Profile"
#define KEY "Demo"

gboolean
keel_demo_mark_is_set (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) &&
         g_key_file_get_boolean (file, GROUP, KEY, NULL);
}

gboolean
keel_demo_mark_set (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS,
                                  &failure))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IO, "%s: %s", path, failure->message);
      return FALSE;
    }
  g_key_file_set_boolean (file, GROUP, KEY, TRUE);
  text = g_key_file_to_data (file, &length, NULL);
  return keel_durable_replace (path, text, length, error);
}

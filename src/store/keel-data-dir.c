#include "keel-data-dir.h"

#include "keel-store-error.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#define LONGEST_ID 100

/* What a profile cannot do without, either of them: settings that were lost keep nobody out. */
static const char *const signs[] = { "profile.ini", "journal.db" };

/* By number: "profile-10" after "profile-9". */
static int
compare_ids_cb (gconstpointer a, gconstpointer b)
{
  return strverscmp (*(char *const *) a, *(char *const *) b);
}

static gboolean
is_profile (const char *data_dir, const char *id)
{
  g_autofree char *folder = keel_data_dir_get_profile (data_dir, id);

  if (!keel_data_dir_is_profile_id (id))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *path = g_build_filename (folder, signs[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    }
  return FALSE;
}

char *
keel_data_dir_get_default (void)
{
  return g_build_filename (g_get_user_data_dir (), "keel", NULL);
}

char **
keel_data_dir_list_profiles (const char *data_dir)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *folder = NULL;
  g_autoptr (GDir) entries = NULL;
  const char *entry;

  g_return_val_if_fail (data_dir != NULL, NULL);

  folder = g_build_filename (data_dir, "profiles", NULL);
  entries = g_dir_open (folder, 0, NULL);
  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    if (is_profile (data_dir, entry))
      g_ptr_array_add (ids, g_strdup (entry));
  g_ptr_array_sort (ids, compare_ids_cb);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

char *
keel_data_dir_get_profile (const char *data_dir, const char *id)
{
  return g_build_filename (data_dir, "profiles", id, NULL);
}

gboolean
keel_data_dir_is_profile_id (const char *id)
{
  gsize length = strlen (id);

  return length > 0 && length <= LONGEST_ID && id[0] != '.' && strchr (id, '/') == NULL &&
         g_utf8_validate (id, -1, NULL);
}

gboolean
keel_data_dir_make_folder (const char *folder, GError **error)
{
  g_autofree char *above = NULL;
  int code;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;

  above = g_path_get_dirname (folder);
  if (!keel_data_dir_make_folder (above, error))
    return FALSE;
  if (mkdir (folder, 0700) == 0 && chmod (folder, 0700) == 0)
    return TRUE;
  code = errno;
  if (code == EEXIST && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (code == EEXIST)
    code = ENOTDIR;
  g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (code),
               "The folder %s cannot be made: %s", folder, g_strerror (code));
  return FALSE;
}

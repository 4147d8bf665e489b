#include "keel-profile-removal.h"

#include <errno.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "keel-data-dir.h"
#include "keel-durable.h"

#define PREFIX ".removed-"

static gboolean remove_folder (const char *path, GError **error);

/* A disk that refuses the zeros does not keep the file. */
static gboolean
remove_file (const char *path, GError **error)
{
  keel_durable_overwrite (path, NULL);
  return keel_durable_remove (path, error);
}

static gboolean
remove_entry (const char *path, GError **error)
{
  struct stat info;

  if (lstat (path, &info) == 0 && S_ISDIR (info.st_mode))
    return remove_folder (path, error);
  return remove_file (path, error);
}

/* The names first: a folder that changes while it is read may tell them twice or not at all. */
static GPtrArray *
list_entries (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  return paths;
}

/* All that can go goes, whatever else stays. Who removes the same at this moment may have been here first. */
static gboolean
remove_folder (const char *path, GError **error)
{
  g_autoptr (GPtrArray) entries = list_entries (path);
  gboolean removed = TRUE;

  for (guint i = 0; i < entries->len; i++)
    removed = remove_entry (g_ptr_array_index (entries, i), removed ? error : NULL) && removed;
  if (!removed)
    return FALSE;
  if (g_rmdir (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (errno), "%s: %s", path,
               g_strerror (errno));
  return FALSE;
}

/* Without its keys nothing that was encrypted can be read, whatever happens next. */
static gboolean
remove_profile (const char *path, GError **error)
{
  g_autofree char *keys = g_build_filename (path, "keys", NULL);
  gboolean removed = TRUE;

  if (g_file_test (keys, G_FILE_TEST_EXISTS))
    removed = remove_file (keys, error) && keel_durable_sync_folder (path, error);
  return removed && remove_folder (path, error);
}

/* A link is refused: what it leads to is not where Keel may delete everything. */
static gboolean
check_folder (const char *path, GError **error)
{
  struct stat info;

  if (lstat (path, &info) == 0 && S_ISDIR (info.st_mode))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOLDER, "%s is not a folder itself", path);
  return FALSE;
}

gboolean
keel_profile_removal_start (const char *data_dir, const char *id, GError **error)
{
  g_autofree char *profiles = g_build_filename (data_dir, "profiles", NULL);
  g_autofree char *folder = keel_data_dir_get_profile (data_dir, id);
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (PREFIX, id, "-", random, NULL);
  g_autofree char *beside = g_build_filename (profiles, name, NULL);
  g_autoptr (GError) failure = NULL;

  if (!check_folder (folder, error) || !keel_durable_rename (folder, beside, error))
    return FALSE;
  if (keel_durable_sync_folder (profiles, &failure) && remove_profile (beside, &failure))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_REMAINS, "%s", failure->message);
  return FALSE;
}

void
keel_profile_removal_finish (const char *data_dir)
{
  g_autofree char *profiles = g_build_filename (data_dir, "profiles", NULL);
  g_autoptr (GPtrArray) entries = list_entries (profiles);

  for (guint i = 0; i < entries->len; i++)
    {
      const char *path = g_ptr_array_index (entries, i);
      g_autofree char *name = g_path_get_basename (path);
      g_autoptr (GError) error = NULL;

      if (g_str_has_prefix (name, PREFIX) && !remove_profile (path, &error))
        g_warning ("What is left of a removed profile cannot be deleted: %s", error->message);
    }
}

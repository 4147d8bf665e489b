#include "keel-profile-removal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "keel-data-dir.h"
#include "keel-store-error.h"

#define PREFIX ".removed-"
#define BLOCK_BYTES (64 * 1024)

static void
set_error (const char *path, int code, GError **error)
{
  g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
}

/* The zeros have to reach the disk before the name goes, or they may never be written. What also has a name
 * elsewhere is somebody's copy: that stays as it is. A disk that refuses does not keep the file. */
static void
overwrite (int folder, const char *name)
{
  static const guint8 zeros[BLOCK_BYTES] = { 0 };
  int file = openat (folder, name, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat info;
  gssize written = 1;

  if (file < 0)
    return;
  if (fstat (file, &info) == 0 && S_ISREG (info.st_mode) && info.st_nlink == 1)
    {
      for (goffset at = 0; at < info.st_size && written > 0; at += written)
        written = pwrite (file, zeros, (gsize) MIN (info.st_size - at, BLOCK_BYTES), at);
      fsync (file);
    }
  close (file);
}

/* Who removes the same at this moment may have been here first. */
static gboolean
remove_file (int folder, const char *name)
{
  overwrite (folder, name);
  return unlinkat (folder, name, 0) == 0 || errno == ENOENT;
}

static gboolean remove_all (int folder);

static gboolean
remove_folder_in (int folder, const char *name)
{
  int inner = openat (folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  gboolean removed;

  if (inner < 0)
    return errno == ENOENT;
  removed = remove_all (inner);
  close (inner);
  return removed && (unlinkat (folder, name, AT_REMOVEDIR) == 0 || errno == ENOENT);
}

static gboolean
remove_entry (int folder, const char *name)
{
  struct stat info;

  if (fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT;
  return S_ISDIR (info.st_mode) ? remove_folder_in (folder, name) : remove_file (folder, name);
}

/* The names first: a folder that changes while it is read may tell them twice or not at all. */
static GPtrArray *
list_names (int folder)
{
  int copy = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *entries = copy >= 0 ? fdopendir (copy) : NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  struct dirent *entry;

  while (entries != NULL && (entry = readdir (entries)) != NULL)
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
      g_ptr_array_add (names, g_strdup (entry->d_name));
  if (entries != NULL)
    closedir (entries);
  else if (copy >= 0)
    close (copy);
  return names;
}

/* All that can go goes, whatever else stays. */
static gboolean
remove_all (int folder)
{
  g_autoptr (GPtrArray) names = list_names (folder);
  gboolean removed = TRUE;
  int code = 0;

  for (guint i = 0; i < names->len; i++)
    if (!remove_entry (folder, g_ptr_array_index (names, i)))
      {
        removed = FALSE;
        code = errno;
      }
  errno = code;
  return removed;
}

/* Without its keys nothing that was encrypted can be read, whatever happens next. */
static gboolean
remove_folder (const char *profiles, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (profiles, name, NULL);
  int folder = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  gboolean removed;
  int code;

  if (folder < 0 && errno == ENOENT)
    return TRUE;
  removed = folder >= 0 && remove_file (folder, "keys") && fsync (folder) == 0 && remove_all (folder);
  removed = removed && (rmdir (path) == 0 || errno == ENOENT);
  code = errno;
  if (folder >= 0)
    close (folder);
  if (!removed)
    set_error (path, code, error);
  return removed;
}

static gboolean
sync_folder (const char *path)
{
  int folder = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean synced = folder >= 0 && fsync (folder) == 0;

  if (folder >= 0)
    close (folder);
  return synced;
}

/* A link is refused: what it leads to is not where Keel may delete everything. */
static gboolean
check_folder (const char *path, GError **error)
{
  struct stat info;

  if (lstat (path, &info) != 0)
    {
      set_error (path, errno, error);
      return FALSE;
    }
  if (S_ISDIR (info.st_mode))
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

  if (!check_folder (folder, error))
    return FALSE;
  if (rename (folder, beside) != 0 || !sync_folder (profiles))
    {
      set_error (folder, errno, error);
      return FALSE;
    }
  return remove_folder (profiles, name, error);
}

void
keel_profile_removal_finish (const char *data_dir)
{
  g_autofree char *profiles = g_build_filename (data_dir, "profiles", NULL);
  g_autoptr (GDir) entries = g_dir_open (profiles, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_prefix (name, PREFIX))
      g_ptr_array_add (names, g_strdup (name));
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!remove_folder (profiles, g_ptr_array_index (names, i), &error))
        g_warning ("What is left of a removed profile cannot be deleted: %s", error->message);
    }
}

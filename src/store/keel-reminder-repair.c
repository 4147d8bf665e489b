#include "keel-reminder-repair.h"

#include "keel-durable.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME "reminders.db"
#define BROKEN NAME ".broken-"

/* The journal goes first: what was to be taken back in the old file must not be in a new one. */
static const char *const endings[] = { "-journal", "-wal", "-shm", "" };

static char *
get_path (const char *folder)
{
  return g_build_filename (folder, NAME, NULL);
}

/* A file that is there, and that SQLite can do nothing with, whoever opens it. */
static gboolean
is_out_of_reach (const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 && (!S_ISREG (info.st_mode) || access (path, R_OK) != 0);
}

static gboolean
is_useless (const char *path, const GError *failure)
{
  return g_error_matches (failure, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT) ||
         g_error_matches (failure, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FOREIGN) || is_out_of_reach (path);
}

static char *
find_free (const char *path)
{
  struct stat info;

  for (guint number = 1;; number++)
    {
      g_autofree char *free_path = g_strdup_printf ("%s.broken-%u", path, number);

      if (lstat (free_path, &info) != 0)
        return g_steal_pointer (&free_path);
    }
}

static gboolean
rename_all (const char *folder, const char *path, GError **error)
{
  g_autofree char *to = find_free (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *old_name = g_strconcat (path, endings[i], NULL);
      g_autofree char *new_name = g_strconcat (to, endings[i], NULL);
      struct stat info;

      if (lstat (old_name, &info) == 0 && !keel_durable_rename (old_name, new_name, error))
        return FALSE;
    }
  g_warning ("%s could not be used: it is kept as %s, and a new one is made", path, to);
  return keel_durable_sync_folder (folder, error);
}

/* Two may have found the same file damaged: what the first has made since is not moved by the second. The
 * folder itself is locked by who protects. */
static gboolean
move_aside (const char *folder, const struct stat *seen, GError **error)
{
  g_autofree char *path = get_path (folder);
  g_autofree char *wake = g_build_filename (folder, "wake", NULL);
  int lock = open (wake, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  gboolean success = TRUE;
  struct stat info;

  if (lock < 0 || flock (lock, LOCK_EX) != 0)
    {
      g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (errno), "%s: %s", folder,
                   g_strerror (errno));
      success = FALSE;
    }
  else if (lstat (path, &info) == 0 && info.st_dev == seen->st_dev && info.st_ino == seen->st_ino)
    success = rename_all (folder, path, error);
  if (lock >= 0)
    close (lock);
  return success;
}

KeelReminderFile *
keel_reminder_repair_open (const char *folder, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) failure = NULL;
  KeelReminderFile *file;
  struct stat seen;

  g_return_val_if_fail (folder != NULL, NULL);

  path = get_path (folder);
  if (lstat (path, &seen) != 0)
    memset (&seen, 0, sizeof seen);
  file = keel_reminder_file_open (folder, &failure);
  if (file == NULL && is_useless (path, failure))
    {
      g_clear_error (&failure);
      if (move_aside (folder, &seen, &failure))
        file = keel_reminder_file_open (folder, &failure);
    }
  if (file == NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&failure), "%s: ", path);
  return file;
}

KeelReminderFile *
keel_reminder_repair_renew (const char *folder, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (KeelReminderFile) file = NULL;
  struct stat seen;

  g_return_val_if_fail (folder != NULL, NULL);

  path = get_path (folder);
  if (lstat (path, &seen) == 0)
    {
      file = keel_reminder_repair_open (folder, error);
      if (file == NULL || !keel_reminder_file_is_damaged (file))
        return g_steal_pointer (&file);
      if (!move_aside (folder, &seen, error))
        return NULL;
    }
  return keel_reminder_repair_open (folder, error);
}

gboolean
keel_reminder_repair_shred (const char *folder, GError **error)
{
  g_autoptr (GDir) entries = NULL;
  gboolean success = TRUE;
  const char *name;

  g_return_val_if_fail (folder != NULL, FALSE);

  entries = g_dir_open (folder, 0, NULL);
  while (success && entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, BROKEN) && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        success = keel_durable_shred (path, error);
    }
  return success;
}

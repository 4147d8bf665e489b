#include "keel-durable.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define BLOCK_BYTES (64 * 1024)

static KeelDurableStep watching;

static gboolean
set_error (GError **error, const char *path, int code)
{
  g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
  return FALSE;
}

/* FALSE with errno where a test has the step fail. */
static gboolean
step (const char *name, const char *path)
{
  int code = watching != NULL ? watching (name, path) : 0;

  errno = code;
  return code == 0;
}

/* FALSE with errno, as below. */
static gboolean
write_all (int file, const guint8 *bytes, gsize length)
{
  while (length > 0)
    {
      gssize written = write (file, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      bytes += written;
      length -= (gsize) written;
    }
  return TRUE;
}

static gboolean
sync_and_close (int file, gboolean success)
{
  int code;

  success = success && fsync (file) == 0;
  code = errno;
  if (close (file) != 0 && success)
    {
      success = FALSE;
      code = errno;
    }
  errno = code;
  return success;
}

/* Whoever replaces the same file at the same moment waits here; then the name may belong to nobody any more,
 * or to a third. -1 with errno. */
static int
open_alone (const char *path)
{
  for (;;)
    {
      int file = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
      struct stat opened;
      struct stat named;

      if (file < 0 || flock (file, LOCK_EX) != 0 || fstat (file, &opened) != 0)
        return file;
      if (lstat (path, &named) == 0 && named.st_dev == opened.st_dev && named.st_ino == opened.st_ino)
        return file;
      close (file);
    }
}

static gboolean
write_beside (int file, const char *path, const void *bytes, gsize length, GError **error)
{
  if (file >= 0 && ftruncate (file, 0) == 0 && write_all (file, bytes, length) && fsync (file) == 0)
    return TRUE;
  return set_error (error, path, errno);
}

static gboolean
write_zeros (int file, gint64 length)
{
  g_autofree guint8 *zeros = g_malloc0 (BLOCK_BYTES);

  for (gint64 done = 0; done < length; done += BLOCK_BYTES)
    {
      if (!write_all (file, zeros, (gsize) MIN (length - done, BLOCK_BYTES)))
        return FALSE;
    }
  return TRUE;
}

gboolean
keel_durable_replace (const char *path, const void *bytes, gsize length, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".new", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  int file = step ("write", beside) ? open_alone (beside) : -1;
  gboolean replaced = write_beside (file, path, bytes, length, error) &&
                      keel_durable_rename (beside, path, error);

  if (!replaced && file >= 0)
    g_unlink (beside);
  /* What stood in it is on the disk already; to close it lets the next one in. */
  if (file >= 0)
    close (file);
  return replaced && keel_durable_sync_folder (folder, error);
}

gboolean
keel_durable_rename (const char *from, const char *to, GError **error)
{
  if (step ("rename", from) && g_rename (from, to) == 0)
    return TRUE;
  return set_error (error, from, errno);
}

gboolean
keel_durable_remove (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  if (step ("remove", path) && (g_unlink (path) == 0 || errno == ENOENT))
    return TRUE;
  return set_error (error, path, errno);
}

gboolean
keel_durable_sync_file (const char *path, GError **error)
{
  int file = -1;

  if (step ("sync", path))
    file = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  if (file >= 0 && sync_and_close (file, TRUE))
    return TRUE;
  return set_error (error, path, errno);
}

gboolean
keel_durable_sync_folder (const char *folder, GError **error)
{
  int file = -1;

  if (step ("sync-folder", folder))
    file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (file >= 0 && sync_and_close (file, TRUE))
    return TRUE;
  return set_error (error, folder, errno);
}

gboolean
keel_durable_overwrite (const char *path, GError **error)
{
  struct stat info;
  int file;

  if (lstat (path, &info) != 0)
    return errno == ENOENT || set_error (error, path, errno);
  if (!S_ISREG (info.st_mode) || info.st_nlink > 1 || info.st_size == 0)
    return TRUE;
  file = step ("overwrite", path) ? g_open (path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0) : -1;
  if (file >= 0 && sync_and_close (file, write_zeros (file, info.st_size)))
    return TRUE;
  return set_error (error, path, errno);
}

gboolean
keel_durable_shred (const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;

  /* A disk that writes each change to a new place may have no room left for zeros. Keeping the file would not
   * make any. */
  if (!keel_durable_overwrite (path, &failure) &&
      !g_error_matches (failure, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FULL))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return keel_durable_remove (path, error);
}

void
keel_durable_watch (KeelDurableStep watch)
{
  watching = watch;
}

#include "keel-profile-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>

#include "keel-protection.h"
#include "keel-store-error.h"

#define WAIT_US (20 * 1000)
#define MOST_WAITS (5 * G_USEC_PER_SEC / WAIT_US)

/* -1 with @error. Never deleted but with its folder: whoever waits for it must wait for the same file. */
static int
open_file (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  int descriptor = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (descriptor < 0)
    g_set_error (error, KEEL_STORE_ERROR,
                 errno == ENOENT ? KEEL_STORE_ERROR_NOT_FOUND : keel_store_error_from_errno (errno), "%s: %s",
                 path, g_strerror (errno));
  return descriptor;
}

/* FALSE: somebody else has it in a way that does not go with @operation; *failed where the system refused. */
static gboolean
try_lock (int descriptor, int operation, gboolean *failed)
{
  int result;

  do
    result = flock (descriptor, operation | LOCK_NB);
  while (result != 0 && errno == EINTR);
  *failed = result != 0 && errno != EWOULDBLOCK;
  return result == 0;
}

/* FALSE where the folder was removed while this waited; another may have its name by now. */
static gboolean
is_there (int descriptor, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  struct stat mine;
  struct stat current;

  return fstat (descriptor, &mine) == 0 && lstat (path, &current) == 0 && mine.st_dev == current.st_dev &&
         mine.st_ino == current.st_ino;
}

static int
lock (const char *folder, int operation, guint waits, KeelStoreError code, GError **error)
{
  int descriptor = open_file (folder, error);
  gboolean failed = FALSE;
  gboolean gone = FALSE;

  for (guint i = 0; descriptor >= 0; i++)
    {
      if (try_lock (descriptor, operation, &failed))
        {
          if (is_there (descriptor, folder))
            return descriptor;
          gone = TRUE;
          break;
        }
      if (failed || i >= waits)
        break;
      g_usleep (WAIT_US);
    }
  if (descriptor < 0)
    return -1;
  if (failed)
    g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (errno), "%s: %s", folder,
                 g_strerror (errno));
  else if (gone)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "%s was removed", folder);
  else
    g_set_error (error, KEEL_STORE_ERROR, code, "%s is locked by another program", folder);
  close (descriptor);
  return -1;
}

int
keel_profile_lock_alone (const char *folder, GError **error)
{
  g_return_val_if_fail (folder != NULL, -1);

  return lock (folder, LOCK_EX, 0, KEEL_STORE_ERROR_IN_USE, error);
}

/* Under a shared lock nobody protects or unprotects: what is interrupted then was left by somebody who is
 * gone. */
int
keel_profile_lock_share (const char *folder, GError **error)
{
  int descriptor;

  g_return_val_if_fail (folder != NULL, -1);

  descriptor = lock (folder, LOCK_SH, MOST_WAITS, KEEL_STORE_ERROR_BUSY, error);
  while (descriptor >= 0 && keel_protection_is_interrupted (folder))
    {
      gboolean settled;

      close (descriptor);
      descriptor = lock (folder, LOCK_EX, MOST_WAITS, KEEL_STORE_ERROR_BUSY, error);
      if (descriptor < 0)
        break;
      settled = keel_protection_settle (folder, error);
      close (descriptor);
      if (!settled)
        return -1;
      descriptor = lock (folder, LOCK_SH, MOST_WAITS, KEEL_STORE_ERROR_BUSY, error);
    }
  return descriptor;
}

void
keel_profile_lock_release (int descriptor)
{
  close (descriptor);
}

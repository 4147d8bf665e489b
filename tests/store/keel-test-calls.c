#include "keel-test-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static KeelCallWatch watching;

/* The same as those of the C library, for the linker; its headers may give them other names. */
ssize_t keel_write (int file, const void *bytes, size_t length) __asm__("write");
ssize_t keel_pwrite (int file, const void *bytes, size_t length, gint64 offset) __asm__("pwrite64");
int keel_ftruncate (int file, gint64 size) __asm__("ftruncate64");
int keel_fsync (int file) __asm__("fsync");
int keel_fdatasync (int file) __asm__("fdatasync");
int keel_unlink (const char *path) __asm__("unlink");
int keel_rename (const char *from, const char *to) __asm__("rename");

/* FALSE with errno. */
static gboolean
may (KeelCall call)
{
  int code = watching != NULL ? watching (&call) : 0;

  if (code == 0)
    return TRUE;
  errno = code;
  return FALSE;
}

ssize_t
keel_write (int file, const void *bytes, size_t length)
{
  gint64 offset = watching != NULL ? lseek (file, 0, SEEK_CUR) : 0;
  KeelCall call = { KEEL_CALL_WRITE, .file = file, .bytes = bytes, .length = length, .offset = offset };

  return may (call) ? syscall (SYS_write, file, bytes, length) : -1;
}

ssize_t
keel_pwrite (int file, const void *bytes, size_t length, gint64 offset)
{
  KeelCall call = { KEEL_CALL_WRITE, .file = file, .bytes = bytes, .length = length, .offset = offset };

  return may (call) ? syscall (SYS_pwrite64, file, bytes, length, offset) : -1;
}

int
keel_ftruncate (int file, gint64 size)
{
  return may ((KeelCall){ KEEL_CALL_TRUNCATE, .file = file, .offset = size })
             ? (int) syscall (SYS_ftruncate, file, size)
             : -1;
}

int
keel_fsync (int file)
{
  return may ((KeelCall){ KEEL_CALL_SYNC, .file = file }) ? 0 : -1;
}

int
keel_fdatasync (int file)
{
  return keel_fsync (file);
}

int
keel_unlink (const char *path)
{
  return may ((KeelCall){ KEEL_CALL_UNLINK, .path = path }) ? unlinkat (AT_FDCWD, path, 0) : -1;
}

int
keel_rename (const char *from, const char *to)
{
  return may ((KeelCall){ KEEL_CALL_RENAME, .path = from, .to = to })
             ? renameat (AT_FDCWD, from, AT_FDCWD, to)
             : -1;
}

void
keel_test_calls_watch (KeelCallWatch watch)
{
  watching = watch;
}

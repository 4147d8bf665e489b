#include "keel-test-disk.h"

#include <string.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#define SECTOR 512

typedef enum
{
  DATABASE,
  JOURNAL,
  N_NAMES,
} Name;

typedef enum
{
  EVENT_CREATE,
  EVENT_WRITE,
  EVENT_TRUNCATE,
  EVENT_SYNC,
  EVENT_DELETE,
  EVENT_SYNC_FOLDER,
} EventKind;

typedef struct
{
  EventKind kind;
  Name name;
  gint64 offset;
  GBytes *bytes;
} Event;

typedef struct
{
  sqlite3_file base;
  sqlite3_file *lower;
  int name;        /* -1: not recorded */
  gboolean synced; /* the first sync makes its name safe, too */
} DiskFile;

static sqlite3_vfs *lower_vfs;
static sqlite3_vfs disk_vfs;
static GPtrArray *events;
static char *recorded[N_NAMES];

static guint fail_after;
static gboolean fail_for_ever;
static gboolean has_failed;

static void
free_event (gpointer data)
{
  Event *event = data;

  g_clear_pointer (&event->bytes, g_bytes_unref);
  g_free (event);
}

static void
add_event (EventKind kind, int name, gint64 offset, const void *data, gsize length)
{
  Event *event;

  if (name < 0 || events == NULL)
    return;
  event = g_new0 (Event, 1);
  event->kind = kind;
  event->name = (Name) name;
  event->offset = offset;
  event->bytes = data ? g_bytes_new (data, length) : NULL;
  g_ptr_array_add (events, event);
}

static int
find_name (const char *path)
{
  for (int i = 0; path && i < N_NAMES; i++)
    {
      if (g_strcmp0 (path, recorded[i]) == 0)
        return i;
    }
  return -1;
}

static gboolean
fails (void)
{
  if (fail_after == 0 || --fail_after > 0)
    return FALSE;
  if (fail_for_ever)
    fail_after = 1;
  has_failed = TRUE;
  return TRUE;
}

static int
close_cb (sqlite3_file *file)
{
  DiskFile *self = (DiskFile *) file;

  return self->lower->pMethods->xClose (self->lower);
}

static int
read_cb (sqlite3_file *file, void *data, int amount, sqlite3_int64 offset)
{
  DiskFile *self = (DiskFile *) file;

  return fails () ? SQLITE_IOERR_READ : self->lower->pMethods->xRead (self->lower, data, amount, offset);
}

/* The first half of a write that fails has reached the file, in whole sectors. */
static int
write_cb (sqlite3_file *file, const void *data, int amount, sqlite3_int64 offset)
{
  DiskFile *self = (DiskFile *) file;
  gboolean failing = fails ();
  int code;

  if (failing)
    amount = (int) MAX ((offset + amount / 2) / SECTOR * SECTOR - offset, 0);
  add_event (EVENT_WRITE, self->name, offset, data, (gsize) amount);
  code = self->lower->pMethods->xWrite (self->lower, data, amount, offset);
  return failing ? SQLITE_IOERR_WRITE : code;
}

static int
truncate_cb (sqlite3_file *file, sqlite3_int64 size)
{
  DiskFile *self = (DiskFile *) file;

  if (fails ())
    return SQLITE_IOERR_TRUNCATE;
  add_event (EVENT_TRUNCATE, self->name, size, NULL, 0);
  return self->lower->pMethods->xTruncate (self->lower, size);
}

/* The real disk need not be as safe as the recorded one. */
static int
sync_cb (sqlite3_file *file, int flags)
{
  DiskFile *self = (DiskFile *) file;

  if (fails ())
    return SQLITE_IOERR_FSYNC;
  add_event (EVENT_SYNC, self->name, 0, NULL, 0);
  if (!self->synced && self->name == JOURNAL)
    add_event (EVENT_SYNC_FOLDER, self->name, 0, NULL, 0);
  self->synced = TRUE;
  return SQLITE_OK;
}

static int
file_size_cb (sqlite3_file *file, sqlite3_int64 *size)
{
  DiskFile *self = (DiskFile *) file;

  return fails () ? SQLITE_IOERR_FSTAT : self->lower->pMethods->xFileSize (self->lower, size);
}

static int
lock_cb (sqlite3_file *file, int level)
{
  DiskFile *self = (DiskFile *) file;

  return fails () ? SQLITE_IOERR_LOCK : self->lower->pMethods->xLock (self->lower, level);
}

static int
unlock_cb (sqlite3_file *file, int level)
{
  DiskFile *self = (DiskFile *) file;

  return self->lower->pMethods->xUnlock (self->lower, level);
}

static int
check_reserved_lock_cb (sqlite3_file *file, int *held)
{
  DiskFile *self = (DiskFile *) file;

  return fails () ? SQLITE_IOERR_CHECKRESERVEDLOCK
                  : self->lower->pMethods->xCheckReservedLock (self->lower, held);
}

static int
file_control_cb (sqlite3_file *file, int operation, void *argument)
{
  DiskFile *self = (DiskFile *) file;

  return self->lower->pMethods->xFileControl (self->lower, operation, argument);
}

static int
sector_size_cb (sqlite3_file *file)
{
  DiskFile *self = (DiskFile *) file;

  return self->lower->pMethods->xSectorSize (self->lower);
}

static int
device_characteristics_cb (sqlite3_file *file)
{
  DiskFile *self = (DiskFile *) file;

  return self->lower->pMethods->xDeviceCharacteristics (self->lower);
}

static const sqlite3_io_methods disk_methods = {
  .iVersion = 1,
  .xClose = close_cb,
  .xRead = read_cb,
  .xWrite = write_cb,
  .xTruncate = truncate_cb,
  .xSync = sync_cb,
  .xFileSize = file_size_cb,
  .xLock = lock_cb,
  .xUnlock = unlock_cb,
  .xCheckReservedLock = check_reserved_lock_cb,
  .xFileControl = file_control_cb,
  .xSectorSize = sector_size_cb,
  .xDeviceCharacteristics = device_characteristics_cb,
};

static int
open_cb (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  DiskFile *self = (DiskFile *) file;
  gboolean is_new = name && !g_file_test (name, G_FILE_TEST_EXISTS);
  int code;

  memset (self, 0, sizeof *self);
  self->lower = (sqlite3_file *) &self[1];
  self->name = find_name (name);
  if (fails ())
    return SQLITE_CANTOPEN;
  code = lower_vfs->xOpen (lower_vfs, name, self->lower, flags, out_flags);
  if (code != SQLITE_OK)
    return code;
  if (is_new)
    add_event (EVENT_CREATE, self->name, 0, NULL, 0);
  self->base.pMethods = &disk_methods;
  return SQLITE_OK;
}

static int
delete_cb (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  int code;

  if (fails ())
    return SQLITE_IOERR_DELETE;
  code = lower_vfs->xDelete (lower_vfs, name, FALSE);
  if (code == SQLITE_OK)
    add_event (EVENT_DELETE, find_name (name), 0, NULL, 0);
  if (code == SQLITE_OK && sync_folder)
    add_event (EVENT_SYNC_FOLDER, find_name (name), 0, NULL, 0);
  return code;
}

static int
access_cb (sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
  return fails () ? SQLITE_IOERR_ACCESS : lower_vfs->xAccess (lower_vfs, name, flags, result);
}

static int
full_pathname_cb (sqlite3_vfs *vfs, const char *name, int size, char *path)
{
  return lower_vfs->xFullPathname (lower_vfs, name, size, path);
}

void
keel_test_disk_register (void)
{
  lower_vfs = sqlite3_vfs_find ("unix");
  g_assert_nonnull (lower_vfs);
  disk_vfs = *lower_vfs;
  disk_vfs.iVersion = 1;
  disk_vfs.szOsFile = (int) sizeof (DiskFile) + lower_vfs->szOsFile;
  disk_vfs.pNext = NULL;
  disk_vfs.xOpen = open_cb;
  disk_vfs.xDelete = delete_cb;
  disk_vfs.xAccess = access_cb;
  disk_vfs.xFullPathname = full_pathname_cb;
  g_assert_cmpint (sqlite3_vfs_unregister (lower_vfs), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_vfs_register (&disk_vfs, TRUE), ==, SQLITE_OK);
}

void
keel_test_disk_record (const char *path)
{
  keel_test_disk_stop ();
  events = g_ptr_array_new_with_free_func (free_event);
  recorded[DATABASE] = g_strdup (path);
  recorded[JOURNAL] = g_strconcat (path, "-journal", NULL);
}

void
keel_test_disk_stop (void)
{
  g_clear_pointer (&events, g_ptr_array_unref);
  for (guint i = 0; i < N_NAMES; i++)
    g_clear_pointer (&recorded[i], g_free);
}

guint
keel_test_disk_get_time (void)
{
  return events->len;
}

/* One file on the disk after a power cut, and what had been asked of it since it was last made safe. Names
 * are safe or not apart from contents: a file that was deleted may be back. */
typedef struct
{
  GByteArray *safe;
  GPtrArray *pending; /* of Event, not owned */
  gboolean name_safe;
  gboolean named;
} Content;

static void
clear_content (Content *content)
{
  g_clear_pointer (&content->safe, g_byte_array_unref);
  g_clear_pointer (&content->pending, g_ptr_array_unref);
}

static void
empty_content (Content *content)
{
  clear_content (content);
  content->safe = g_byte_array_new ();
  content->pending = g_ptr_array_new ();
}

static void
set_size (GByteArray *bytes, gsize size)
{
  gsize old = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (size > old)
    memset (bytes->data + old, 0, size - old);
}

static void
put (GByteArray *bytes, gsize offset, const guint8 *data, gsize length)
{
  if (bytes->len < offset + length)
    set_size (bytes, offset + length);
  memcpy (bytes->data + offset, data, length);
}

static void
apply (GByteArray *bytes, const Event *event)
{
  gsize length = 0;
  const guint8 *data = event->bytes ? g_bytes_get_data (event->bytes, &length) : NULL;

  if (event->kind == EVENT_TRUNCATE)
    set_size (bytes, (gsize) event->offset);
  else
    put (bytes, (gsize) event->offset, data, length);
}

/* The sectors of a write, each by chance. */
static void
apply_torn (GByteArray *bytes, const Event *event, GRand *random)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (event->bytes, &length);
  gsize start = 0;

  while (start < length)
    {
      gsize end = MIN (length, start + SECTOR - ((gsize) event->offset + start) % SECTOR);

      if (g_rand_boolean (random))
        put (bytes, (gsize) event->offset + start, data + start, end - start);
      start = end;
    }
}

static void
settle (Content *content)
{
  for (guint i = 0; i < content->pending->len; i++)
    apply (content->safe, content->pending->pdata[i]);
  g_ptr_array_set_size (content->pending, 0);
}

static void
settle_by_chance (Content *content, GRand *random)
{
  int mood = g_rand_int_range (random, 0, 4); /* nothing, everything, or each by chance */

  for (guint i = 0; i < content->pending->len && mood > 0; i++)
    {
      const Event *event = content->pending->pdata[i];
      int fate = mood == 1 ? 0 : g_rand_int_range (random, 0, 3);

      if (fate == 0)
        apply (content->safe, event);
      else if (fate == 1 && event->kind == EVENT_WRITE)
        apply_torn (content->safe, event, random);
    }
}

/* @deleted is the journal before the present one, whose name may still be there. */
static void
play (Content *contents, Content *deleted, const Event *event)
{
  Content *content = &contents[event->name];

  switch (event->kind)
    {
    case EVENT_CREATE:
      if (!content->name_safe)
        clear_content (deleted);
      empty_content (content);
      content->named = TRUE;
      break;
    case EVENT_WRITE:
    case EVENT_TRUNCATE:
      g_ptr_array_add (content->pending, (gpointer) event);
      break;
    case EVENT_SYNC:
      settle (content);
      break;
    case EVENT_DELETE:
      clear_content (deleted);
      if (content->name_safe)
        {
          *deleted = *content;
          *content = (Content){ .name_safe = TRUE };
        }
      else
        clear_content (content);
      content->named = FALSE;
      break;
    case EVENT_SYNC_FOLDER:
      content->name_safe = content->named;
      clear_content (deleted);
      break;
    }
}

static void
write_content (const char *path, Content *content, GRand *random)
{
  settle_by_chance (content, random);
  g_assert_true (g_file_set_contents (path, (const char *) content->safe->data, content->safe->len, NULL));
}

/* Each name is as it was made safe or as it was last. */
static void
write_journal (const char *path, Content *content, Content *deleted, GRand *random)
{
  gboolean latest = g_rand_boolean (random);

  g_unlink (path);
  if (content->safe && (content->named && (latest || (content->name_safe && !deleted->safe))))
    write_content (path, content, random);
  else if (deleted->safe && content->name_safe)
    write_content (path, deleted, random);
}

void
keel_test_disk_cut_power (const char *path, guint time, GRand *random)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  Content contents[N_NAMES] = { { .named = TRUE, .name_safe = TRUE }, { NULL } };
  Content deleted = { NULL };

  empty_content (&contents[DATABASE]);
  for (guint i = 0; i < time && i < events->len; i++)
    play (contents, &deleted, events->pdata[i]);
  g_unlink (path);
  write_content (path, &contents[DATABASE], random);
  write_journal (journal, &contents[JOURNAL], &deleted, random);
  clear_content (&contents[DATABASE]);
  clear_content (&contents[JOURNAL]);
  clear_content (&deleted);
}

void
keel_test_disk_fail (guint n, gboolean for_ever)
{
  fail_after = n;
  fail_for_ever = for_ever;
  has_failed = FALSE;
}

gboolean
keel_test_disk_has_failed (void)
{
  return has_failed;
}

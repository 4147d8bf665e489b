#include "keel-test-power.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "keel-test-calls.h"

#define SECTOR 512

typedef struct
{
  KeelCallKind kind;
  guint64 inode; /* of WRITE, TRUNCATE, SYNC; of the folder's SYNC: its own */
  gint64 offset;
  GBytes *bytes;
  GHashTable *names; /* char * → inode: what the folder held before this */
} Event;

static char *recorded;
static guint64 recorded_inode;
static GPtrArray *events;
static GHashTable *contents; /* inode → GBytes: when recording began */
static GArray *kept;         /* descriptors: an inode's number must not be given to another file */

static void
free_event (gpointer data)
{
  Event *event = data;

  g_clear_pointer (&event->bytes, g_bytes_unref);
  g_hash_table_unref (event->names);
  g_free (event);
}

static guint64 *
copy_number (guint64 number)
{
  return g_memdup2 (&number, sizeof number);
}

static GHashTable *
read_names (void)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GDir) entries = g_dir_open (recorded, 0, NULL);
  const char *name;
  GStatBuf info;

  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (recorded, name, NULL);

      if (g_lstat (path, &info) == 0)
        g_hash_table_insert (names, g_strdup (name), copy_number (info.st_ino));
    }
  return names;
}

static void
keep (const char *path)
{
  int file = open (path, O_PATH | O_CLOEXEC);

  if (file >= 0)
    g_array_append_val (kept, file);
}

static gboolean
is_known (GHashTable *names, guint64 inode)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (*(guint64 *) value == inode)
        return TRUE;
    }
  return inode == recorded_inode;
}

static int
record_cb (const KeelCall *call)
{
  g_autoptr (GHashTable) names = read_names ();
  struct stat info = { 0 };
  Event *event;

  if (call->path != NULL)
    keep (call->to != NULL ? call->to : call->path);
  if (call->path == NULL && (fstat (call->file, &info) != 0 || !is_known (names, info.st_ino)))
    return 0;
  event = g_new0 (Event, 1);
  event->kind = call->kind;
  event->inode = info.st_ino;
  event->offset = call->offset;
  event->bytes = call->bytes != NULL ? g_bytes_new (call->bytes, call->length) : NULL;
  event->names = g_steal_pointer (&names);
  g_ptr_array_add (events, event);
  return 0;
}

static void
read_contents (void)
{
  g_autoptr (GHashTable) names = read_names ();
  GHashTableIter iter;
  gpointer name, inode;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &inode))
    {
      g_autofree char *path = g_build_filename (recorded, name, NULL);
      char *text;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_hash_table_insert (contents, copy_number (*(guint64 *) inode), g_bytes_new_take (text, length));
    }
}

void
keel_test_power_record (const char *folder)
{
  struct stat info;

  g_assert_null (recorded);
  g_assert_cmpint (stat (folder, &info), ==, 0);
  recorded = g_strdup (folder);
  recorded_inode = info.st_ino;
  events = g_ptr_array_new_with_free_func (free_event);
  contents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_bytes_unref);
  kept = g_array_new (FALSE, FALSE, sizeof (int));
  read_contents ();
  keel_test_calls_watch (record_cb);
}

guint
keel_test_power_get_time (void)
{
  return events->len;
}

/* The names at the end are those before an event that does nothing. */
void
keel_test_power_pause (void)
{
  Event *event = g_new0 (Event, 1);

  keel_test_calls_watch (NULL);
  event->kind = KEEL_CALL_UNLINK;
  event->names = read_names ();
  g_ptr_array_add (events, event);
}

void
keel_test_power_stop (void)
{
  for (guint i = 0; i < kept->len; i++)
    close (g_array_index (kept, int, i));
  g_array_unref (kept);
  g_clear_pointer (&events, g_ptr_array_unref);
  g_clear_pointer (&contents, g_hash_table_unref);
  g_clear_pointer (&recorded, g_free);
}

/* The last of the events before @time that made @inode safe; -1 for none. */
static int
find_sync (guint64 inode, guint time, gboolean deaf)
{
  for (int i = (int) time - 1; i >= 0 && !deaf; i--)
    {
      const Event *event = events->pdata[i];

      if (event->kind == KEEL_CALL_SYNC && event->inode == inode)
        return i;
    }
  return -1;
}

static void
set_size (GByteArray *file, gsize size)
{
  guint old = file->len;

  g_byte_array_set_size (file, (guint) size);
  if (size > old)
    memset (file->data + old, 0, size - old);
}

static void
put (GByteArray *file, gsize offset, const guint8 *bytes, gsize length)
{
  if (file->len < offset + length)
    set_size (file, offset + length);
  memcpy (file->data + offset, bytes, length);
}

/* @chance: each sector is written or not. */
static void
apply (GByteArray *file, const Event *event, GRand *chance)
{
  gsize length = 0;
  const guint8 *bytes = event->bytes != NULL ? g_bytes_get_data (event->bytes, &length) : NULL;
  gsize start = 0;

  if (event->kind == KEEL_CALL_TRUNCATE)
    set_size (file, (gsize) event->offset);
  while (start < length)
    {
      gsize end = MIN (length, start + SECTOR - ((gsize) event->offset + start) % SECTOR);

      if (chance == NULL || g_rand_boolean (chance))
        put (file, (gsize) event->offset + start, bytes + start, end - start);
      start = end;
    }
}

static GByteArray *
make_content (guint64 inode, guint time, gboolean deaf, GRand *random)
{
  GBytes *first = g_hash_table_lookup (contents, &inode);
  GByteArray *file = g_byte_array_new ();
  int safe = find_sync (inode, time, deaf);
  int mood = g_rand_int_range (random, 0, 4); /* nothing, everything, or each by chance */

  if (first != NULL)
    g_byte_array_append (file, g_bytes_get_data (first, NULL), (guint) g_bytes_get_size (first));
  for (guint i = 0; i < time; i++)
    {
      const Event *event = events->pdata[i];
      int fate = (int) i < safe || mood == 1 ? 0 : mood == 0 ? 3 : g_rand_int_range (random, 0, 3);

      if (event->inode != inode || fate >= 2)
        continue;
      apply (file, event, fate == 1 ? random : NULL);
    }
  return file;
}

void
keel_test_power_cut (const char *folder, guint time, gboolean deaf, GRand *random)
{
  int safe = MAX (find_sync (recorded_inode, time, deaf), 0);
  const Event *event = events->pdata[g_rand_int_range (random, safe, (gint32) time + 1)];
  GHashTableIter iter;
  gpointer name, inode;

  g_hash_table_iter_init (&iter, event->names);
  while (g_hash_table_iter_next (&iter, &name, &inode))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GByteArray) file = make_content (*(guint64 *) inode, time, deaf, random);

      g_assert_true (g_file_set_contents_full (path, (const char *) file->data, (gssize) file->len,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

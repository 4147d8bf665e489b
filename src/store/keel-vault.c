#include "keel-vault-file.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/*
 * A VFS between SQLite and its own "unix" one. SQLite sees the file that it would have written; on the disk
 * every page, in the database and in the rollback journal, is encrypted and authenticated. Sizes and places
 * are the same on both sides, so that locks, sizes and truncation pass through.
 *
 * The rules behind it, each learned from a loss:
 *  - Nothing may reach the disk that is not one of the few things known below: what is unknown is refused.
 *  - Whether the key is right is found out before SQLite has the file: it takes a journal that it does not
 *    understand for a stale one and deletes it, and with it the only way back to a whole database.
 *  - For the same reason a journal that does not authenticate is an error and never the end of the journal;
 *    and it begins with a zero byte, so that a stock SQLite that is pointed at the file leaves it alone.
 *  - Page 1 may be torn while there is a journal to mend it, so opening must not insist on it.
 */

#define LOWER "unix"

/* In checking a key: the pages that one power cut is unlikely to have torn all, and the time that another
 * process takes to write one. */
#define N_PAGES_TO_TRY 8
#define N_ATTEMPTS 5
#define ATTEMPT_US 2000

static sqlite3_vfs *lower_vfs;
static sqlite3_vfs vault_vfs;

/* What a database that this thread opens is opened with; without, as for an ATTACH that nobody allowed, it is
 * refused. */
static _Thread_local KeelVaultKey *opening_key;
static _Thread_local guint32 opening_kind;

/* The database */

/* SQLITE_IOERR_SHORT_READ: the file ends before the page begins. One that ends within it was cut off. */
static int
read_page (KeelVaultFile *self, guint32 number, guint8 *page)
{
  gint64 offset = (gint64) (number - 1) * KEEL_VAULT_PAGE_BYTES;
  sqlite3_int64 size = 0;
  int code = keel_vault_read_lower (self, self->sealed, KEEL_VAULT_PAGE_BYTES, offset);

  if (code == SQLITE_IOERR_SHORT_READ)
    {
      code = self->lower->pMethods->xFileSize (self->lower, &size);
      if (code != SQLITE_OK)
        return code;
      return size <= offset ? SQLITE_IOERR_SHORT_READ : SQLITE_IOERR_DATA;
    }
  if (code != SQLITE_OK)
    return code;
  if (!keel_vault_decrypt_page (self, KEEL_VAULT_PAGE, number, self->sealed, page))
    return SQLITE_IOERR_DATA;
  if (number == 1)
    {
      memcpy (self->start, page, KEEL_VAULT_START_BYTES);
      memcpy (self->start_seal, self->sealed + KEEL_VAULT_BODY_BYTES, KEEL_VAULT_SEAL_BYTES);
    }
  return SQLITE_OK;
}

/* Whether page 1 still has the seal that it had when its start was kept: then it begins as it did. */
static gboolean
has_same_start (KeelVaultFile *self)
{
  static const guint8 no_seal[KEEL_VAULT_SEAL_BYTES];
  guint8 seal[KEEL_VAULT_SEAL_BYTES];

  return memcmp (self->start_seal, no_seal, KEEL_VAULT_SEAL_BYTES) != 0 &&
         keel_vault_read_lower (self, seal, KEEL_VAULT_SEAL_BYTES, KEEL_VAULT_BODY_BYTES) == SQLITE_OK &&
         memcmp (self->start_seal, seal, KEEL_VAULT_SEAL_BYTES) == 0;
}

/*
 * SQLite asks for the header when it opens the file, without a lock and before it looks for a journal, so the
 * page may be half of one that a power cut or another process left. It then needs the page size alone.
 */
static int
read_start (KeelVaultFile *self, guint8 *data, int amount, int within)
{
  int code = has_same_start (self) ? SQLITE_OK : read_page (self, 1, self->page);

  sodium_memzero (self->page, KEEL_VAULT_PAGE_BYTES);
  memset (data, 0, (gsize) amount);
  if (code == SQLITE_OK)
    memcpy (data, self->start + within, (gsize) amount);
  if (code != SQLITE_IOERR_DATA || within > 0 || amount < KEEL_VAULT_CLEAR_END)
    return code;
  memcpy (data + KEEL_VAULT_CLEAR_START, keel_vault_clear_bytes, sizeof keel_vault_clear_bytes);
  return SQLITE_OK;
}

static int
read_database (KeelVaultFile *self, guint8 *data, int amount, gint64 offset)
{
  int code;

  if (amount != KEEL_VAULT_PAGE_BYTES || offset % KEEL_VAULT_PAGE_BYTES != 0)
    return offset + amount <= KEEL_VAULT_START_BYTES ? read_start (self, data, amount, (int) offset)
                                                     : SQLITE_IOERR_READ;
  code = read_page (self, (guint32) (offset / KEEL_VAULT_PAGE_BYTES + 1), data);
  if (code != SQLITE_OK)
    memset (data, 0, (gsize) amount);
  return code;
}

/* A page far behind the end would leave a hole, whose zeros authenticate as nothing. */
static int
fill_hole (KeelVaultFile *self, gint64 end)
{
  static const guint8 zeros[KEEL_VAULT_PAGE_BYTES];
  sqlite3_int64 size = 0;
  int code = self->lower->pMethods->xFileSize (self->lower, &size);

  for (gint64 offset = size - size % KEEL_VAULT_PAGE_BYTES; code == SQLITE_OK && offset < end;
       offset += KEEL_VAULT_PAGE_BYTES)
    {
      if (offset < size)
        continue;
      keel_vault_encrypt_page (self, KEEL_VAULT_PAGE, (guint32) (offset / KEEL_VAULT_PAGE_BYTES + 1), zeros,
                               self->sealed);
      code = keel_vault_write_lower (self, self->sealed, KEEL_VAULT_PAGE_BYTES, offset);
    }
  return code;
}

static int
write_database (KeelVaultFile *self, const guint8 *data, int amount, gint64 offset)
{
  int code;

  if (amount != KEEL_VAULT_PAGE_BYTES || offset % KEEL_VAULT_PAGE_BYTES != 0)
    return SQLITE_IOERR_WRITE;
  /* No other page size, no write-ahead log, no page without room for a seal. */
  if (offset == 0 &&
      memcmp (data + KEEL_VAULT_CLEAR_START, keel_vault_clear_bytes, sizeof keel_vault_clear_bytes) != 0)
    return SQLITE_IOERR_WRITE;
  code = fill_hole (self, offset);
  if (code != SQLITE_OK)
    return code;
  keel_vault_encrypt_page (self, KEEL_VAULT_PAGE, (guint32) (offset / KEEL_VAULT_PAGE_BYTES + 1), data,
                           self->sealed);
  return keel_vault_write_lower (self, self->sealed, KEEL_VAULT_PAGE_BYTES, offset);
}

/* Methods of a file */

static int
close_cb (sqlite3_file *file)
{
  KeelVaultFile *self = (KeelVaultFile *) file;
  int code = self->lower->pMethods->xClose (self->lower);

  g_clear_pointer (&self->key, keel_vault_key_unref);
  return code;
}

static int
read_cb (sqlite3_file *file, void *data, int amount, sqlite3_int64 offset)
{
  KeelVaultFile *self = (KeelVaultFile *) file;

  return self->is_journal ? keel_vault_journal_read (self, data, amount, offset)
                          : read_database (self, data, amount, offset);
}

static int
write_cb (sqlite3_file *file, const void *data, int amount, sqlite3_int64 offset)
{
  KeelVaultFile *self = (KeelVaultFile *) file;

  return self->is_journal ? keel_vault_journal_write (self, data, amount, offset)
                          : write_database (self, data, amount, offset);
}

static int
truncate_cb (sqlite3_file *file, sqlite3_int64 size)
{
  KeelVaultFile *self = (KeelVaultFile *) file;

  if (self->is_journal && size == 0)
    keel_vault_journal_begin (self);
  return self->lower->pMethods->xTruncate (self->lower, size);
}

static int
sync_cb (sqlite3_file *file, int flags)
{
  KeelVaultFile *self = (KeelVaultFile *) file;

  return self->lower->pMethods->xSync (self->lower, flags);
}

static int
file_size_cb (sqlite3_file *file, sqlite3_int64 *size)
{
  KeelVaultFile *self = (KeelVaultFile *) file;

  return self->lower->pMethods->xFileSize (self->lower, size);
}

static int
lock_cb (sqlite3_file *file, int level)
{
  KeelVaultFile *self = (KeelVaultFile *) file;

  return self->lower->pMethods->xLock (self->lower, level);
}

static int
unlock_cb (sqlite3_file *file, int level)
{
  KeelVaultFile *self = (KeelVaultFile *) file;

  return self->lower->pMethods->xUnlock (self->lower, level);
}

static int
check_reserved_lock_cb (sqlite3_file *file, int *held)
{
  KeelVaultFile *self = (KeelVaultFile *) file;

  return self->lower->pMethods->xCheckReservedLock (self->lower, held);
}

static int
file_control_cb (sqlite3_file *file, int operation, void *argument)
{
  KeelVaultFile *self = (KeelVaultFile *) file;

  /* Others would show SQLite what is on the disk (MMAP_SIZE) or leave pages of zeros, which authenticate as
   * nothing (SIZE_HINT, CHUNK_SIZE). */
  if (operation != SQLITE_FCNTL_LAST_ERRNO && operation != SQLITE_FCNTL_HAS_MOVED)
    return SQLITE_NOTFOUND;
  return self->lower->pMethods->xFileControl (self->lower, operation, argument);
}

static int
sector_size_cb (sqlite3_file *file)
{
  return KEEL_VAULT_SECTOR_BYTES;
}

/* None: not parts of pages (SUBPAGE_READ), not whole ones without a journal (ATOMIC), no guesses about a torn
 * journal (SAFE_APPEND), and headers of KEEL_VAULT_SECTOR_BYTES (without POWERSAFE_OVERWRITE). */
static int
device_characteristics_cb (sqlite3_file *file)
{
  return 0;
}

/* Version 1: without shared memory there is no write-ahead log, without fetching no memory map. */
static const sqlite3_io_methods vault_methods = {
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

/* Methods of the VFS */

/* Whether the journal beside the database begins with a header of this key. */
static int
check_journal (KeelVaultFile *self, const char *name, gboolean *known)
{
  const char *journal_name = sqlite3_filename_journal (name);
  sqlite3_file *journal = NULL;
  KeelVaultHeader header;
  int exists = 0;
  int code = lower_vfs->xAccess (lower_vfs, journal_name, SQLITE_ACCESS_EXISTS, &exists);

  if (code != SQLITE_OK || !exists)
    return code;
  journal = sqlite3_malloc (lower_vfs->szOsFile);
  if (journal == NULL)
    return SQLITE_NOMEM;
  memset (journal, 0, (gsize) lower_vfs->szOsFile);
  /* It may be gone by now. */
  code = lower_vfs->xOpen (lower_vfs, journal_name, journal, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_JOURNAL,
                           NULL);
  if (code == SQLITE_OK)
    {
      code = journal->pMethods->xRead (journal, self->sealed, KEEL_VAULT_SEALED_HEADER_BYTES, 0);
      *known = code == SQLITE_OK && keel_vault_journal_unseal_header (self, self->sealed, 0, &header);
      journal->pMethods->xClose (journal);
    }
  sqlite3_free (journal);
  return code == SQLITE_IOERR_SHORT_READ || code == SQLITE_CANTOPEN ? SQLITE_OK : code;
}

/* Any page will do: which of them are damaged, SQLite will find out. */
static int
check_pages (KeelVaultFile *self, gint64 size, gboolean *known)
{
  int code = SQLITE_OK;

  for (guint32 number = 1; number <= N_PAGES_TO_TRY && number <= size / KEEL_VAULT_PAGE_BYTES; number++)
    {
      code = read_page (self, number, self->page);
      sodium_memzero (self->page, KEEL_VAULT_PAGE_BYTES);
      *known = code == SQLITE_OK;
      if (code != SQLITE_IOERR_DATA && code != SQLITE_IOERR_SHORT_READ)
        return code;
    }
  return SQLITE_OK;
}

/* Several times, because another process may be writing: then page 1 can be half written, and the journal
 * that would tell be gone a moment later. */
static int
check_key (KeelVaultFile *self, const char *name)
{
  gboolean known = FALSE;
  int code = SQLITE_OK;

  for (guint attempt = 0; attempt < N_ATTEMPTS; attempt++)
    {
      sqlite3_int64 size = 0;

      code = self->lower->pMethods->xFileSize (self->lower, &size);
      if (code != SQLITE_OK || size == 0)
        return code;
      code = check_pages (self, size, &known);
      if (code == SQLITE_OK && !known)
        code = check_journal (self, name, &known);
      if (code != SQLITE_OK || known)
        return code;
      g_usleep (ATTEMPT_US);
    }
  return SQLITE_NOTADB;
}

static int
open_cb (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  KeelVaultFile *self = (KeelVaultFile *) file;
  KeelVaultFile *database = NULL;
  int code;

  memset (self, 0, sizeof *self);
  self->is_journal = (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0;
  if (self->is_journal)
    database = (KeelVaultFile *) sqlite3_database_file_object (name);
  self->key = database ? database->key : opening_key;
  self->kind = database ? database->kind : opening_kind;
  if ((flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL)) == 0 || name == NULL || self->key == NULL)
    return SQLITE_CANTOPEN;

  keel_vault_journal_begin (self);
  self->lower = (sqlite3_file *) &self[1];
  code = lower_vfs->xOpen (lower_vfs, name, self->lower, flags, out_flags);
  if (code != SQLITE_OK)
    return code;
  code = self->is_journal ? SQLITE_OK : check_key (self, name);
  if (code != SQLITE_OK)
    {
      self->lower->pMethods->xClose (self->lower);
      return code;
    }
  keel_vault_key_ref (self->key);
  self->base.pMethods = &vault_methods;
  return SQLITE_OK;
}

static int
delete_cb (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  return lower_vfs->xDelete (lower_vfs, name, sync_folder);
}

static int
access_cb (sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
  return lower_vfs->xAccess (lower_vfs, name, flags, result);
}

static int
full_pathname_cb (sqlite3_vfs *vfs, const char *name, int size, char *path)
{
  return lower_vfs->xFullPathname (lower_vfs, name, size, path);
}

static int
randomness_cb (sqlite3_vfs *vfs, int length, char *bytes)
{
  return lower_vfs->xRandomness (lower_vfs, length, bytes);
}

static int
sleep_cb (sqlite3_vfs *vfs, int microseconds)
{
  return lower_vfs->xSleep (lower_vfs, microseconds);
}

static int
current_time_cb (sqlite3_vfs *vfs, double *time)
{
  return lower_vfs->xCurrentTime (lower_vfs, time);
}

static int
get_last_error_cb (sqlite3_vfs *vfs, int length, char *text)
{
  return lower_vfs->xGetLastError (lower_vfs, length, text);
}

static gpointer
register_cb (gpointer data)
{
  lower_vfs = sqlite3_vfs_find (LOWER);
  if (lower_vfs == NULL || sodium_init () < 0)
    return GINT_TO_POINTER (FALSE);
  vault_vfs = (sqlite3_vfs){
    .iVersion = 1,
    .szOsFile = (int) sizeof (KeelVaultFile) + lower_vfs->szOsFile,
    .mxPathname = lower_vfs->mxPathname,
    .zName = KEEL_VAULT_VFS,
    .xOpen = open_cb,
    .xDelete = delete_cb,
    .xAccess = access_cb,
    .xFullPathname = full_pathname_cb,
    .xRandomness = randomness_cb,
    .xSleep = sleep_cb,
    .xCurrentTime = current_time_cb,
    .xGetLastError = get_last_error_cb,
  };
  return GINT_TO_POINTER (sqlite3_vfs_register (&vault_vfs, FALSE) == SQLITE_OK);
}

int
keel_vault_allow (KeelVaultKey *key, guint32 kind)
{
  static GOnce registered = G_ONCE_INIT;

  g_return_val_if_fail (key != NULL, SQLITE_MISUSE);

  if (!GPOINTER_TO_INT (g_once (&registered, register_cb, NULL)))
    return SQLITE_NOMEM;
  opening_key = key;
  opening_kind = kind;
  return SQLITE_OK;
}

void
keel_vault_forbid (void)
{
  opening_key = NULL;
}

int
keel_vault_open (const char *path, KeelVaultKey *key, guint32 kind, sqlite3 **handle)
{
  int reserved = KEEL_VAULT_SEAL_BYTES;
  int code;

  g_return_val_if_fail (path != NULL && key != NULL, SQLITE_MISUSE);

  *handle = NULL;
  code = keel_vault_allow (key, kind);
  if (code != SQLITE_OK)
    return code;
  code = sqlite3_open_v2 (path, handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI,
                          KEEL_VAULT_VFS);
  keel_vault_forbid ();
  if (code == SQLITE_OK)
    code = sqlite3_file_control (*handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
  return code;
}

gboolean
keel_vault_is_sealed (const char *path)
{
  static const char plain[] = "SQLite format 3";
  guint8 start[KEEL_VAULT_CLEAR_END];
  int file = open (path, O_RDONLY | O_CLOEXEC);
  gboolean read_all;

  if (file < 0)
    return FALSE;
  read_all = read (file, start, sizeof start) == sizeof start;
  close (file);
  return read_all && memcmp (start, plain, sizeof plain) != 0 &&
         memcmp (start + KEEL_VAULT_CLEAR_START, keel_vault_clear_bytes, sizeof keel_vault_clear_bytes) == 0;
}

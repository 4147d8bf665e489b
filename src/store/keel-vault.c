#include "keel-vault.h"

#include <string.h>

#include <sodium.h>

/*
 * A VFS between SQLite and its own "unix" one. SQLite sees the file that it would have written; on the disk every
 * page, in the database and in the rollback journal, is encrypted and authenticated. Sizes and places are the same
 * on both sides, so that locks, sizes and truncation pass through.
 *
 * The rules behind it, each learned from a loss:
 *  - Nothing may reach the disk that is not one of the few things known below: what is unknown is refused.
 *  - Whether the key is right is found out before SQLite has the file: it takes a journal that it does not
 *    understand for a stale one and deletes it, and with it the only way back to a whole database.
 *  - For the same reason a journal that does not authenticate is an error and never "the end of the journal", and it
 *    begins with a zero byte, so that a stock SQLite that is pointed at the file leaves its journal alone.
 *  - Page 1 may be torn while there is a journal to mend it, so opening must not insist on it.
 */

#define NAME "keel-vault"
#define LOWER "unix"

#define PAGE_BYTES 4096
#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_BYTES crypto_aead_xchacha20poly1305_ietf_ABYTES
#define SEAL_BYTES (NONCE_BYTES + TAG_BYTES)
#define BODY_BYTES (PAGE_BYTES - SEAL_BYTES)

/* Bytes 16-23 of page 1: page size 4096, rollback journal, 40 reserved bytes, and three numbers that never differ.
 * SQLite wants them before anything can be decrypted. */
#define CLEAR_START 16
#define CLEAR_END 24
static const guint8 clear_bytes[CLEAR_END - CLEAR_START] = { 0x10, 0x00, 1, 1, SEAL_BYTES, 64, 32, 32 };

/* What SQLite reads of page 1 by itself: a header of 100 bytes, and with every transaction the change counter in it. */
#define START_BYTES 100

/* https://www.sqlite.org/fileformat2.html#the_rollback_journal */
static const guint8 journal_magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
static const guint8 sealed_magic[8] = { 0, 'k', 'e', 'e', 'l', 'v', 'j', '1' };
#define MAGIC_BYTES 8
#define HEADER_BYTES 28
#define SEALED_HEADER_BYTES (HEADER_BYTES + SEAL_BYTES)
#define HEADER_COUNT_END 12
#define HEADER_CHECKSUM_NONCE 12
#define RECORD_ALIGNMENT 8
#define PAGE_IN_RECORD 4
#define CHECKSUM_STEP 200

#define SECTOR_BYTES 4096 /* what SQLite pads a journal's header to */
#define TEAR_BYTES 512
#define N_PAGES_TO_TRY 8
#define N_ATTEMPTS 5
#define ATTEMPT_US 2000

G_STATIC_ASSERT (SEAL_BYTES == 40);
G_STATIC_ASSERT (SEALED_HEADER_BYTES < TEAR_BYTES);

typedef enum
{
  ROLE_PAGE = 'P',   /* of the database; numbered as SQLite does */
  ROLE_RECORD = 'R', /* the same in the journal */
  ROLE_HEADER = 'H', /* of a journal; numbered by its place in units of TEAR_BYTES */
} Role;

typedef struct
{
  gint64 offset; /* in the journal, -1 for none */
  guint8 bytes[HEADER_BYTES];
} Header;

typedef struct
{
  sqlite3_file base;
  sqlite3_file *lower; /* behind this structure in the same memory */
  KeelVaultKey *key;
  guint32 kind;
  gboolean is_journal;

  /* Of a database: how page 1 begins, and the seal that it has on the disk as long as nobody writes it again. */
  guint8 start[START_BYTES];
  guint8 start_seal[SEAL_BYTES];

  /* Of a journal: SQLite reads and writes its headers and records in pieces. */
  Header written; /* the last one that was */
  Header read;
  gint64 number_offset; /* where the last page number was written */
  guint32 number;
  gint64 written_checksum; /* where that of the last record goes, -1 for none */
  gint64 read_checksum;
  guint32 checksum;
  guint32 checksum_nonce;

  guint8 sealed[PAGE_IN_RECORD + PAGE_BYTES];
  guint8 page[PAGE_BYTES];
} VaultFile;

static sqlite3_vfs *lower_vfs;
static sqlite3_vfs vault_vfs;

/* What the next database that this thread opens is to be opened with; a file that SQLite opens for reasons of its own
 * (ATTACH) finds none and is refused. */
static _Thread_local KeelVaultKey *opening_key;
static _Thread_local guint32 opening_kind;

static guint32
get_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
put_number (guint8 *bytes, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (bytes, &number, sizeof number);
}

/* What is not encrypted but must be right: that this is this page of this kind of file. */
#define CONTEXT_BYTES 9

static void
describe (VaultFile *self, Role role, guint32 number, guint8 *context)
{
  context[0] = (guint8) role;
  put_number (context + 1, self->kind);
  put_number (context + 5, number);
}

/* @body and @cipher may be the same; the seal is SEAL_BYTES. */
static void
encrypt (VaultFile *self, Role role, guint32 number, const guint8 *body, gsize length, guint8 *cipher, guint8 *seal)
{
  guint8 context[CONTEXT_BYTES];

  describe (self, role, number, context);
  randombytes_buf (seal, NONCE_BYTES);
  crypto_aead_xchacha20poly1305_ietf_encrypt_detached (cipher, seal + NONCE_BYTES, NULL, body, length, context,
                                                       sizeof context, NULL, seal, keel_vault_key_get_bytes (self->key));
}

static gboolean
decrypt (VaultFile *self, Role role, guint32 number, const guint8 *cipher, gsize length, const guint8 *seal, guint8 *body)
{
  guint8 context[CONTEXT_BYTES];

  describe (self, role, number, context);
  return crypto_aead_xchacha20poly1305_ietf_decrypt_detached (body, NULL, cipher, length, seal + NONCE_BYTES, context,
                                                              sizeof context, seal,
                                                              keel_vault_key_get_bytes (self->key))
         == 0;
}

/* Takes the clear bytes out of page 1, or makes room for them again. */
static void
close_gap (guint8 *page)
{
  memmove (page + CLEAR_START, page + CLEAR_END, BODY_BYTES - CLEAR_END);
}

static void
open_gap (guint8 *page)
{
  memmove (page + CLEAR_END, page + CLEAR_START, BODY_BYTES - CLEAR_END);
  memcpy (page + CLEAR_START, clear_bytes, sizeof clear_bytes);
}

static void
encrypt_page (VaultFile *self, Role role, guint32 number, const guint8 *page, guint8 *sealed)
{
  guint8 *seal = sealed + BODY_BYTES;

  if (role != ROLE_PAGE || number != 1)
    {
      encrypt (self, role, number, page, BODY_BYTES, sealed, seal);
      return;
    }
  memcpy (sealed, page, BODY_BYTES);
  close_gap (sealed);
  encrypt (self, role, number, sealed, BODY_BYTES - sizeof clear_bytes, sealed, seal);
  open_gap (sealed);
}

/* The reserved bytes of @page become zeros. */
static gboolean
decrypt_page (VaultFile *self, Role role, guint32 number, const guint8 *sealed, guint8 *page)
{
  const guint8 *seal = sealed + BODY_BYTES;

  memset (page + BODY_BYTES, 0, SEAL_BYTES);
  if (role != ROLE_PAGE || number != 1)
    return decrypt (self, role, number, sealed, BODY_BYTES, seal, page);
  if (memcmp (sealed + CLEAR_START, clear_bytes, sizeof clear_bytes) != 0)
    return FALSE;
  memcpy (page, sealed, BODY_BYTES);
  close_gap (page);
  if (!decrypt (self, role, number, page, BODY_BYTES - sizeof clear_bytes, seal, page))
    return FALSE;
  open_gap (page);
  return TRUE;
}

static int
read_lower (VaultFile *self, void *data, int amount, gint64 offset)
{
  return self->lower->pMethods->xRead (self->lower, data, amount, offset);
}

static int
write_lower (VaultFile *self, const void *data, int amount, gint64 offset)
{
  return self->lower->pMethods->xWrite (self->lower, data, amount, offset);
}

/* The database */

/* SQLITE_IOERR_SHORT_READ: the file ends before the page begins. One that ends within it was cut off. */
static int
read_page (VaultFile *self, guint32 number, guint8 *page)
{
  gint64 offset = (gint64) (number - 1) * PAGE_BYTES;
  sqlite3_int64 size = 0;
  int code = read_lower (self, self->sealed, PAGE_BYTES, offset);

  if (code == SQLITE_IOERR_SHORT_READ)
    {
      code = self->lower->pMethods->xFileSize (self->lower, &size);
      if (code != SQLITE_OK)
        return code;
      return size <= offset ? SQLITE_IOERR_SHORT_READ : SQLITE_IOERR_DATA;
    }
  if (code != SQLITE_OK)
    return code;
  if (!decrypt_page (self, ROLE_PAGE, number, self->sealed, page))
    return SQLITE_IOERR_DATA;
  if (number == 1)
    {
      memcpy (self->start, page, START_BYTES);
      memcpy (self->start_seal, self->sealed + BODY_BYTES, SEAL_BYTES);
    }
  return SQLITE_OK;
}

/* Whether page 1 still has the seal that it had when its start was kept: then it begins as it did. */
static gboolean
has_same_start (VaultFile *self)
{
  static const guint8 no_seal[SEAL_BYTES];
  guint8 seal[SEAL_BYTES];

  return memcmp (self->start_seal, no_seal, SEAL_BYTES) != 0
         && read_lower (self, seal, SEAL_BYTES, BODY_BYTES) == SQLITE_OK
         && memcmp (self->start_seal, seal, SEAL_BYTES) == 0;
}

/*
 * SQLite asks for the header when it opens the file, without a lock and before it looks for a journal, so the page may
 * be half of one that a power cut or another process left. It then needs the page size alone.
 */
static int
read_start (VaultFile *self, guint8 *data, int amount, int within)
{
  int code = has_same_start (self) ? SQLITE_OK : read_page (self, 1, self->page);

  sodium_memzero (self->page, PAGE_BYTES);
  memset (data, 0, (gsize) amount);
  if (code == SQLITE_OK)
    memcpy (data, self->start + within, (gsize) amount);
  if (code != SQLITE_IOERR_DATA || within > 0 || amount < CLEAR_END)
    return code;
  memcpy (data + CLEAR_START, clear_bytes, sizeof clear_bytes);
  return SQLITE_OK;
}

static int
read_database (VaultFile *self, guint8 *data, int amount, gint64 offset)
{
  int code;

  if (amount != PAGE_BYTES || offset % PAGE_BYTES != 0)
    return offset + amount <= START_BYTES ? read_start (self, data, amount, (int) offset) : SQLITE_IOERR_READ;
  code = read_page (self, (guint32) (offset / PAGE_BYTES + 1), data);
  if (code != SQLITE_OK)
    memset (data, 0, (gsize) amount);
  return code;
}

/* A page far behind the end would leave a hole, whose zeros authenticate as nothing. */
static int
fill_hole (VaultFile *self, gint64 end)
{
  static const guint8 zeros[PAGE_BYTES];
  sqlite3_int64 size = 0;
  int code = self->lower->pMethods->xFileSize (self->lower, &size);

  for (gint64 offset = size - size % PAGE_BYTES; code == SQLITE_OK && offset < end; offset += PAGE_BYTES)
    {
      if (offset < size)
        continue;
      encrypt_page (self, ROLE_PAGE, (guint32) (offset / PAGE_BYTES + 1), zeros, self->sealed);
      code = write_lower (self, self->sealed, PAGE_BYTES, offset);
    }
  return code;
}

static int
write_database (VaultFile *self, const guint8 *data, int amount, gint64 offset)
{
  int code;

  if (amount != PAGE_BYTES || offset % PAGE_BYTES != 0)
    return SQLITE_IOERR_WRITE;
  /* No other page size, no write-ahead log, no page without room for a seal. */
  if (offset == 0 && memcmp (data + CLEAR_START, clear_bytes, sizeof clear_bytes) != 0)
    return SQLITE_IOERR_WRITE;
  code = fill_hole (self, offset);
  if (code != SQLITE_OK)
    return code;
  encrypt_page (self, ROLE_PAGE, (guint32) (offset / PAGE_BYTES + 1), data, self->sealed);
  return write_lower (self, self->sealed, PAGE_BYTES, offset);
}

/*
 * The journal: headers that fill a sector, and after each of them records of page number, page, checksum. Both have
 * sizes that divide by eight, so an offset that leaves four is that of a page or of a checksum. A header's 28 bytes
 * are sealed with their seal behind them, in what is padding; a record's page has its reserved bytes for it. Page
 * numbers stay readable and are bound to their pages. SQLite's checksum is a sum of twenty bytes of the page: it is
 * neither needed nor written, but made up again when SQLite asks for it.
 */

static gboolean
has_magic (const guint8 *data)
{
  return memcmp (data, journal_magic, MAGIC_BYTES) == 0;
}

static void
forget_headers (VaultFile *self)
{
  self->written.offset = -1;
  self->read.offset = -1;
  self->number_offset = -1;
  self->written_checksum = -1;
  self->read_checksum = -1;
}

static guint32
get_header_number (gint64 offset)
{
  return (guint32) (offset / TEAR_BYTES);
}

static gboolean
unseal_header (VaultFile *self, const guint8 *sealed, gint64 offset, Header *header)
{
  memcpy (header->bytes, journal_magic, MAGIC_BYTES);
  if (memcmp (sealed, sealed_magic, MAGIC_BYTES) != 0 || offset % TEAR_BYTES != 0
      || !decrypt (self, ROLE_HEADER, get_header_number (offset), sealed + MAGIC_BYTES, HEADER_BYTES - MAGIC_BYTES,
                   sealed + HEADER_BYTES, header->bytes + MAGIC_BYTES))
    return FALSE;
  header->offset = offset;
  return TRUE;
}

static void
seal_header (VaultFile *self, const Header *header, guint8 *sealed)
{
  memcpy (sealed, sealed_magic, MAGIC_BYTES);
  encrypt (self, ROLE_HEADER, get_header_number (header->offset), header->bytes + MAGIC_BYTES,
           HEADER_BYTES - MAGIC_BYTES, sealed + MAGIC_BYTES, sealed + HEADER_BYTES);
}

/* SQLite looks for a header where one may be; where none is, the journal ends. A header that was changed is another
 * matter: SQLite would throw the journal away. */
static int
read_magic (VaultFile *self, guint8 *data, gint64 offset)
{
  int code = read_lower (self, self->sealed, SEALED_HEADER_BYTES, offset);

  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    return code;
  memset (data, 0, MAGIC_BYTES);
  if (memcmp (self->sealed, sealed_magic, MAGIC_BYTES) != 0)
    return SQLITE_OK;
  if (!unseal_header (self, self->sealed, offset, &self->read))
    {
      self->read.offset = -1;
      return SQLITE_IOERR_READ;
    }
  memcpy (data, journal_magic, MAGIC_BYTES);
  return SQLITE_OK;
}

/* Is the journal one that begins with zeros? All of ours begin with one. */
static int
read_first_byte (VaultFile *self, guint8 *data)
{
  int code = read_lower (self, self->sealed, MAGIC_BYTES, 0);

  data[0] = memcmp (self->sealed, sealed_magic, MAGIC_BYTES) == 0 ? journal_magic[0] : 0;
  return code;
}

static guint32
sum_up (const guint8 *page)
{
  guint32 sum = 0;

  for (int i = PAGE_BYTES - CHECKSUM_STEP; i > 0; i -= CHECKSUM_STEP)
    sum += page[i];
  return sum;
}

/* The header has said how many records there are, so one that is missing was cut off: not an end. */
static int
read_record (VaultFile *self, guint8 *page, gint64 offset)
{
  int code = read_lower (self, self->sealed, sizeof self->sealed, offset - PAGE_IN_RECORD);

  if (code != SQLITE_OK)
    return code == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_READ : code;
  if (!decrypt_page (self, ROLE_RECORD, get_number (self->sealed), self->sealed + PAGE_IN_RECORD, page))
    return SQLITE_IOERR_READ;
  self->read_checksum = offset + PAGE_BYTES;
  self->checksum = self->checksum_nonce + sum_up (page);
  return SQLITE_OK;
}

static gboolean
read_from_header (VaultFile *self, const Header *header, guint8 *data, gint64 offset)
{
  gint64 within = offset - header->offset;

  if (header->offset < 0 || within < MAGIC_BYTES || within + 4 > HEADER_BYTES)
    return FALSE;
  memcpy (data, header->bytes + within, 4);
  if (within == HEADER_CHECKSUM_NONCE)
    self->checksum_nonce = get_number (data);
  return TRUE;
}

/* Of a header, a checksum, or the number of a record's page, of which as above none may be missing. */
static int
read_four (VaultFile *self, guint8 *data, gint64 offset)
{
  int code;

  if (read_from_header (self, &self->written, data, offset) || read_from_header (self, &self->read, data, offset))
    return SQLITE_OK;
  if (offset != self->read_checksum)
    {
      code = read_lower (self, data, 4, offset);
      return code == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_READ : code;
    }
  self->read_checksum = -1;
  put_number (data, self->checksum);
  return SQLITE_OK;
}

static int
read_journal (VaultFile *self, guint8 *data, int amount, gint64 offset)
{
  if (amount == PAGE_BYTES && offset % RECORD_ALIGNMENT == PAGE_IN_RECORD)
    return read_record (self, data, offset);
  if (amount == MAGIC_BYTES)
    return read_magic (self, data, offset);
  if (amount == 4)
    return read_four (self, data, offset);
  if (amount == 1 && offset == 0)
    return read_first_byte (self, data);
  return SQLITE_IOERR_READ;
}

/* Without its magic a header is not one yet: it gets that with the count of its records, when they are safe. (Only
 * where nothing is synchronized does it have both at once.) */
static int
write_header (VaultFile *self, const guint8 *data, int amount, gint64 offset)
{
  if (offset == 0)
    forget_headers (self);
  self->written.offset = offset;
  memcpy (self->written.bytes, data, HEADER_BYTES);
  self->checksum_nonce = get_number (data + HEADER_CHECKSUM_NONCE);
  memset (self->sealed, 0, PAGE_BYTES);
  if (has_magic (data))
    seal_header (self, &self->written, self->sealed);
  return write_lower (self, self->sealed, amount, offset);
}

/* Sealed anew, and in one write that no power cut can tear: it turns records that are safe into a journal. */
static int
write_count (VaultFile *self, const guint8 *data)
{
  memcpy (self->written.bytes, data, HEADER_COUNT_END);
  seal_header (self, &self->written, self->sealed);
  return write_lower (self, self->sealed, SEALED_HEADER_BYTES, self->written.offset);
}

static int
write_record (VaultFile *self, const guint8 *page, gint64 offset)
{
  if (self->number_offset != offset - PAGE_IN_RECORD)
    return SQLITE_IOERR_WRITE;
  self->written_checksum = offset + PAGE_BYTES;
  encrypt_page (self, ROLE_RECORD, self->number, page, self->sealed);
  return write_lower (self, self->sealed, PAGE_BYTES, offset);
}

static int
write_four (VaultFile *self, const guint8 *data, gint64 offset)
{
  static const guint8 no_checksum[4];

  if (offset == self->written_checksum)
    {
      self->written_checksum = -1;
      return write_lower (self, no_checksum, 4, offset);
    }
  if (offset % RECORD_ALIGNMENT != 0)
    return SQLITE_IOERR_WRITE;
  self->number_offset = offset;
  self->number = get_number (data);
  return write_lower (self, data, 4, offset);
}

static int
write_journal (VaultFile *self, const guint8 *data, int amount, gint64 offset)
{
  static const guint8 zeros[HEADER_BYTES];

  if (amount == PAGE_BYTES && offset % RECORD_ALIGNMENT == PAGE_IN_RECORD)
    return write_record (self, data, offset);
  if (amount == SECTOR_BYTES && offset % SECTOR_BYTES == 0
      && (has_magic (data) || memcmp (data, zeros, MAGIC_BYTES) == 0))
    return write_header (self, data, amount, offset);
  if (amount == HEADER_COUNT_END && has_magic (data) && offset == self->written.offset)
    return write_count (self, data);
  if (amount == 4)
    return write_four (self, data, offset);
  /* One zero ends a journal's header, as many as it has end the journal; one would not do for ours. */
  if ((amount == 1 || amount == HEADER_BYTES) && memcmp (data, zeros, (gsize) amount) == 0)
    return write_lower (self, zeros, MAGIC_BYTES, offset);
  return SQLITE_IOERR_WRITE;
}

/* Methods of a file */

static int
close_cb (sqlite3_file *file)
{
  VaultFile *self = (VaultFile *) file;
  int code = self->lower->pMethods->xClose (self->lower);

  g_clear_pointer (&self->key, keel_vault_key_unref);
  return code;
}

static int
read_cb (sqlite3_file *file, void *data, int amount, sqlite3_int64 offset)
{
  VaultFile *self = (VaultFile *) file;

  return self->is_journal ? read_journal (self, data, amount, offset) : read_database (self, data, amount, offset);
}

static int
write_cb (sqlite3_file *file, const void *data, int amount, sqlite3_int64 offset)
{
  VaultFile *self = (VaultFile *) file;

  return self->is_journal ? write_journal (self, data, amount, offset) : write_database (self, data, amount, offset);
}

static int
truncate_cb (sqlite3_file *file, sqlite3_int64 size)
{
  VaultFile *self = (VaultFile *) file;

  if (self->is_journal && size == 0)
    forget_headers (self);
  return self->lower->pMethods->xTruncate (self->lower, size);
}

static int
sync_cb (sqlite3_file *file, int flags)
{
  VaultFile *self = (VaultFile *) file;

  return self->lower->pMethods->xSync (self->lower, flags);
}

static int
file_size_cb (sqlite3_file *file, sqlite3_int64 *size)
{
  VaultFile *self = (VaultFile *) file;

  return self->lower->pMethods->xFileSize (self->lower, size);
}

static int
lock_cb (sqlite3_file *file, int level)
{
  VaultFile *self = (VaultFile *) file;

  return self->lower->pMethods->xLock (self->lower, level);
}

static int
unlock_cb (sqlite3_file *file, int level)
{
  VaultFile *self = (VaultFile *) file;

  return self->lower->pMethods->xUnlock (self->lower, level);
}

static int
check_reserved_lock_cb (sqlite3_file *file, int *held)
{
  VaultFile *self = (VaultFile *) file;

  return self->lower->pMethods->xCheckReservedLock (self->lower, held);
}

static int
file_control_cb (sqlite3_file *file, int operation, void *argument)
{
  VaultFile *self = (VaultFile *) file;

  switch (operation)
    {
    case SQLITE_FCNTL_MMAP_SIZE:          /* would show SQLite what is on the disk */
    case SQLITE_FCNTL_SIZE_HINT:          /* would leave pages of zeros, which authenticate as nothing */
    case SQLITE_FCNTL_CHUNK_SIZE:
    case SQLITE_FCNTL_BEGIN_ATOMIC_WRITE:
    case SQLITE_FCNTL_COMMIT_ATOMIC_WRITE:
    case SQLITE_FCNTL_ROLLBACK_ATOMIC_WRITE:
      return SQLITE_NOTFOUND;
    default:
      return self->lower->pMethods->xFileControl (self->lower, operation, argument);
    }
}

static int
sector_size_cb (sqlite3_file *file)
{
  return SECTOR_BYTES;
}

/* None: not parts of pages (SUBPAGE_READ), not whole ones without a journal (ATOMIC), no guesses about a torn journal
 * (SAFE_APPEND), and headers of SECTOR_BYTES (without POWERSAFE_OVERWRITE). */
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
check_journal (VaultFile *self, const char *name, gboolean *known)
{
  const char *journal_name = sqlite3_filename_journal (name);
  sqlite3_file *journal = NULL;
  Header header;
  int exists = 0;
  int code = lower_vfs->xAccess (lower_vfs, journal_name, SQLITE_ACCESS_EXISTS, &exists);

  if (code != SQLITE_OK || !exists)
    return code;
  journal = sqlite3_malloc (lower_vfs->szOsFile);
  if (journal == NULL)
    return SQLITE_NOMEM;
  memset (journal, 0, (gsize) lower_vfs->szOsFile);
  /* It may be gone by now. */
  code = lower_vfs->xOpen (lower_vfs, journal_name, journal, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_JOURNAL, NULL);
  if (code == SQLITE_OK)
    {
      code = journal->pMethods->xRead (journal, self->sealed, SEALED_HEADER_BYTES, 0);
      *known = code == SQLITE_OK && unseal_header (self, self->sealed, 0, &header);
      journal->pMethods->xClose (journal);
    }
  sqlite3_free (journal);
  return code == SQLITE_IOERR_SHORT_READ || code == SQLITE_CANTOPEN ? SQLITE_OK : code;
}

/* Any page will do: which of them are damaged, SQLite will find out. */
static int
check_pages (VaultFile *self, gint64 size, gboolean *known)
{
  int code = SQLITE_OK;

  for (guint32 number = 1; number <= N_PAGES_TO_TRY && number <= size / PAGE_BYTES; number++)
    {
      code = read_page (self, number, self->page);
      sodium_memzero (self->page, PAGE_BYTES);
      *known = code == SQLITE_OK;
      if (code != SQLITE_IOERR_DATA && code != SQLITE_IOERR_SHORT_READ)
        return code;
    }
  return SQLITE_OK;
}

/* Several times, because another process may be writing: then page 1 can be half written, and the journal that would
 * tell be gone a moment later. */
static int
check_key (VaultFile *self, const char *name)
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
  VaultFile *self = (VaultFile *) file;
  VaultFile *database = NULL;
  int code;

  memset (self, 0, sizeof *self);
  self->is_journal = (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0;
  if (self->is_journal)
    database = (VaultFile *) sqlite3_database_file_object (name);
  self->key = database ? database->key : opening_key;
  self->kind = database ? database->kind : opening_kind;
  if ((flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL)) == 0 || name == NULL || self->key == NULL)
    return SQLITE_CANTOPEN;

  forget_headers (self);
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
    .szOsFile = (int) sizeof (VaultFile) + lower_vfs->szOsFile,
    .mxPathname = lower_vfs->mxPathname,
    .zName = NAME,
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
keel_vault_open (const char *path, KeelVaultKey *key, guint32 kind, sqlite3 **handle)
{
  static GOnce registered = G_ONCE_INIT;
  int reserved = SEAL_BYTES;
  int code;

  g_return_val_if_fail (path != NULL && key != NULL, SQLITE_MISUSE);

  *handle = NULL;
  if (!GPOINTER_TO_INT (g_once (&registered, register_cb, NULL)))
    return SQLITE_NOMEM;
  opening_key = key;
  opening_kind = kind;
  code = sqlite3_open_v2 (path, handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NAME);
  opening_key = NULL;
  if (code == SQLITE_OK)
    code = sqlite3_file_control (*handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
  return code;
}

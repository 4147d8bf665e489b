#include "keel-vault-file.h"

#include <string.h>

/*
 * The journal: headers that fill a sector, and after each of them records of page number, page, checksum.
 * Both have sizes that divide by eight, so an offset that leaves four is that of a page or of a checksum. A
 * header's 28 bytes are sealed with their seal behind them, in what is padding; a record's page has its
 * reserved bytes for it. Page numbers stay readable and are bound to their pages. SQLite's checksum is a sum
 * of twenty bytes of the page: it is neither needed nor written, but made up again when SQLite asks for it.
 */

/* https://www.sqlite.org/fileformat2.html#the_rollback_journal */
static const guint8 journal_magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
static const guint8 sealed_magic[8] = { 0, 'k', 'e', 'e', 'l', 'v', 'j', '1' };
#define MAGIC_BYTES 8
#define HEADER_COUNT_END 12
#define HEADER_CHECKSUM_NONCE 12
#define RECORD_ALIGNMENT 8
#define CHECKSUM_STEP 200

G_STATIC_ASSERT (KEEL_VAULT_SEALED_HEADER_BYTES < KEEL_VAULT_TEAR_BYTES);

static gboolean
has_magic (const guint8 *data)
{
  return memcmp (data, journal_magic, MAGIC_BYTES) == 0;
}

void
keel_vault_journal_begin (KeelVaultFile *self)
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
  return (guint32) (offset / KEEL_VAULT_TEAR_BYTES);
}

gboolean
keel_vault_journal_unseal_header (KeelVaultFile *self, const guint8 *sealed, gint64 offset,
                                  KeelVaultHeader *header)
{
  memcpy (header->bytes, journal_magic, MAGIC_BYTES);
  header->offset = offset;
  return offset % KEEL_VAULT_TEAR_BYTES == 0 &&
         keel_vault_decrypt (self, KEEL_VAULT_HEADER, get_header_number (offset), sealed + MAGIC_BYTES,
                             KEEL_VAULT_HEADER_BYTES - MAGIC_BYTES, sealed + KEEL_VAULT_HEADER_BYTES,
                             header->bytes + MAGIC_BYTES);
}

static void
seal_header (KeelVaultFile *self, const KeelVaultHeader *header, guint8 *sealed)
{
  memcpy (sealed, sealed_magic, MAGIC_BYTES);
  keel_vault_encrypt (self, KEEL_VAULT_HEADER, get_header_number (header->offset),
                      header->bytes + MAGIC_BYTES, KEEL_VAULT_HEADER_BYTES - MAGIC_BYTES,
                      sealed + MAGIC_BYTES, sealed + KEEL_VAULT_HEADER_BYTES);
}

/*
 * SQLite looks for a header where one may be; where none is, the journal ends. A header that was changed is
 * another matter: SQLite would take no notice of what it counts, or throw the journal away. So it is an error
 * if the magic alone is there, and also if all but the magic is; zeros in its place are how SQLite itself
 * ends a journal that it keeps.
 */
static int
find_header (KeelVaultFile *self, gint64 offset, gboolean *found)
{
  static const guint8 no_magic[MAGIC_BYTES];
  int code = keel_vault_read_lower (self, self->sealed, KEEL_VAULT_SEALED_HEADER_BYTES, offset);
  gboolean has_body;

  *found = FALSE;
  self->read.offset = -1;
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    return code;
  if (memcmp (self->sealed, no_magic, MAGIC_BYTES) == 0)
    return SQLITE_OK;
  *found = memcmp (self->sealed, sealed_magic, MAGIC_BYTES) == 0;
  has_body = keel_vault_journal_unseal_header (self, self->sealed, offset, &self->read);
  if (!*found || !has_body)
    self->read.offset = -1;
  return *found == has_body ? SQLITE_OK : SQLITE_IOERR_READ;
}

static int
read_magic (KeelVaultFile *self, guint8 *data, gint64 offset)
{
  gboolean found;
  int code = find_header (self, offset, &found);

  memset (data, 0, MAGIC_BYTES);
  if (code == SQLITE_OK && found)
    memcpy (data, journal_magic, MAGIC_BYTES);
  return code;
}

/* Is the journal one that begins with zeros? All of ours begin with one, so SQLite is told of another. */
static int
read_first_byte (KeelVaultFile *self, guint8 *data)
{
  gboolean found;
  int code = find_header (self, 0, &found);

  data[0] = code == SQLITE_OK && found ? journal_magic[0] : 0;
  return code;
}

static guint32
sum_up (const guint8 *page)
{
  guint32 sum = 0;

  for (int i = KEEL_VAULT_PAGE_BYTES - CHECKSUM_STEP; i > 0; i -= CHECKSUM_STEP)
    sum += page[i];
  return sum;
}

/* The header has said how many records there are, so one that is missing was cut off: not an end. */
static int
read_record (KeelVaultFile *self, guint8 *page, gint64 offset)
{
  int code = keel_vault_read_lower (self, self->sealed, sizeof self->sealed,
                                    offset - KEEL_VAULT_PAGE_IN_RECORD);

  if (code != SQLITE_OK)
    return code == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_READ : code;
  if (!keel_vault_decrypt_page (self, KEEL_VAULT_RECORD, keel_vault_get_number (self->sealed),
                                self->sealed + KEEL_VAULT_PAGE_IN_RECORD, page))
    return SQLITE_IOERR_READ;
  self->read_checksum = offset + KEEL_VAULT_PAGE_BYTES;
  self->checksum = self->checksum_nonce + sum_up (page);
  return SQLITE_OK;
}

static gboolean
read_from_header (KeelVaultFile *self, const KeelVaultHeader *header, guint8 *data, gint64 offset)
{
  gint64 within = offset - header->offset;

  if (header->offset < 0 || within < MAGIC_BYTES || within + 4 > KEEL_VAULT_HEADER_BYTES)
    return FALSE;
  memcpy (data, header->bytes + within, 4);
  if (within == HEADER_CHECKSUM_NONCE)
    self->checksum_nonce = keel_vault_get_number (data);
  return TRUE;
}

/* Of a header, a checksum, or the number of a record's page, of which as above none may be missing. */
static int
read_four (KeelVaultFile *self, guint8 *data, gint64 offset)
{
  int code;

  if (read_from_header (self, &self->written, data, offset) ||
      read_from_header (self, &self->read, data, offset))
    return SQLITE_OK;
  if (offset != self->read_checksum)
    {
      code = keel_vault_read_lower (self, data, 4, offset);
      return code == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_READ : code;
    }
  self->read_checksum = -1;
  keel_vault_put_number (data, self->checksum);
  return SQLITE_OK;
}

int
keel_vault_journal_read (KeelVaultFile *self, guint8 *data, int amount, gint64 offset)
{
  if (amount == KEEL_VAULT_PAGE_BYTES && offset % RECORD_ALIGNMENT == KEEL_VAULT_PAGE_IN_RECORD)
    return read_record (self, data, offset);
  if (amount == MAGIC_BYTES)
    return read_magic (self, data, offset);
  if (amount == 4)
    return read_four (self, data, offset);
  if (amount == 1 && offset == 0)
    return read_first_byte (self, data);
  return SQLITE_IOERR_READ;
}

/* Without its magic a header is not one yet: it gets that with the count of its records, when they are safe.
 * (Only where nothing is synchronized does it have both at once.) */
static int
write_header (KeelVaultFile *self, const guint8 *data, int amount, gint64 offset)
{
  if (offset == 0)
    keel_vault_journal_begin (self);
  self->written.offset = offset;
  memcpy (self->written.bytes, data, KEEL_VAULT_HEADER_BYTES);
  self->checksum_nonce = keel_vault_get_number (data + HEADER_CHECKSUM_NONCE);
  memset (self->sealed, 0, KEEL_VAULT_PAGE_BYTES);
  if (has_magic (data))
    seal_header (self, &self->written, self->sealed);
  return keel_vault_write_lower (self, self->sealed, amount, offset);
}

/* Sealed anew, and in one write that no power cut can tear: it turns records that are safe into a journal. */
static int
write_count (KeelVaultFile *self, const guint8 *data)
{
  memcpy (self->written.bytes, data, HEADER_COUNT_END);
  seal_header (self, &self->written, self->sealed);
  return keel_vault_write_lower (self, self->sealed, KEEL_VAULT_SEALED_HEADER_BYTES, self->written.offset);
}

static int
write_record (KeelVaultFile *self, const guint8 *page, gint64 offset)
{
  if (self->number_offset != offset - KEEL_VAULT_PAGE_IN_RECORD)
    return SQLITE_IOERR_WRITE;
  self->written_checksum = offset + KEEL_VAULT_PAGE_BYTES;
  keel_vault_encrypt_page (self, KEEL_VAULT_RECORD, self->number, page, self->sealed);
  return keel_vault_write_lower (self, self->sealed, KEEL_VAULT_PAGE_BYTES, offset);
}

static int
write_four (KeelVaultFile *self, const guint8 *data, gint64 offset)
{
  static const guint8 no_checksum[4];

  if (offset == self->written_checksum)
    {
      self->written_checksum = -1;
      return keel_vault_write_lower (self, no_checksum, 4, offset);
    }
  if (offset % RECORD_ALIGNMENT != 0)
    return SQLITE_IOERR_WRITE;
  self->number_offset = offset;
  self->number = keel_vault_get_number (data);
  return keel_vault_write_lower (self, data, 4, offset);
}

int
keel_vault_journal_write (KeelVaultFile *self, const guint8 *data, int amount, gint64 offset)
{
  static const guint8 zeros[KEEL_VAULT_HEADER_BYTES];

  if (amount == KEEL_VAULT_PAGE_BYTES && offset % RECORD_ALIGNMENT == KEEL_VAULT_PAGE_IN_RECORD)
    return write_record (self, data, offset);
  if (amount == KEEL_VAULT_SECTOR_BYTES && offset % KEEL_VAULT_SECTOR_BYTES == 0 &&
      (has_magic (data) || memcmp (data, zeros, MAGIC_BYTES) == 0))
    return write_header (self, data, amount, offset);
  if (amount == HEADER_COUNT_END && has_magic (data) && offset == self->written.offset)
    return write_count (self, data);
  if (amount == 4)
    return write_four (self, data, offset);
  /* One zero ends a journal's header, as many as it has end the journal; one would not do for ours. */
  if ((amount == 1 || amount == KEEL_VAULT_HEADER_BYTES) && memcmp (data, zeros, (gsize) amount) == 0)
    return keel_vault_write_lower (self, zeros, MAGIC_BYTES, offset);
  return SQLITE_IOERR_WRITE;
}

#pragma once

/* Private to the vault: one open file of it, what a page is on the disk, and the journal. */

#include <sodium.h>

#include "keel-vault.h"

G_BEGIN_DECLS

#define KEEL_VAULT_PAGE_BYTES 4096
#define KEEL_VAULT_SEAL_BYTES                                                                                \
  (crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define KEEL_VAULT_BODY_BYTES (KEEL_VAULT_PAGE_BYTES - KEEL_VAULT_SEAL_BYTES)

/* Bytes 16-23 of page 1: page size 4096, rollback journal, 40 reserved bytes, and three numbers that never
 * differ. SQLite wants them before anything can be decrypted. */
#define KEEL_VAULT_CLEAR_START 16
#define KEEL_VAULT_CLEAR_END 24
extern const guint8 keel_vault_clear_bytes[KEEL_VAULT_CLEAR_END - KEEL_VAULT_CLEAR_START];

/* What SQLite reads of page 1 by itself: a header of 100 bytes, and with every transaction the change counter
 * in it. */
#define KEEL_VAULT_START_BYTES 100

/* Of a header of the journal, SQLite's and ours. */
#define KEEL_VAULT_HEADER_BYTES 28
#define KEEL_VAULT_SEALED_HEADER_BYTES (KEEL_VAULT_HEADER_BYTES + KEEL_VAULT_SEAL_BYTES)
#define KEEL_VAULT_PAGE_IN_RECORD 4
#define KEEL_VAULT_SECTOR_BYTES 4096 /* what SQLite pads a journal's header to */
#define KEEL_VAULT_TEAR_BYTES 512

typedef enum
{
  KEEL_VAULT_PAGE = 'P',   /* of the database; numbered as SQLite does */
  KEEL_VAULT_RECORD = 'R', /* the same in the journal */
  KEEL_VAULT_HEADER = 'H', /* of a journal; numbered by its place in units of KEEL_VAULT_TEAR_BYTES */
} KeelVaultRole;

typedef struct
{
  gint64 offset; /* in the journal, -1 for none */
  guint8 bytes[KEEL_VAULT_HEADER_BYTES];
} KeelVaultHeader;

typedef struct
{
  sqlite3_file base;
  sqlite3_file *lower; /* behind this structure in the same memory */
  KeelVaultKey *key;
  guint32 kind;
  gboolean is_journal;

  /* Of a database: how page 1 begins, and the seal that it has until somebody writes it again. */
  guint8 start[KEEL_VAULT_START_BYTES];
  guint8 start_seal[KEEL_VAULT_SEAL_BYTES];

  /* Of a journal: SQLite reads and writes its headers and records in pieces. */
  KeelVaultHeader written; /* the last one that was */
  KeelVaultHeader read;
  gint64 number_offset; /* where the last page number was written */
  guint32 number;
  gint64 written_checksum; /* where that of the last record goes, -1 for none */
  gint64 read_checksum;
  guint32 checksum;
  guint32 checksum_nonce;

  guint8 sealed[KEEL_VAULT_PAGE_IN_RECORD + KEEL_VAULT_PAGE_BYTES];
  guint8 page[KEEL_VAULT_PAGE_BYTES];
} KeelVaultFile;

/* Big-endian, as SQLite has them. */
guint32 keel_vault_get_number (const guint8 *bytes);
void keel_vault_put_number (guint8 *bytes, guint32 number);

/* @body and @cipher may be the same; @seal has KEEL_VAULT_SEAL_BYTES. FALSE when it is not what was
 * encrypted. */
void keel_vault_encrypt (KeelVaultFile *self, KeelVaultRole role, guint32 number, const guint8 *body,
                         gsize length, guint8 *cipher, guint8 *seal);
gboolean keel_vault_decrypt (KeelVaultFile *self, KeelVaultRole role, guint32 number, const guint8 *cipher,
                             gsize length, const guint8 *seal, guint8 *body);

/* The reserved bytes of @page become zeros in decrypting. */
void keel_vault_encrypt_page (KeelVaultFile *self, KeelVaultRole role, guint32 number, const guint8 *page,
                              guint8 *sealed);
gboolean keel_vault_decrypt_page (KeelVaultFile *self, KeelVaultRole role, guint32 number,
                                  const guint8 *sealed, guint8 *page);

/* What is really in the file. */
int keel_vault_read_lower (KeelVaultFile *self, void *data, int amount, gint64 offset);
int keel_vault_write_lower (KeelVaultFile *self, const void *data, int amount, gint64 offset);

/* Of a file that is a journal. It begins anew when it is opened and when it is emptied. */
void keel_vault_journal_begin (KeelVaultFile *self);
int keel_vault_journal_read (KeelVaultFile *self, guint8 *data, int amount, gint64 offset);
int keel_vault_journal_write (KeelVaultFile *self, const guint8 *data, int amount, gint64 offset);
/* FALSE when @sealed, whatever its magic, is no header of this key at @offset. */
gboolean keel_vault_journal_unseal_header (KeelVaultFile *self, const guint8 *sealed, gint64 offset,
                                           KeelVaultHeader *header);

G_END_DECLS

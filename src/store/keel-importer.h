#pragma once

#include <gio/gio.h>

#include "keel-directory.h"
#include "keel-import-report.h"
#include "keel-vault-key.h"

G_BEGIN_DECLS

typedef struct
{
  const char *list;     /* nullable: what the feed calls itself, else what its file or host is called */
  const char *program;  /* nullable: as the feed says */
  const char *timezone; /* nullable: keep what an earlier import of this list chose, else none */
  GFile *formats;       /* nullable: BMLT formats that go with it */
  KeelTypeTable *types; /* nullable */
  gboolean dry_run;     /* read and count, keep nothing */
  gint64 now;           /* seconds UTC: when it was imported */
} KeelImportOptions;

/* Called from the importing thread, at most ten times a second. @total is 0 where the size is unknown. */
typedef void (*KeelImportProgress) (guint64 bytes, guint64 total, guint meetings, gpointer data);

/* Imports @file, also g_file_new_for_uri () of an address, into the directory at @directory_path over a
 * connection of its own, parsing in one thread and inserting in the calling one, in one transaction: on an
 * error or when cancelled (G_IO_ERROR_CANCELLED) the directory is as it was. May run beside searches. */
KeelImportReport *keel_importer_import (const char *directory_path, KeelVaultKey *key, GFile *file,
                                        const KeelImportOptions *options, KeelImportProgress progress,
                                        gpointer data, GCancellable *cancellable, GError **error);

/* What a list from a file called @source, or from the address @source, is called unless the person names it;
 * transfer full. */
char *keel_importer_suggest_name (const char *source);
/* The same of a file, in which a calendar may say what it is called. Reads its beginning. */
char *keel_importer_suggest_name_of (GFile *file);

G_END_DECLS

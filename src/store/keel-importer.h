#pragma once

#include <gio/gio.h>

#include "keel-directory.h"
#include "keel-import-report.h"
#include "keel-vault-key.h"

G_BEGIN_DECLS

/*
 * Without a name in the options a list is called what it calls itself, else what its file or host is called.
 *
 * It is imported into the list that there is from the same source, also where that one had to take a number:
 * the same address; the same file; one beside it with the number of a copy ("meetings (1).json"); one of the
 * same name in another folder where the first is no longer there, so that it was moved. For the last two, and
 * for a file that says its own name, the lists have to be called alike as well. Unless it is the same file
 * and says its own name, the first meetings of the file have to be in the list, one in four at least, and a
 * file that does not say its name must not be known to be of another program: other publishers call their
 * files the same. From any other source, and in doubt, it is another list, even if it is called the same: it
 * gets a number, and nothing is lost. A newer download in a file of another name goes into the old list where
 * that one is named in the options, which always hold.
 */
typedef struct
{
  const char *list;     /* nullable: as below */
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
/* Which of @lists (of KeelList) a file probably goes into, or what a new one is called, in which a calendar
 * may say it itself. Reads its beginning; the import, which knows the meetings too, may find that it is
 * another list.
 */
char *keel_importer_suggest_name_of (GFile *file, GPtrArray *lists);

G_END_DECLS

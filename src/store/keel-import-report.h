#pragma once

#include "core/keel-feed-reader.h"

G_BEGIN_DECLS

/* What came of an import; `keelctl import --json` prints it. */
typedef struct
{
  char *source; /* display name of the file, or the address */
  KeelFeedFormat format;
  char *list;
  char *program;                            /* code; NULL where neither the list nor the person says */
  guint read;                               /* rows in the feed */
  guint added, updated, unchanged, removed; /* meetings of the directory */
  GPtrArray *skipped;                       /* of KeelSkippedRow */
  GArray *notices;                          /* of KeelNotice */
  gboolean not_modified; /* the address has had nothing new since the last time: nothing was read */
} KeelImportReport;

/* The importer's: an empty one, and one more copy of all @notices (of KeelNotice). */
KeelImportReport *keel_import_report_new (void);
void keel_import_report_add_notices (KeelImportReport *self, const GArray *notices);
void keel_import_report_free (KeelImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelImportReport, keel_import_report_free)

G_END_DECLS

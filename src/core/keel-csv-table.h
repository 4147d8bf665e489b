#pragma once

#include <json-glib/json-glib.h>

#include "keel-feed-reader.h"

G_BEGIN_DECLS

/*
 * KeelCsvTable: a spreadsheet as text. Its delimiter, the row that names the columns (not always the first)
 * and its encoding are found by looking at how it begins.
 */
typedef struct _KeelCsvTable KeelCsvTable;

/* @head is how @stream begins, not yet taken from it. NULL where no row of it names columns. */
KeelCsvTable *keel_csv_table_new (GInputStream *stream, const char *head, gsize length);
void keel_csv_table_free (KeelCsvTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelCsvTable, keel_csv_table_free)

KeelFeedFormat keel_csv_table_get_format (KeelCsvTable *self);

/* What keel_csv_table_next () found out about a row. */
typedef struct
{
  JsonObject *cells;   /* by the names of their columns, without the empty ones; owned by the caller */
  const char *charset; /* where its letters are not UTF-8: as what they were read; else NULL */
  gboolean odd;        /* its cells do not fit the columns: they may be in the wrong places */
} KeelCsvRow;

/* FALSE at the end (no error) or on failure, as keel_csv_splitter_next (). */
gboolean keel_csv_table_next (KeelCsvTable *self, KeelCsvRow *row, GCancellable *cancellable, GError **error);

guint64 keel_csv_table_get_position (KeelCsvTable *self); /* bytes consumed */

G_END_DECLS

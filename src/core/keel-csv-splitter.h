#pragma once

#include <gio/gio.h>

#include "keel-row-splitter.h"

G_BEGIN_DECLS

#define KEEL_MAX_CELLS 500

/*
 * KeelCsvSplitter: cuts a stream of comma-separated values (or whatever the delimiter is) into rows without
 * holding more than one. Lines may end in CR, LF or both, cells in quotes may hold anything. A quote that is
 * not closed, or not where it belongs, costs its own row and never swallows those that follow.
 */
typedef struct _KeelCsvSplitter KeelCsvSplitter;

/* Passes a mark of UTF-8. What encoding the rest is in does not matter, as long as ASCII is ASCII. */
KeelCsvSplitter *keel_csv_splitter_new (GInputStream *stream, char delimiter);
void keel_csv_splitter_free (KeelCsvSplitter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelCsvSplitter, keel_csv_splitter_free)

/* The next row that is not empty. FALSE at the end (no error) or on failure: G_IO_ERROR, or
 * KEEL_FEED_ERROR_TOO_LARGE beyond KEEL_MAX_FILE_SIZE or KEEL_MAX_ROW_SIZE. */
gboolean keel_csv_splitter_next (KeelCsvSplitter *self, GCancellable *cancellable, GError **error);

/* Of the row that was given; at most KEEL_MAX_CELLS, the rest is dropped. */
guint keel_csv_splitter_get_length (KeelCsvSplitter *self);
/* "" beyond the last. Bytes as in the stream but without NUL; valid until the next row. */
const char *keel_csv_splitter_get_cell (KeelCsvSplitter *self, guint position);
/* Whether a quote of the row had to be taken for an ordinary character. */
gboolean keel_csv_splitter_is_mended (KeelCsvSplitter *self);

guint64 keel_csv_splitter_get_position (KeelCsvSplitter *self); /* bytes consumed */

G_END_DECLS

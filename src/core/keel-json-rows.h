#pragma once

#include <json-glib/json-glib.h>

#include "keel-bmlt-formats.h"
#include "keel-row-splitter.h"

G_BEGIN_DECLS

/*
 * KeelJsonRows: the rows of a list in JSON or JSONP, parsed one at a time, out of whatever a publisher or a
 * spreadsheet service wraps around them.
 */
typedef struct _KeelJsonRows KeelJsonRows;

/* @formats gets what the answer lists of them beside its rows, and must live as long. */
KeelJsonRows *keel_json_rows_new (GInputStream *stream, KeelBmltFormats *formats);
void keel_json_rows_free (KeelJsonRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelJsonRows, keel_json_rows_free)

/* The next row: an object, anything else that stands in its place, or NULL where it is not JSON. Owned by
 * @self until the next call. FALSE at the end (no error) or on failure, as keel_row_splitter_next (). */
gboolean keel_json_rows_next (KeelJsonRows *self, JsonNode **row, GCancellable *cancellable, GError **error);

gboolean keel_json_rows_saw_list (KeelJsonRows *self);    /* an array in which meetings are looked for */
gboolean keel_json_rows_saw_formats (KeelJsonRows *self); /* one of formats beside it */
gboolean keel_json_rows_has_trailing (KeelJsonRows *self);
guint64 keel_json_rows_get_position (KeelJsonRows *self); /* bytes consumed */

/* Adds the formats of @stream, a BMLT GetFormats answer. */
gboolean keel_json_rows_read_formats (KeelBmltFormats *formats, GInputStream *stream,
                                      GCancellable *cancellable, GError **error);

/* Formats may stand behind the meetings that need them: a stream that can go back is read twice. What is
 * wrong with it is found the second time. */
gboolean keel_json_rows_scan_for_formats (KeelBmltFormats *formats, GInputStream *stream,
                                          GCancellable *cancellable, GError **error);

G_END_DECLS

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KEEL_MAX_DEPTH 64
#define KEEL_MAX_FILE_SIZE (G_GUINT64_CONSTANT (256) * 1024 * 1024)
#define KEEL_MAX_ROW_SIZE (16 * 1024 * 1024)
#define KEEL_MAX_ROW_VALUES 4096
#define KEEL_MAX_ROWS (500 * 1000)

#define KEEL_FEED_ERROR (keel_feed_error_quark ())
GQuark keel_feed_error_quark (void);

/* Why a whole file could not be read. Row by row trouble is a KeelSkipReason. */
typedef enum
{
  KEEL_FEED_ERROR_EMPTY_FILE,   /* no bytes, or white space alone */
  KEEL_FEED_ERROR_EMPTY_LIST,   /* a proper list with no meeting in it */
  KEEL_FEED_ERROR_HTML,         /* a web page, a login or a challenge */
  KEEL_FEED_ERROR_ENCODING,     /* not UTF-8 */
  KEEL_FEED_ERROR_TRUNCATED,    /* the file stops in the middle */
  KEEL_FEED_ERROR_SYNTAX,       /* JSON that is none */
  KEEL_FEED_ERROR_TOO_DEEP,     /* nested deeper than KEEL_MAX_DEPTH */
  KEEL_FEED_ERROR_TOO_LARGE,    /* beyond KEEL_MAX_FILE_SIZE, KEEL_MAX_ROWS or KEEL_MAX_ROW_SIZE */
  KEEL_FEED_ERROR_FORMAT,       /* readable, but no list of meetings that Keel knows */
  KEEL_FEED_ERROR_FORMATS_ONLY, /* a BMLT list of formats, not of meetings */
  KEEL_FEED_ERROR_NO_MEETINGS,  /* rows there are, but none of them could be used */
} KeelFeedError;

/*
 * KeelRowSplitter: cuts a stream of JSON (or JSONP) into the rows of its arrays without holding more
 * than one row.
 */
typedef struct _KeelRowSplitter KeelRowSplitter;

KeelRowSplitter *keel_row_splitter_new (GInputStream *stream);
void keel_row_splitter_free (KeelRowSplitter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelRowSplitter, keel_row_splitter_free)

/* The next row: its text (valid until the next call, UTF-8 checked, not otherwise parsed) and the name
 * of the array that holds it ("" for a bare array, "meetings", "formats" …). Returns FALSE at the end
 * (no error) or on failure (@error set). */
gboolean keel_row_splitter_next (KeelRowSplitter *self, const char **row, gsize *length, const char **array,
                                 GCancellable *cancellable, GError **error);

/* Whether the row that keel_row_splitter_next () gave is plain enough for a JSON parser that knows no
 * depth limit: no text in single quotes, no comments, no broken escapes (all of which such parsers read
 * each in its own way), brackets that match and not too many values. */
gboolean keel_row_splitter_is_sound (KeelRowSplitter *self);

gboolean keel_row_splitter_saw_array (KeelRowSplitter *self, const char *array); /* so far */
guint64 keel_row_splitter_get_position (KeelRowSplitter *self);                  /* bytes consumed */
gboolean keel_row_splitter_has_trailing (KeelRowSplitter *self); /* garbage after the end was ignored */

G_END_DECLS

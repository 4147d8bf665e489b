#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a file is, by how it begins; never by its name. */

/* So much of a file is looked at. */
#define KEEL_FEED_HEAD_SIZE (64 * 1024)

/* JSON, JSONP, a web page, nothing at all, or bytes that are no text: the reader of JSON knows what to say
 * of all of these. What is left may be a spreadsheet. */
gboolean keel_feed_is_json (const char *head, gsize length);

/* @stream with its beginning held ready: keel_feed_peek (). UTF-16 with its mark becomes UTF-8. NULL with an
 * error of G_IO_ERROR or KEEL_FEED_ERROR. */
GInputStream *keel_feed_open (GInputStream *stream, GCancellable *cancellable, GError **error);

/* The beginning of what keel_feed_open () gave, as long as nothing was read from it. */
const char *keel_feed_peek (GInputStream *opened, gsize *length);

G_END_DECLS

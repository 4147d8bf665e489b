#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a calendar calls itself: X-WR-CALNAME, which most exporters write, or NAME (RFC 7986 §5.1), as far as
 * it stands in the first @length bytes. One line of valid UTF-8; NULL where it has no name. Transfer full. */
char *keel_ical_read_name (const char *data, gsize length);

G_END_DECLS

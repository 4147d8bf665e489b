#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A link to a place that is safe to open: `geo:` with two numbers and nothing else, or an https link as
 * keel_link_check () returns one. NULL where @text (nullable) is neither. Transfer full. */
char *keel_map_link_check (const char *text);

/* The place of a checked `geo:` link on a map in the web, for a computer without a map of its own. NULL for
 * other links. Transfer full. */
char *keel_map_link_get_web (const char *link);

G_END_DECLS

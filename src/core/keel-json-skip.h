#pragma once

#include "keel-byte-window.h"

G_BEGIN_DECLS

#define KEEL_JSON_UNIT_LENGTH 6

/* The code unit of the `\uXXXX` at @text, which has at least so many bytes; -1 where it is none. */
int keel_json_parse_unit (const char *text);

/* Moves over the string that begins at the window's position. */
gboolean keel_json_skip_string (KeelByteWindow *window);

/* Moves over one value of any kind around which @outer brackets are open, without recursion. *@sound tells
 * whether every parser reads it alike: keel_row_splitter_is_sound (). */
gboolean keel_json_skip_value (KeelByteWindow *window, guint outer, gboolean *sound);

G_END_DECLS

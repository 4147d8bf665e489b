#pragma once

#include "keel-byte-window.h"

G_BEGIN_DECLS

/* Moves over the string that begins at the window's position. */
gboolean keel_json_skip_string (KeelByteWindow *window);

/* Moves over one value of any kind around which @outer brackets are open, without recursion. *@sound tells
 * whether every parser reads it alike: keel_row_splitter_is_sound (). */
gboolean keel_json_skip_value  (KeelByteWindow *window, guint outer, gboolean *sound);

G_END_DECLS

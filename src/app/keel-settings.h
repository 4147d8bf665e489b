#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The sizes and the like that the window remembers: nothing personal. Transfer full; NULL where the schema is
 * not installed. */
GSettings *keel_settings_open (void);

G_END_DECLS

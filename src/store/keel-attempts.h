#pragma once

/* Private to store: how long to wait after passphrases and recovery codes that did not fit. The file
 * `attempts` in a profile's folder; keel-vault(5) describes it. One that is missing or makes no sense says
 * that there were none. */

#include <glib.h>

G_BEGIN_DECLS

/* Seconds from @now until the next one may be tried. */
guint keel_attempts_get_wait (const char *folder, gint64 now);

/* One more that did not fit. That it cannot be written keeps nobody out: a warning. */
void keel_attempts_add (const char *folder, gint64 now);
void keel_attempts_clear (const char *folder);

G_END_DECLS

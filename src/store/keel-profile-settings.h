#pragma once

/* Private to store: profile.ini, what Keel must know of a profile before it is unlocked. */

#include <glib.h>

G_BEGIN_DECLS

/* Writes the file if it is not there. */
gboolean keel_profile_settings_make (const char *folder, GError **error);
/* NULL where the person gave none, or the file cannot be read. */
char *keel_profile_settings_get_name (const char *folder);

G_END_DECLS

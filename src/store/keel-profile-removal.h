#pragma once

/* Private to store: how a profile's folder goes. It first gets a name that no profile has, so that what an
 * end of the program or of the power leaves behind is known for what it is. */

#include <glib.h>

G_BEGIN_DECLS

/* With keel_profile_lock_alone ()'s descriptor held. From the moment that it is renamed the profile is gone,
 * also where this fails after it. */
gboolean keel_profile_removal_start (const char *data_dir, const char *id, GError **error);
/* Removes what an interrupted one left, with a warning where that cannot be. */
void keel_profile_removal_finish (const char *data_dir);

G_END_DECLS

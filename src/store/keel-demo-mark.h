#pragma once

/* That a profile is a demo, as its profile.ini says. */

#include <glib.h>

G_BEGIN_DECLS

/* @folder is the profile's. What cannot be read is no demo: nothing of a person's own is ever removed for
 * one. */
gboolean keel_demo_mark_is_set (const char *folder);
/* The file has to be there. Errors are of KEEL_STORE_ERROR. */
gboolean keel_demo_mark_set (const char *folder, GError **error);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Opens @link (one that keel_link_check () or keel_map_link_check () returned) with the person's own program
 * for it; a place that no program of theirs shows, on a map in the web. @token (nullable): what the desktop
 * gave for the click, so that the window may come to the front. */
gboolean keel_reminder_launch_link (const char *link, const char *token, GError **error);

/* Opens Keel on the profile @profile of @data_dir, at @series (nullable), as a program of its own. */
gboolean keel_reminder_launch_keel (const char *data_dir, const char *profile, const char *series,
                                    const char *token, GError **error);

G_END_DECLS

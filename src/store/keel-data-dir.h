#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The folder that holds everything, and the folders of profiles in it. Apart from KeelProfile, so that
 * keel-reminders does not carry the importer. */

char *keel_data_dir_get_default (void);                                 /* $XDG_DATA_HOME/keel */
char **keel_data_dir_list_profiles (const char *data_dir);              /* ids, in order */
char *keel_data_dir_get_profile (const char *data_dir, const char *id); /* the profile's folder */
/* An id is a folder's name: not empty, no slash, not hidden. */
gboolean keel_data_dir_is_profile_id (const char *id);
/* Makes @folder and what is missing above it, for this person alone (0700 whatever the umask). A folder
 * that was there stays as it is. */
gboolean keel_data_dir_make_folder (const char *folder, GError **error);

G_END_DECLS

#pragma once

/* The profiles of a data folder: which there are, a new one, one less. None of them has to be open. */

#include <glib.h>

#include "keel-profile-settings.h"

G_BEGIN_DECLS

/* One profile as it can be known without opening it. */
typedef struct
{
  char *id;
  char *folder;
  char *name; /* as in profile.ini; where there is none, the id */
  gboolean protected;
  KeelProfileSettings *settings;
} KeelProfileCard;

void keel_profile_card_free (KeelProfileCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelProfileCard, keel_profile_card_free)

/* Of KeelProfileCard, by id: the first one made is the first. Also finishes removals that were interrupted.
 */
GPtrArray *keel_profiles_list (const char *data_dir);
/* The one with this id, else the one called so (case does not matter); NULL where there is none. */
KeelProfileCard *keel_profiles_find (const char *data_dir, const char *id_or_name);
char *keel_profiles_get_name (const char *data_dir, const char *id); /* transfer full */

/* Makes the profile "default" where there is none at all; its id. A new one is welcomed. */
char *keel_profiles_make_first (const char *data_dir, GError **error);
/* Makes one more, with an id that says nothing ("profile-2"); its id. INVALID or NAME_TAKEN for @name. */
char *keel_profiles_create (const char *data_dir, const char *name, KeelPageGroups pages, const char *picture,
                            GError **error);
/* Whether @name can be that of the profile @id (NULL: of a new one): INVALID or NAME_TAKEN. */
gboolean keel_profiles_check_name (const char *data_dir, const char *id, const char *name, GError **error);
/* Everything, for good. Its keys go first: what was encrypted cannot be read from then on. The rest is
 * overwritten before it is deleted, as far as the disk really does so. IN_USE while it is open anywhere. */
gboolean keel_profiles_remove (const char *data_dir, const char *id, GError **error);

G_END_DECLS

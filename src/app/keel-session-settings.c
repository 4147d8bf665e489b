#include "keel-session-settings.h"

#include "store/keel-profiles.h"

#include "keel-session-private.h"

gboolean
keel_session_save_settings (KeelSession *self, const KeelProfileSettings *settings, GError **error)
{
  if (settings->name != NULL &&
      !keel_profiles_check_name (keel_session_get_data_dir (self), keel_session_get_profile_id (self),
                                 settings->name, error))
    return FALSE;
  return keel_profile_settings_save (settings, keel_session_get_folder (self), error);
}

char *
keel_session_find_other_profile (KeelSession *self, guint *others)
{
  g_autoptr (GPtrArray) cards = keel_profiles_list (keel_session_get_data_dir (self));
  char *first = NULL;

  *others = 0;
  for (guint i = 0; i < cards->len; i++)
    {
      KeelProfileCard *card = cards->pdata[i];

      if (g_strcmp0 (card->id, keel_session_get_profile_id (self)) == 0)
        continue;
      if ((*others)++ == 0)
        first = g_strdup (card->id);
    }
  return first;
}

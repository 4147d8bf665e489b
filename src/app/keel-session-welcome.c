#include "keel-session-welcome.h"

#include "store/keel-profile-settings.h"

#define FIRST_TIME "keel-first-time"

guint
keel_session_get_welcome (KeelSession *self)
{
  const char *folder = keel_session_get_folder (self);
  g_autoptr (KeelProfileSettings) settings = folder != NULL ? keel_profile_settings_load (folder) : NULL;

  return settings != NULL ? settings->welcome : 0;
}

gboolean
keel_session_set_welcome (KeelSession *self, guint page, GError **error)
{
  return keel_profile_settings_save_welcome (keel_session_get_folder (self), page, error);
}

void
keel_session_begin_first_time (KeelSession *self)
{
  g_object_set_data (G_OBJECT (self), FIRST_TIME, GINT_TO_POINTER (TRUE));
}

gboolean
keel_session_is_first_time (KeelSession *self)
{
  return g_object_get_data (G_OBJECT (self), FIRST_TIME) != NULL;
}

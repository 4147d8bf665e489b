#include "keel-session-settings.h"

#include "store/keel-profiles.h"
#include "store/keel-protection.h"

#include "keel-session-private.h"

/* Kept at the session: the file would be read once for every row that asks. */
static GQuark
groups_quark (void)
{
  return g_quark_from_static_string ("keel-page-groups");
}

static void
keep_groups (KeelSession *self, KeelPageGroups groups)
{
  g_object_set_qdata (G_OBJECT (self), groups_quark (), GUINT_TO_POINTER (groups));
}

KeelPageGroups
keel_session_get_page_groups (KeelSession *self)
{
  KeelPageGroups groups = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (self), groups_quark ()));
  g_autoptr (KeelProfileSettings) settings = NULL;

  if (groups != 0)
    return groups;
  if (keel_session_get_folder (self) == NULL)
    return KEEL_PAGES_MEMBER;
  settings = keel_profile_settings_load (keel_session_get_folder (self));
  keep_groups (self, settings->pages);
  return settings->pages;
}

gboolean
keel_session_is_for_family_alone (KeelSession *self)
{
  return keel_session_get_page_groups (self) == KEEL_PAGES_FAMILY;
}

gboolean
keel_session_save_settings (KeelSession *self, const KeelProfileSettings *settings, GError **error)
{
  g_autoptr (KeelProfileSettings) kept = keel_profile_settings_load (keel_session_get_folder (self));
  KeelProfileSettings wanted = *settings;
  KeelPageGroups before = keel_session_get_page_groups (self);

  /* Somebody may have written a code down since @settings were read. */
  wanted.code_noted = kept->code_noted;
  if (settings->name != NULL &&
      !keel_profiles_check_name (keel_session_get_data_dir (self), keel_session_get_profile_id (self),
                                 settings->name, error))
    return FALSE;
  if (!keel_profile_settings_save (&wanted, keel_session_get_folder (self), error))
    return FALSE;
  keep_groups (self, wanted.pages);
  if (wanted.pages != before)
    g_signal_emit_by_name (self, "pages-changed");
  return TRUE;
}

gboolean
keel_session_note_code (KeelSession *self, gboolean noted, GError **error)
{
  const char *folder = keel_session_get_folder (self);
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (folder);

  settings->code_noted = noted;
  return keel_profile_settings_save (settings, folder, error);
}

gboolean
keel_session_wants_new_code (KeelSession *self)
{
  const char *folder = keel_session_get_folder (self);
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (folder);

  return keel_session_is_protected (self) && !settings->code_noted &&
         keel_protection_has_recovery_code (folder);
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

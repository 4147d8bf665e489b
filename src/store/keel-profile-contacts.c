#include "keel-profile-contacts.h"

#include "keel-profile-private.h"

gboolean
keel_profile_set_contact (KeelProfile *self, KeelContact *contact, KeelNextContact *next,
                          KeelContact **before, GError **error)
{
  g_autofree char *prompt = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  if (!keel_journal_set_contact (keel_profile_get_journal (self), contact, next, before, &prompt, error))
    return FALSE;
  if (prompt != NULL)
    keel_profile_project_or_warn (self);
  return TRUE;
}

gboolean
keel_profile_set_contact_deleted (KeelProfile *self, const char *uuid, gboolean deleted,
                                  KeelNextContact *next, GError **error)
{
  g_autofree char *prompt = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  if (!keel_journal_set_contact_deleted (keel_profile_get_journal (self), uuid, deleted, next, &prompt,
                                         error))
    return FALSE;
  if (prompt != NULL)
    keel_profile_project_or_warn (self);
  return TRUE;
}

#include "keel-profile-prompts.h"

#include "keel-journal-prompts.h"
#include "keel-profile-private.h"

gboolean
keel_profile_set_prompt (KeelProfile *self, KeelPrompt *prompt, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (prompt != NULL && prompt->schedule != NULL, FALSE);

  if (!keel_journal_set_prompt (keel_profile_get_journal (self), prompt, error))
    return FALSE;
  keel_profile_project_or_warn (self);
  return TRUE;
}

gboolean
keel_profile_drop_prompt (KeelProfile *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  if (!keel_journal_drop_prompt (keel_profile_get_journal (self), uuid, error))
    return FALSE;
  keel_profile_project_or_warn (self);
  return TRUE;
}

GPtrArray *
keel_profile_get_prompts (KeelProfile *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  return keel_journal_get_prompts (keel_profile_get_journal (self), NULL, error);
}

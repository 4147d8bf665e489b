#include "keel-profile-plans.h"

#include "keel-journal-plans.h"
#include "keel-profile-private.h"

GPtrArray *
keel_profile_get_plans (KeelProfile *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  return keel_journal_get_plans (keel_profile_get_journal (self), error);
}

gboolean
keel_profile_set_plan (KeelProfile *self, KeelPlan *plan, KeelPlan **before, GError **error)
{
  gboolean reminders;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (plan != NULL, FALSE);

  if (!keel_journal_set_plan (keel_profile_get_journal (self), plan, before, &reminders, error))
    return FALSE;
  if (reminders)
    keel_profile_project_or_warn (self);
  return TRUE;
}

gboolean
keel_profile_set_plan_deleted (KeelProfile *self, const char *uuid, gboolean deleted, GError **error)
{
  gboolean reminders;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  if (!keel_journal_set_plan_deleted (keel_profile_get_journal (self), uuid, deleted, &reminders, error))
    return FALSE;
  if (reminders)
    keel_profile_project_or_warn (self);
  return TRUE;
}

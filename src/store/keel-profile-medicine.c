#include "keel-profile-medicine.h"

#include "keel-journal-medicine.h"
#include "keel-profile-private.h"

static gint64
get_today (KeelProfile *self)
{
  KeelClock *clock = keel_profile_get_clock (self);
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (clock);

  return keel_local_time_get_days (keel_local_time_from_utc (keel_clock_get_now (clock), zone));
}

GPtrArray *
keel_profile_get_medicines (KeelProfile *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  return keel_journal_get_medicines (keel_profile_get_journal (self), error);
}

GArray *
keel_profile_get_medicine_marks (KeelProfile *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  return keel_journal_get_medicine_marks (keel_profile_get_journal (self), uuid, error);
}

gboolean
keel_profile_set_medicine (KeelProfile *self, KeelMedicine *medicine, KeelMedicine **before, GError **error)
{
  gboolean reminders;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (medicine != NULL, FALSE);

  if (!keel_journal_set_medicine (keel_profile_get_journal (self), medicine, get_today (self), before,
                                  &reminders, error))
    return FALSE;
  if (reminders)
    keel_profile_project_or_warn (self);
  return TRUE;
}

gboolean
keel_profile_set_medicine_deleted (KeelProfile *self, const char *uuid, gboolean deleted, GError **error)
{
  gboolean reminders;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  if (!keel_journal_set_medicine_deleted (keel_profile_get_journal (self), uuid, deleted, get_today (self),
                                          &reminders, error))
    return FALSE;
  if (reminders)
    keel_profile_project_or_warn (self);
  return TRUE;
}

gboolean
keel_profile_mark_medicine (KeelProfile *self, const char *uuid, gint64 day, KeelMedicineState state,
                            KeelMedicineState *before, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_journal_mark_medicine (keel_profile_get_journal (self), uuid, day, state, before, error);
}

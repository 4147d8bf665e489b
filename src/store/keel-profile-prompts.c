#include "keel-profile-prompts.h"

#include "core/keel-local-time.h"
#include "keel-journal-prompts.h"
#include "keel-profile-private.h"

/* How long after its time a delay is still worth telling of, in minutes. */
#define DELAY_DURATION 60

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

/* In the zone where the person is, so that the reminder speaks of no other; in UTC where that has no name, or
 * its clock shows the same time twice. */
static KeelSchedule *
make_delay (KeelProfile *self, guint minutes, GError **error)
{
  KeelClock *clock = keel_profile_get_clock (self);
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (clock);
  g_autofree char *name = keel_zone_name_resolve (g_time_zone_get_identifier (zone));
  gint64 due = (keel_clock_get_now (clock) + 59) / 60 + minutes;
  KeelLocalTime local = keel_local_time_from_utc (due * 60, zone);

  if (name != NULL && keel_local_time_to_utc (local, zone) == due * 60)
    return keel_schedule_new (local, name, DELAY_DURATION, NULL, error);
  return keel_schedule_new (due, "UTC", DELAY_DURATION, NULL, error);
}

KeelPrompt *
keel_profile_set_delay (KeelProfile *self, guint minutes, const char *strategy, GError **error)
{
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelPrompt) prompt = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  if (minutes == 0 || minutes > KEEL_DELAY_MAX_MINUTES)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "A delay takes 1 to %d minutes",
                   KEEL_DELAY_MAX_MINUTES);
      return NULL;
    }
  schedule = make_delay (self, minutes, error);
  if (schedule == NULL)
    return NULL;
  prompt = keel_prompt_new (KEEL_PROMPT_PRACTICE, schedule);
  prompt->subject = g_strdup (strategy);
  prompt->style.important = TRUE;
  if (!keel_journal_set_delay (keel_profile_get_journal (self), prompt, error))
    return NULL;
  keel_profile_project_or_warn (self);
  return g_steal_pointer (&prompt);
}

gboolean
keel_profile_drop_delay (KeelProfile *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  if (!keel_journal_set_delay (keel_profile_get_journal (self), NULL, error))
    return FALSE;
  keel_profile_project_or_warn (self);
  return TRUE;
}

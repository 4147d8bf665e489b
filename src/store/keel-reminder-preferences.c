#include "keel-reminder-preferences.h"

gboolean
keel_reminder_preferences_has_quiet_hours (const KeelReminderPreferences *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->quiet_from >= 0 && self->quiet_to >= 0 && self->quiet_from != self->quiet_to;
}

gboolean
keel_reminder_preferences_is_quiet (const KeelReminderPreferences *self, int minute)
{
  if (!keel_reminder_preferences_has_quiet_hours (self))
    return FALSE;
  if (self->quiet_from < self->quiet_to)
    return minute >= self->quiet_from && minute < self->quiet_to;
  return minute >= self->quiet_from || minute < self->quiet_to;
}

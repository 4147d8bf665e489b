#include "keel-reminder-file.h"

KeelReminderRule *
keel_reminder_rule_new (const char *series, int lead, KeelSchedule *schedule, gint64 since)
{
  KeelReminderRule *self;

  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (schedule != NULL, NULL);

  self = g_new0 (KeelReminderRule, 1);
  self->series = g_strdup (series);
  self->lead = lead;
  self->schedule = keel_schedule_ref (schedule);
  self->since = since;
  return self;
}

void
keel_reminder_rule_free (KeelReminderRule *self)
{
  if (self == NULL)
    return;
  g_free (self->series);
  keel_schedule_unref (self->schedule);
  g_free (self->name);
  g_free (self->link);
  g_free (self);
}

void
keel_snooze_free (KeelSnooze *self)
{
  if (self == NULL)
    return;
  g_free (self->series);
  g_free (self);
}

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
  self->meeting = TRUE;
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
  g_free (self->place);
  g_free (self->map);
  g_free (self);
}

gboolean
keel_reminder_rule_has_words (const KeelReminderRule *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->name != NULL || self->link != NULL || self->place != NULL || self->map != NULL;
}

KeelOccurrenceKey *
keel_occurrence_key_new (const char *series, KeelLocalTime occurrence)
{
  KeelOccurrenceKey *self;

  g_return_val_if_fail (series != NULL, NULL);

  self = g_new (KeelOccurrenceKey, 1);
  self->series = g_strdup (series);
  self->occurrence = occurrence;
  return self;
}

void
keel_occurrence_key_free (KeelOccurrenceKey *self)
{
  if (self == NULL)
    return;
  g_free (self->series);
  g_free (self);
}

KeelReminderAnswer *
keel_reminder_answer_copy (const KeelReminderAnswer *self)
{
  KeelReminderAnswer *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (KeelReminderAnswer, 1);
  *copy = *self;
  copy->uuid = g_strdup (self->uuid);
  copy->series = g_strdup (self->series);
  return copy;
}

void
keel_reminder_answer_free (KeelReminderAnswer *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->series);
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

#include "keel-reminder.h"

#include "core/keel-meeting.h"
#include "keel-map-link.h"
#include "keel-reminder-folder.h"

static void
clear_reminder (KeelReminder *self)
{
  g_object_unref (self->folder);
  g_ptr_array_unref (self->rules);
}

KeelReminder *
keel_reminder_new (KeelReminderFolder *folder, GPtrArray *rules, const KeelReminderRule *rule, int lead,
                   const KeelOccurrence *occurrence, gint64 due, gint64 end)
{
  KeelReminder *self = g_rc_box_new0 (KeelReminder);

  self->folder = g_object_ref (folder);
  self->rules = g_ptr_array_ref (rules);
  self->rule = rule;
  self->lead = lead;
  self->occurrence = *occurrence;
  self->due = due;
  self->end = end;
  return self;
}

KeelReminder *
keel_reminder_ref (KeelReminder *self)
{
  return g_rc_box_acquire (self);
}

void
keel_reminder_unref (KeelReminder *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear_reminder);
}

gboolean
keel_reminder_is_question (const KeelReminder *self)
{
  return self->lead == KEEL_LEAD_AFTERWARDS;
}

gboolean
keel_reminder_is_important (const KeelReminder *self)
{
  return self->rule->important && !keel_reminder_is_question (self);
}

gboolean
keel_reminder_was_shown (const KeelReminder *self)
{
  return self->shown != 0 || self->again;
}

gboolean
keel_reminder_has_ended (const KeelReminder *self, gint64 now)
{
  return self->end <= now;
}

gboolean
keel_reminder_is_over (const KeelReminder *self, gint64 now)
{
  return self->rule->meeting && self->occurrence.end > self->occurrence.start && self->occurrence.end <= now;
}

gboolean
keel_reminder_same_occurrence (const KeelReminder *a, const KeelReminder *b)
{
  return a->folder == b->folder && a->occurrence.original == b->occurrence.original &&
         g_str_equal (a->rule->series, b->rule->series);
}

gboolean
keel_reminder_is_open (const KeelReminder *self, gboolean alone)
{
  return self->rule->reach == KEEL_REACH_ALWAYS || (self->rule->reach == KEEL_REACH_ALONE && alone);
}

char *
keel_reminder_get_link (const KeelReminder *self)
{
  return self->rule->meeting ? keel_link_check (self->rule->link) : NULL;
}

char *
keel_reminder_get_map (const KeelReminder *self)
{
  return self->rule->meeting ? keel_map_link_check (self->rule->map) : NULL;
}

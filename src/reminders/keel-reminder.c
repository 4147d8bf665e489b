#include "keel-reminder.h"

#include "core/keel-meeting.h"
#include "keel-reminder-folder.h"

static void
clear_reminder (KeelReminder *self)
{
  g_object_unref (self->folder);
  g_free (self->series);
  g_free (self->link);
}

KeelReminder *
keel_reminder_new (KeelReminderFolder *folder, const char *series, int lead, const KeelOccurrence *occurrence,
                   gint64 due, const char *link)
{
  KeelReminder *self = g_rc_box_new0 (KeelReminder);

  self->folder = g_object_ref (folder);
  self->series = g_strdup (series);
  self->lead = lead;
  self->occurrence = *occurrence;
  self->due = due;
  self->link = link != NULL ? keel_link_check (link) : NULL;
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
keel_reminder_has_ended (const KeelReminder *self, gint64 now)
{
  return self->occurrence.end <= now;
}

gboolean
keel_reminder_same_occurrence (const KeelReminder *a, const KeelReminder *b)
{
  return a->folder == b->folder && a->occurrence.original == b->occurrence.original &&
         g_str_equal (a->series, b->series);
}

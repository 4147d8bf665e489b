#pragma once

#include "core/keel-clock.h"
#include "keel-reminder.h"

G_BEGIN_DECLS

/*
 * KeelReminderRecord: what is written of reminders: who shows them, what became of them, and what a person
 * answered. Many at once are one transaction of each profile's. What cannot be written is warned of, and
 * costs nobody a reminder.
 */
typedef struct _KeelReminderRecord KeelReminderRecord;

KeelReminderRecord *keel_reminder_record_new (KeelClock *clock);
void keel_reminder_record_free (KeelReminderRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminderRecord, keel_reminder_record_free)

/* Leaves in @reminders (GPtrArray of KeelReminder) those that this process is to show. */
void keel_reminder_record_claim (KeelReminderRecord *self, GPtrArray *reminders);
/* Of what was claimed and shown, at the instant that each has. @do_not_disturb: the desktop was in that
 * state. */
void keel_reminder_record_confirm (KeelReminderRecord *self, GPtrArray *reminders, gboolean do_not_disturb);
/* Of what was claimed and had ended before it could be shown. */
void keel_reminder_record_miss (KeelReminderRecord *self, GPtrArray *reminders);
/* Of what was claimed and could not be shown, and why. */
void keel_reminder_record_release (KeelReminderRecord *self, GPtrArray *reminders, const char *reason);
/* A line for each: the server that showed them went, and another has them. */
void keel_reminder_record_repeat (KeelReminderRecord *self, GPtrArray *reminders);
/* Of what this process has shown: the next one is to show it again. FALSE where some of it could not be
 * written. */
gboolean keel_reminder_record_hand_over (KeelReminderRecord *self, GPtrArray *reminders);
void keel_reminder_record_dismiss (KeelReminderRecord *self, GPtrArray *reminders);

/* Asks for one more at @until, seconds UTC. FALSE where it could not be written. */
gboolean keel_reminder_record_snooze (KeelReminderRecord *self, const KeelReminder *reminder, gint64 until);
gboolean keel_reminder_record_reply (KeelReminderRecord *self, const KeelReminder *reminder, KeelReply reply);

G_END_DECLS

#pragma once

#include "keel-reminder.h"

G_BEGIN_DECLS

/*
 * KeelReminderWaiting: reminders that are due and not shown yet, each with what it waits for and until when.
 * What could not be shown is tried again after 1, 2, 4 … at most 15 minutes.
 */
typedef struct _KeelReminderWaiting KeelReminderWaiting;

KeelReminderWaiting *keel_reminder_waiting_new (void);
void keel_reminder_waiting_free (KeelReminderWaiting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminderWaiting, keel_reminder_waiting_free)

/* @until (seconds UTC) is ignored with KEEL_WAIT_SERVER. */
void keel_reminder_waiting_add (KeelReminderWaiting *self, KeelReminder *reminder, KeelWait wait,
                                gint64 until);
/* Moves to @due what has waited long enough, and what waits for a server and has ended meanwhile. */
void keel_reminder_waiting_take (KeelReminderWaiting *self, gint64 now, GPtrArray *due);
/* Something was shown, or not, at @now: when to try the rest again. */
void keel_reminder_waiting_plan (KeelReminderWaiting *self, gint64 now, gboolean success);
/* There may be a server again. FALSE where nothing waits for it. */
gboolean keel_reminder_waiting_hurry (KeelReminderWaiting *self);

/* When to take again, seconds UTC, or KEEL_REMINDER_NEVER. */
gint64 keel_reminder_waiting_get_next (KeelReminderWaiting *self);
guint keel_reminder_waiting_count (KeelReminderWaiting *self, KeelWait wait);
/* Until when the first of those waits, seconds UTC, or KEEL_REMINDER_NEVER. */
gint64 keel_reminder_waiting_get_first (KeelReminderWaiting *self, KeelWait wait);

/* Moves to @shown what was on the screen before, and waits to be there again. */
void keel_reminder_waiting_take_shown (KeelReminderWaiting *self, GPtrArray *shown);
/* @folder was read anew: leaves out what it finds again, and what is no longer so. */
void keel_reminder_waiting_review (KeelReminderWaiting *self, KeelReminderFolder *folder, GTimeZone *person);
/* Leaves out what is @folder's. */
void keel_reminder_waiting_drop (KeelReminderWaiting *self, KeelReminderFolder *folder);

G_END_DECLS

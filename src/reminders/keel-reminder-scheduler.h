#pragma once

#include "keel-reminder-presenter.h"

G_BEGIN_DECLS

/* Asks to call keel_reminder_scheduler_run () at @at, microseconds UTC; KEEL_TIMER_NEVER: nothing is due. */
typedef void (*KeelAlarm) (gint64 at, gpointer data);

/*
 * KeelReminderScheduler: all profiles of a data folder, and when something is due in any of them. It has no
 * timer and no clock of its own: it is given a clock, a notifier and something to wake it.
 *
 * It looks again by itself when a `wake` file is touched, a profile comes or goes, or the computer's zone
 * changes. Signals "join" and "open" as KeelReminderPresenter's; "withdrawn" when a name was taken back that
 * is still in this process's memory; "settings" when those of a profile were written.
 */
#define KEEL_TYPE_REMINDER_SCHEDULER (keel_reminder_scheduler_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderScheduler, keel_reminder_scheduler, KEEL, REMINDER_SCHEDULER, GObject)

KeelReminderScheduler *keel_reminder_scheduler_new (const char *data_dir, KeelClock *clock,
                                                    KeelNotifier *notifier, KeelAlarm alarm, gpointer data);

/* Shows what is due and sets the alarm for what comes next. */
void keel_reminder_scheduler_run (KeelReminderScheduler *self);
/* The same after reading everything anew and looking back: at the start, and when the clock was set. */
void keel_reminder_scheduler_reload (KeelReminderScheduler *self);

/* Before another process takes over: as KeelReminderPresenter's. */
void keel_reminder_scheduler_hand_over (KeelReminderScheduler *self);
/* When the next reminder is due, seconds UTC, or KEEL_REMINDER_NEVER. */
gint64 keel_reminder_scheduler_get_next (KeelReminderScheduler *self);
/* How many reminders are due and could not be shown yet. */
guint keel_reminder_scheduler_get_n_waiting (KeelReminderScheduler *self);
/* Until when quiet hours hold something back, seconds UTC, or KEEL_REMINDER_NEVER where they do not. */
gint64 keel_reminder_scheduler_get_quiet_until (KeelReminderScheduler *self);

G_END_DECLS

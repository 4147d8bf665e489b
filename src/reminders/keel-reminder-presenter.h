#pragma once

#include "core/keel-clock.h"
#include "keel-notifier.h"
#include "keel-reminder-folder.h"

G_BEGIN_DECLS

/*
 * KeelReminderPresenter: takes a reminder that is due from claim to confirmation, and what a person
 * answers back into the file.
 *
 * At most once in normal running: claimed before it is shown, confirmed after. What cannot be shown is given
 * back, logged as failed, and tried again when a server appears, else after 1, 2, 4 … at most 15 minutes,
 * until its meeting has ended. What a server took down with it is shown again by the next one, as repeated.
 * What is not important waits for the end of quiet hours. What is said to have come of a date already is not
 * told or asked of any more.
 *
 * Signals: "run" (there may be something to present now), "changed" (KeelReminderFolder: it is to be read
 * anew), "join" (id of the profile, link or map link, activation token or NULL), "open" (id of the profile,
 * series or NULL, token or NULL).
 */
#define KEEL_TYPE_REMINDER_PRESENTER (keel_reminder_presenter_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderPresenter, keel_reminder_presenter, KEEL, REMINDER_PRESENTER, GObject)

KeelReminderPresenter *keel_reminder_presenter_new (KeelClock *clock, KeelNotifier *notifier);

/* Whether the data folder holds one profile; FALSE until it is said. What is on the screen follows. */
void keel_reminder_presenter_set_alone (KeelReminderPresenter *self, gboolean alone);

/* Shows what is in @due (GPtrArray of KeelReminder) and what waits and may be tried again. */
void keel_reminder_presenter_present (KeelReminderPresenter *self, GPtrArray *due);
/* When to call present again for what waits, or for what is on the screen to follow the time, seconds UTC, or
 * KEEL_REMINDER_NEVER. */
gint64 keel_reminder_presenter_get_next (KeelReminderPresenter *self);
/* How many reminders wait for something that shows them. */
guint keel_reminder_presenter_get_n_waiting (KeelReminderPresenter *self);
/* Until when quiet hours hold something back, seconds UTC, or KEEL_REMINDER_NEVER where they do not. */
gint64 keel_reminder_presenter_get_quiet_until (KeelReminderPresenter *self);
/* How many notifications are on the screen as far as is known. */
guint keel_reminder_presenter_get_n_showing (KeelReminderPresenter *self);

/* @folder was read anew: what waits of it is found again there, and what is on the screen is made to say what
 * is so now, or goes. */
void keel_reminder_presenter_review (KeelReminderPresenter *self, KeelReminderFolder *folder);
/* @folder is gone: nothing of it is shown any more, and what is on the screen goes. */
void keel_reminder_presenter_drop (KeelReminderPresenter *self, KeelReminderFolder *folder);

/* Another process takes over: what is on the screen goes, and is shown again by whoever comes next, as
 * repeated, since its buttons would no longer answer. What cannot be handed over stays there. */
void keel_reminder_presenter_hand_over (KeelReminderPresenter *self);

G_END_DECLS

#pragma once

#include "keel-reminder-watch.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelReminderKeeper: sees to it, while the window is open, that what is to be reminded of is: keel-reminders
 * runs while it has anything to do, is started once more where it ended, and gets to know each minute what it
 * could not be told before. Where that does not help, the session knows it:
 * keel_session_are_reminders_stopped (), keel_session_get_reminder_delay ().
 *
 * Signal: "failed", when keel-reminders could not be started.
 */
#define KEEL_TYPE_REMINDER_KEEPER (keel_reminder_keeper_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderKeeper, keel_reminder_keeper, KEEL, REMINDER_KEEPER, GObject)

KeelReminderKeeper *keel_reminder_keeper_new (KeelSession *session, KeelReminderWatch *watch);
void keel_reminder_keeper_ensure (KeelReminderKeeper *self);

G_END_DECLS

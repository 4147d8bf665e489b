#pragma once

#include <adwaita.h>

#include "keel-reminder-watch.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelReminderStatusBox: whether keel-reminders runs and what shows notifications, what is next and what is
 * held back, in plain words; and a test that asks whether it was seen. */
#define KEEL_TYPE_REMINDER_STATUS_BOX (keel_reminder_status_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderStatusBox, keel_reminder_status_box, KEEL, REMINDER_STATUS_BOX, AdwBin)

void keel_reminder_status_box_watch (KeelReminderStatusBox *self, KeelSession *session,
                                     KeelReminderWatch *watch);

G_END_DECLS

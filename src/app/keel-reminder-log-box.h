#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelReminderLogBox: what became of the reminders, the newest first, fifty at a time. It follows the log. */
#define KEEL_TYPE_REMINDER_LOG_BOX (keel_reminder_log_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderLogBox, keel_reminder_log_box, KEEL, REMINDER_LOG_BOX, AdwBin)

void keel_reminder_log_box_set_session (KeelReminderLogBox *self, KeelSession *session);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "keel-reminder-watch.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelRemindersWindow: whether reminders can come, how they come, and what became of them. */
#define KEEL_TYPE_REMINDERS_WINDOW (keel_reminders_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelRemindersWindow, keel_reminders_window, KEEL, REMINDERS_WINDOW, AdwWindow)

KeelRemindersWindow *keel_reminders_window_new (GtkWindow *parent, KeelSession *session,
                                                KeelReminderWatch *watch);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelReminderPreferencesBox: what holds for all reminders: whether they start at login, sound, quiet hours
 * and the question afterwards. What is on the screen is saved at once. */
#define KEEL_TYPE_REMINDER_PREFERENCES_BOX (keel_reminder_preferences_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderPreferencesBox, keel_reminder_preferences_box, KEEL,
                      REMINDER_PREFERENCES_BOX, AdwBin)

void keel_reminder_preferences_box_set_session (KeelReminderPreferencesBox *self, KeelSession *session);
/* Saves what is typed. FALSE where it is no time: the person is told, once. */
gboolean keel_reminder_preferences_box_leave (KeelReminderPreferencesBox *self);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelReminderStyleBox: how the reminders of one meeting are: what they say, with what the screen will show,
 * when to leave, sound, and whether they come through. */
#define KEEL_TYPE_REMINDER_STYLE_BOX (keel_reminder_style_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderStyleBox, keel_reminder_style_box, KEEL, REMINDER_STYLE_BOX, AdwBin)

/* @style belongs to a @meeting that is followed, with @schedule, or is about to be; that is nullable then. */
void keel_reminder_style_box_show (KeelReminderStyleBox *self, KeelSession *session, KeelMeeting *meeting,
                                   KeelSchedule *schedule, const KeelReminderStyle *style);
KeelReminderStyle keel_reminder_style_box_read (KeelReminderStyleBox *self);

G_END_DECLS

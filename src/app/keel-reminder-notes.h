#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelReminderNotes: what reminders leave to be told or asked, quietly, above the calendar: that they do
 * not come, that one could not be shown, whether the person went to what has ended, and once whether
 * reminders are to start at login. Hidden while there is nothing.
 *
 * Signal: "emptied", when it had the focus and there is nothing left to stand on.
 */
#define KEEL_TYPE_REMINDER_NOTES (keel_reminder_notes_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderNotes, keel_reminder_notes, KEEL, REMINDER_NOTES, AdwBin)

/* It tells what did not come, and asks nothing. */
void keel_reminder_notes_set_brief (KeelReminderNotes *self);
void keel_reminder_notes_set_session (KeelReminderNotes *self, KeelSession *session);
void keel_reminder_notes_refresh (KeelReminderNotes *self); /* the clock has gone on */

G_END_DECLS

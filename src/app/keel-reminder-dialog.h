#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelReminderDialog: asks when to be reminded of a meeting, and how.
 *
 * Signal: "chosen" (GArray *leads, of int; const KeelReminderStyle *style), when the person agreed. The
 * dialog is then closed.
 */
#define KEEL_TYPE_REMINDER_DIALOG (keel_reminder_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderDialog, keel_reminder_dialog, KEEL, REMINDER_DIALOG, AdwWindow)

/* @series: what is followed already; NULL for a meeting that is about to be. */
KeelReminderDialog *keel_reminder_dialog_new (GtkWindow *parent, KeelSession *session, KeelMeeting *meeting,
                                              KeelSeries *series);

G_END_DECLS

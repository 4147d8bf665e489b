#pragma once

#include <adwaita.h>

#include "core/keel-series.h"

G_BEGIN_DECLS

/*
 * KeelReminderDialog: asks when to be reminded of a meeting.
 *
 * Signal: "chosen" (GArray *leads, of int; gboolean open, as in KeelSeries), when the person agreed. The
 * dialog is then closed.
 */
#define KEEL_TYPE_REMINDER_DIALOG (keel_reminder_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderDialog, keel_reminder_dialog, KEEL, REMINDER_DIALOG, AdwWindow)

/* @series: what is followed already; NULL for a meeting that is about to be. @is_protected: whether the
 * profile has a passphrase; then it is asked what the reminder may know. */
KeelReminderDialog *keel_reminder_dialog_new (GtkWindow *parent, KeelMeeting *meeting, KeelSeries *series,
                                              gboolean is_protected);

G_END_DECLS

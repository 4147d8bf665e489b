#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelWorksheetReminderDialog: when a person is reminded of a worksheet, on which days, or not at all. */
#define KEEL_TYPE_WORKSHEET_REMINDER_DIALOG (keel_worksheet_reminder_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelWorksheetReminderDialog, keel_worksheet_reminder_dialog, KEEL,
                      WORKSHEET_REMINDER_DIALOG, AdwWindow)

/* Shows it once it is known whether there is a reminder. */
void keel_worksheet_reminder_dialog_present (GtkWindow *parent, KeelSession *session,
                                             const KeelWorksheet *worksheet);

G_END_DECLS

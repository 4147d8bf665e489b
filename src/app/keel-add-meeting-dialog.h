#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelAddMeetingDialog: a meeting that the person knows, followed as soon as it is added. What was typed
 * stays until it is. */
#define KEEL_TYPE_ADD_MEETING_DIALOG (keel_add_meeting_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelAddMeetingDialog, keel_add_meeting_dialog, KEEL, ADD_MEETING_DIALOG, AdwWindow)

KeelAddMeetingDialog *keel_add_meeting_dialog_new (GtkWindow *parent, KeelSession *session);
/* Begins with what a list says of a meeting by appointment. */
void keel_add_meeting_dialog_fill_in (KeelAddMeetingDialog *self, KeelMeeting *meeting);
/* Changes @series, which was added by hand, instead of adding another. */
void keel_add_meeting_dialog_change (KeelAddMeetingDialog *self, KeelSeries *series);
/* As it was when @draft was kept. */
KeelAddMeetingDialog *keel_add_meeting_dialog_new_from_draft (GtkWindow *parent, KeelSession *session,
                                                              GVariant *draft);
#define KEEL_MEETING_DRAFT "meeting"

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelMeetingDetails: everything that is known of one meeting, and what one can do with it.
 *
 * Signal: "gone", when what it showed is no longer followed and stands in no list.
 */
#define KEEL_TYPE_MEETING_DETAILS (keel_meeting_details_get_type ())
G_DECLARE_FINAL_TYPE (KeelMeetingDetails, keel_meeting_details, KEEL, MEETING_DETAILS, AdwBin)

void keel_meeting_details_set_session (KeelMeetingDetails *self, KeelSession *session);
void keel_meeting_details_show_match (KeelMeetingDetails *self, KeelMatch *match);
void keel_meeting_details_show_series (KeelMeetingDetails *self, KeelSeries *series);
void keel_meeting_details_start (KeelMeetingDetails *self); /* takes the focus */
/* What is shown, if it is followed; transfer none. */
KeelSeries *keel_meeting_details_get_series (KeelMeetingDetails *self);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelTodayMeeting: what Today says of meetings: the next one, or that there is none and how one comes to
 * one. */
#define KEEL_TYPE_TODAY_MEETING (keel_today_meeting_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayMeeting, keel_today_meeting, KEEL, TODAY_MEETING, AdwBin)

GtkWidget *keel_today_meeting_new (KeelSession *session);
/* In a new profile it says what meetings are here for. */
void keel_today_meeting_set_new_profile (KeelTodayMeeting *self, gboolean new_profile);
void keel_today_meeting_refresh (KeelTodayMeeting *self); /* the clock has gone on */

G_END_DECLS

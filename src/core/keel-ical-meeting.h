#pragma once

#include "keel-feed-context.h"
#include "keel-ical-event.h"
#include "keel-series.h"

G_BEGIN_DECLS

/* What the event says of the meeting: texts, links, position and zone, with the notices that they give
 * rise to; NULL where it has no name. Day and time are left to the schedule. */
KeelMeeting *keel_ical_meeting_new (const KeelIcalEvent *event, KeelFeedContext *context);

G_END_DECLS

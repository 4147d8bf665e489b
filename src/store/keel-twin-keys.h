#pragma once

/* Private to store: what a meeting has in every list that has it, as numbers to compare. 0: nothing that two
 * lists would have in common only where they mean the same meeting. */

#include "core/keel-meeting.h"

G_BEGIN_DECLS

/* A room's number or name where the link is one of a service that gives each room its own; else the link
 * together with the meeting's name, since a group may have one page for all that it does. Both nullable. */
gint64 keel_twin_make_link_key (const char *link, const char *name);
/* 0 unless both are there. */
gint64 keel_twin_make_place_key (const char *address, const char *name);
/* Equal for the rows of one list that say the same room, always open, once for each weekday; 0 of any other
 * meeting. */
gint64 keel_twin_make_room_key (KeelMeeting *meeting);

G_END_DECLS

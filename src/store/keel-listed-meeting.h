#pragma once

/* Private to store: what a list has by now of a meeting that is followed. */

#include "keel-profile.h"

G_BEGIN_DECLS

/* *@listed becomes NULL where @followed, which has a list and a slug, is not in its list; *@paused then says
 * whether the list marks it as not meeting at present. A calendar's event that has begun or ceased to be on
 * several weekdays is found by the name that it has now. */
gboolean keel_listed_meeting_find (KeelProfile *profile, KeelMeeting *followed, KeelMeeting **listed,
                                   gboolean *paused, GError **error);

G_END_DECLS

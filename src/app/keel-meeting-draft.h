#pragma once

#include "keel-typed-meeting.h"

G_BEGIN_DECLS

/* What was typed of a meeting, right or wrong, to be kept and put back later. */
void keel_meeting_draft_save (const KeelTypedMeeting *typed, GVariantDict *draft);
/* Changes what @draft, a{sv}, says; its texts belong to @draft then. When it is and what the meeting was
 * before are left as they are. */
void keel_meeting_draft_restore (GVariant *draft, KeelTypedMeeting *typed);
/* The UUID of what it changes; NULL for a new meeting. Belongs to @draft. */
const char *keel_meeting_draft_get_before (GVariant *draft);

G_END_DECLS

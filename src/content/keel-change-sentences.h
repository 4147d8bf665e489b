#pragma once

#include "core/keel-meeting-change.h"

G_BEGIN_DECLS

/* What became of a meeting that is followed, without its name: "Tuesday 19:00 → Tuesday 19:30; new link".
 * @now is nullable: its list no longer has it. Transfer full. */
char *keel_sentence_for_change (KeelMeeting *was, KeelMeeting *now);
/* Of one that its list marks as inactive; transfer full. */
char *keel_sentence_paused (void);

G_END_DECLS

#pragma once

#include "core/keel-prompt.h"
#include "keel-profile.h"

G_BEGIN_DECLS

/*
 * THE way for any part of Keel to have the person reminded of something that is no meeting: a check-in, a
 * worksheet, the medicine plan. keel-reminders tells it like everything else: late and never lost, once,
 * logged, held back in quiet hours unless important, as discreet as a meeting.
 */

/* @prompt's uuid NULL: a new one, filled in. Else the one of that uuid becomes so, also when it was dropped:
 * that is the undo of keel_profile_drop_prompt (). Nothing is told that was due before it was asked for, or
 * before its schedule was changed. */
gboolean keel_profile_set_prompt (KeelProfile *self, KeelPrompt *prompt, GError **error);
/* TRUE also where there is none. */
gboolean keel_profile_drop_prompt (KeelProfile *self, const char *uuid, GError **error);
GPtrArray *keel_profile_get_prompts (KeelProfile *self, GError **error); /* of KeelPrompt */

G_END_DECLS

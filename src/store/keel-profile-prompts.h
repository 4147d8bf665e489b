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

/* The delay of a card: a prompt of kind KEEL_PROMPT_PRACTICE, once, @minutes (1 to KEEL_DELAY_MAX_MINUTES)
 * from now at the first whole minute that is not earlier, in the place of the delay before it. Quiet hours do
 * not hold it back: it was asked for just now. @strategy (nullable) is the id of the card. Transfer full;
 * INVALID. */
#define KEEL_DELAY_MAX_MINUTES 1440
KeelPrompt *keel_profile_set_delay (KeelProfile *self, guint minutes, const char *strategy, GError **error);
/* TRUE also where there is none. To undo is keel_profile_set_prompt () with what keel_profile_set_delay ()
 * gave. */
gboolean keel_profile_drop_delay (KeelProfile *self, GError **error);

G_END_DECLS

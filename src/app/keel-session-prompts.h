#pragma once

#include "core/keel-prompt.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* Reminders of what is no meeting: see store/keel-profile-prompts.h. */

/* The one of this UUID, or of this worksheet. */
void keel_session_find_prompt_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                     gpointer data);
void keel_session_find_worksheet_prompt_async (KeelSession *self, const char *worksheet,
                                               KeelSessionCallback callback, gpointer data);
/* As keel_profile_set_prompt (): with a UUID also what was dropped, which is how to undo that. */
void keel_session_set_prompt_async (KeelSession *self, const KeelPrompt *prompt, KeelSessionCallback callback,
                                    gpointer data);
/* Of these three: transfer full; NULL without @error where there is none. */
KeelPrompt *keel_session_prompt_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Ended by keel_session_change_finish (). */
void keel_session_drop_prompt_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                     gpointer data);

G_END_DECLS

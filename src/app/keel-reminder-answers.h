#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/* What was said on notifications and is taken over now, in a sentence: "Went: Tuesday Group". @answers: of
 * KeelReminderAnswer, at least one. Transfer full. */
char *keel_reminder_answers_describe (KeelSession *session, GPtrArray *answers);

G_END_DECLS

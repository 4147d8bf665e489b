#pragma once

#include "keel-reminder-record.h"
#include "keel-showing.h"

G_BEGIN_DECLS

/* What an answer to a notification means. */

/* Whether @answer is one of the snooze buttons. */
gboolean keel_reminder_answer_is_snooze (KeelAnswer answer);
/* Has each date of @showing come again later; what will be over by then is dismissed. FALSE where some could
 * not be written: @showing stands for those alone then. */
gboolean keel_reminder_answer_snooze (KeelAnswer answer, KeelShowing *showing, gint64 now,
                                      KeelReminderRecord *record);
/* Whether it is an answer to keep for the profile, and which. */
gboolean keel_reminder_answer_get_reply (KeelAnswer answer, KeelReply *reply);
/* The link that it opens, transfer full; NULL where that is Keel itself. */
char *keel_reminder_answer_get_link (KeelAnswer answer, const KeelShowing *showing, gboolean alone);

G_END_DECLS

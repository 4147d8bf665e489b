#pragma once

/* Private to store: the log inside reminders.db. */

#include "keel-database.h"
#include "keel-reminder-file.h"

G_BEGIN_DECLS

/* Both inside a transaction of the caller's; the second drops the oldest lines beyond
 * KEEL_REMINDER_LOG_LINES. */
gboolean keel_reminder_log_append (KeelDatabase *database, const KeelReminderEvent *event, GError **error);
gboolean keel_reminder_log_trim (KeelDatabase *database, GError **error);
/* Whether this reminder already has a line with this outcome and reason. */
gboolean keel_reminder_log_has (KeelDatabase *database, const KeelReminderEvent *event, gboolean *logged,
                                GError **error);
GPtrArray *keel_reminder_log_read (KeelDatabase *database, guint limit, GError **error); /* newest first */

G_END_DECLS

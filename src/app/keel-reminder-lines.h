#pragma once

#include "keel-session-reminders.h"

G_BEGIN_DECLS

/* In the store thread: what reminders.db has to say, with the names that only the journal knows. */

/* Of KeelReminderLine, the newest first. */
GPtrArray *keel_reminder_lines_read (KeelProfile *profile, guint most, gboolean wrong_only, GError **error);
/* Those that were missed or are still not shown, and that the person has not seen; each reminder once. */
GPtrArray *keel_reminder_lines_read_missed (KeelProfile *profile, GError **error);
KeelNextReminder *keel_reminder_lines_find_next (KeelProfile *profile, gint64 now, GTimeZone *person,
                                                 GError **error);

G_END_DECLS

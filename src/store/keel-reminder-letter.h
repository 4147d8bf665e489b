#pragma once

/* Private to store: the answers that wait in reminders.db. Writing is within a transaction of the caller's.
 */

#include "keel-database.h"
#include "keel-reminder-file.h"

G_BEGIN_DECLS

gboolean keel_reminder_letter_put (KeelDatabase *database, const KeelReminderAnswer *answer, GError **error);
GPtrArray *keel_reminder_letter_read (KeelDatabase *database, GError **error); /* of KeelReminderAnswer */
gboolean keel_reminder_letter_drop (KeelDatabase *database, gint64 up_to_id, GError **error);

G_END_DECLS

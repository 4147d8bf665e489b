#pragma once

/* Private to store: reminders.db where it cannot be used. It is made from the journal, so nobody is kept out
 * for it; nothing is deleted either: what is damaged, foreign or not to be read is moved aside as
 * "reminders.db.broken-1" and so on. */

#include "keel-reminder-file.h"

G_BEGIN_DECLS

/* Opens it, or a new one in its place, which is empty and to be projected. KEEL_STORE_ERROR_NEWER is left as
 * it is; its errors name the file. */
KeelReminderFile *keel_reminder_repair_open (const char *folder, GError **error);
/* A new one in the place of one that keel_reminder_file_is_damaged (); others may be here first. */
KeelReminderFile *keel_reminder_repair_renew (const char *folder, GError **error);
/* Overwrites and deletes what was moved aside, for a profile that gets a passphrase: names may stand in it.
 */
gboolean keel_reminder_repair_shred (const char *folder, GError **error);

G_END_DECLS

#pragma once

#include <gio/gio.h>

#include "keel-reminder.h"
#include "store/keel-reminder-file.h"

G_BEGIN_DECLS

#define KEEL_REMINDER_NEVER G_MAXINT64
/* How far back a reminder that nobody could show is looked for, in seconds. */
#define KEEL_REMINDER_LOOK_BACK (7 * 24 * 60 * 60)

/*
 * KeelReminderFolder: what is due in one profile's folder. Reads rules and snoozes when told to, then knows
 * each rule's next instant and computes dates for those alone that have come. Emits "changed" when `wake`
 * was touched, and "settings" when profile.ini was.
 */
#define KEEL_TYPE_REMINDER_FOLDER (keel_reminder_folder_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderFolder, keel_reminder_folder, KEEL, REMINDER_FOLDER, GObject)

KeelReminderFolder *keel_reminder_folder_new (const char *path);
const char *keel_reminder_folder_get_path (KeelReminderFolder *self);
const char *keel_reminder_folder_get_id (KeelReminderFolder *self); /* of the profile */
/* NULL until it could be loaded. */
KeelReminderFile *keel_reminder_folder_get_file (KeelReminderFolder *self);

/* Reads everything anew and looks back again; a folder without a reminders.db has nothing. @person is the
 * zone for floating schedules. After an error, one of KEEL_STORE_ERROR, all is as it was. */
gboolean keel_reminder_folder_load (KeelReminderFolder *self, gint64 now, GTimeZone *person, GError **error);
const KeelReminderPreferences *keel_reminder_folder_get_preferences (KeelReminderFolder *self);

/* Whether a name, a place or a link was ever read here, which then is somewhere in this process's memory. */
gboolean keel_reminder_folder_has_words (KeelReminderFolder *self);
/* Whether the last load found less of them than was read before: the person has set a passphrase, or does not
 * allow it any longer. */
gboolean keel_reminder_folder_lost_words (KeelReminderFolder *self);

/* Whether it is known what came of its date: nothing more is to be told or asked of it. */
gboolean keel_reminder_folder_is_settled (KeelReminderFolder *self, const KeelReminder *reminder);
/* After a load: gives @reminder the rule and the date as they are now. FALSE, and nothing done, where it is
 * no longer so: not followed any more, cancelled, moved to another time, or settled. */
gboolean keel_reminder_folder_renew (KeelReminderFolder *self, KeelReminder *reminder, GTimeZone *person);

/* Appends to @due (GPtrArray of KeelReminder) what came due since the last call and was not handled yet,
 * ended meetings included. */
void keel_reminder_folder_collect (KeelReminderFolder *self, gint64 now, GTimeZone *person, GPtrArray *due);

/* The first instant after the last collected one at which something is due, seconds UTC, or
 * KEEL_REMINDER_NEVER. */
gint64 keel_reminder_folder_get_next (KeelReminderFolder *self);
/* The same without questions: what a person is reminded of next. */
gint64 keel_reminder_folder_get_next_reminder (KeelReminderFolder *self);

G_END_DECLS

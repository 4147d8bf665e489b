#pragma once

#include "keel-reminder.h"

G_BEGIN_DECLS

/*
 * What a notification says, in the person's language. Discreet: times and nothing else, no name of a meeting,
 * program or place. All results are transfer full.
 */

/* "19:00", "tomorrow, 19:00", "Friday, 19:00" or a date, as the locale writes times. */
char *keel_reminder_text_when (gint64 utc, gint64 now, GTimeZone *person);

/* "Reminder: 19:00" */
char *keel_reminder_text_title (const KeelReminder *reminder, gint64 now, GTimeZone *person);

/* The meeting's own time where its zone differs, and since when it runs. NULL where there is nothing to say.
 */
char *keel_reminder_text_body (const KeelReminder *reminder, gint64 now, GTimeZone *person);

/* "4 reminders", and their times in order. @starts: GArray of gint64, seconds UTC. */
char *keel_reminder_text_summary_title (guint count);
char *keel_reminder_text_summary_body (GArray *starts, gint64 now, GTimeZone *person);

G_END_DECLS

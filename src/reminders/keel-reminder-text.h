#pragma once

#include "keel-reminder.h"

G_BEGIN_DECLS

/* When, where and by whom a notification is read. */
typedef struct
{
  gint64 now; /* seconds UTC */
  GTimeZone *person;
  gboolean alone; /* the data folder holds one profile: nobody else's eyes are expected */
} KeelReminderScene;

/*
 * What a notification says, in the person's language. Where the person chose no more, and where others may
 * see it: times and nothing else, no name of a meeting, program or place. All results are transfer full, and
 * plain text.
 */

/* "19:00", "tomorrow, 19:00", "Friday, 19:00" or a date, as the locale writes times. */
char *keel_reminder_text_when (gint64 utc, const KeelReminderScene *scene);

/* "Reminder: 19:00", "19:00 · Candle Corner", "Time to leave for 19:00", "Did you go?" */
char *keel_reminder_text_title (const KeelReminder *reminder, const KeelReminderScene *scene);

/* Since when it runs, the meeting's own time where its zone differs, what the title has no room for. NULL
 * where there is nothing to say. */
char *keel_reminder_text_body (const KeelReminder *reminder, const KeelReminderScene *scene);

/* "4 reminders", and their times in order. @starts: GArray of gint64, seconds UTC. */
char *keel_reminder_text_summary_title (guint count);
char *keel_reminder_text_summary_body (GArray *starts, const KeelReminderScene *scene);

/* @text, from a list or typed by a person, on one line of at most @most characters: cut where a word ends,
 * and so that nothing in it changes the direction of what is around it. */
char *keel_reminder_text_quote (const char *text, guint most);

G_END_DECLS

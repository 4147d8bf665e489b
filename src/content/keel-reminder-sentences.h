#pragma once

#include "store/keel-reminder-file.h" /* its structures alone */

G_BEGIN_DECLS

/*
 * What became of reminders, in words: for the window and the terminal. char * are transfer full.
 */

/* "Today, 19:00", "Tuesday 24 November, 19:00" */
char *keel_sentence_moment (gint64 utc, GTimeZone *zone, gint64 now);

/* "2 minutes late", "3 hours late"; NULL where @seconds are less than a minute. */
char *keel_sentence_lateness (gint64 seconds);

/* What became of it: "shown", "shown 12 minutes late", "missed", "snoozed". */
char *keel_sentence_outcome (const KeelReminderEvent *event);

/* What keel-reminders gives as its reason in the person's language; what others said stays as they said it.
 */
const char *keel_sentence_reason (const char *reason);

/* Which of the reminders it was: "30 minutes before", "snoozed", "afterwards". */
char *keel_sentence_reminder (int lead);

/* A line of the log: "Today, 19:00, Harbour Group: missed (it had ended before it could be shown)". @name is
 * nullable: a meeting that is followed no more. */
char *keel_sentence_for_event (const KeelReminderEvent *event, const char *name, GTimeZone *person,
                               gint64 now);

/* The same where the name stands elsewhere: "Today, 19:00 · 30 minutes before · shown 12 minutes late, at
 * 19:12", and on a line of its own the reason. */
char *keel_sentence_for_event_facts (const KeelReminderEvent *event, GTimeZone *person, gint64 now);

/* Why nothing shows notifications and what to do, from the "trouble" of keel-reminders: whole sentences. */
char *keel_sentence_for_no_server (const char *trouble);

G_END_DECLS

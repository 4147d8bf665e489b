#pragma once

#include "core/keel-agenda.h"
#include "core/keel-feed-reader.h"

G_BEGIN_DECLS

/*
 * What Keel says, in one place for the window and the terminal: errors, skipped rows, notices, days and
 * times as sentences in the person's language. All results are transfer full.
 */

/* A whole sentence that says what happened, what is kept and what to do. @subject is the file or list
 * it is about (nullable). Knows the errors of core and store and G_IO_ERROR. */
char *keel_sentence_for_error (const GError *error, const char *subject);

/* Why reminders could not be brought up to date, as the end of a sentence: "there is no room left". Not to be
 * freed; lives as long as @reason. */
const char *keel_sentence_delay (const GError *reason);
char *keel_sentence_for_skip (const KeelSkippedRow *skipped); /* the reason alone, e.g. "no name" */
char *keel_sentence_for_notice (const KeelNotice *notice);

char *keel_sentence_weekday (int day); /* "Tuesday"; by appointment for -1 */
char *keel_sentence_time (int minute); /* "19:00" or "7:00 PM", as the locale has it */
char *keel_sentence_clock_time (gint64 utc, GTimeZone *zone);
/* "Today", "Tomorrow", "Tuesday 24 November" */
char *keel_sentence_date (gint64 utc, GTimeZone *zone, gint64 now);
/* Both of a day since 1970-01-01: "Tuesday 24 November", with the year where it is not that of @today; and
 * its month as a heading: "November 2026". */
char *keel_sentence_day (gint64 day, gint64 today);
char *keel_sentence_month (gint64 day);
/* "Tuesday 19:00–20:30"; where the clock in @person shows something else when the meeting begins for the next
 * time, that goes before: "Wednesday 01:00–02:30 · Tuesday 19:00 (New York time)". */
char *keel_sentence_meeting_time (KeelMeeting *meeting, GTimeZone *person, gint64 now);
/* "Tuesday, any time": a room that is open around the clock. */
char *keel_sentence_any_time (int day);
/* "Every Tuesday at 19:00" …; a rule that has no short words: "Repeats (RRULE)" */
char *keel_sentence_schedule (KeelSchedule *schedule);
char *keel_sentence_venue (KeelMeeting *meeting);  /* "Online", "In person", "In person and online" */
char *keel_sentence_lead (int minutes);            /* "30 minutes before", "1 hour before", "at the start" */
char *keel_sentence_zone (const char *zone);       /* "New York", from America/New_York */
char *keel_sentence_age (gint64 then, gint64 now); /* "3 days ago", "just now" */
gboolean keel_sentence_uses_miles (void);          /* for distances, where the person's locale is from */
char *keel_sentence_distance (double km);          /* "850 m", "2.4 km", in miles where the locale has them */
/* As it is written where the person lives, with as many digits after the point as it needs, and at most
 * @decimals or two of them. */
char *keel_sentence_number (double number, int decimals);
char *keel_sentence_page (guint page, guint n_pages); /* "Page 2 of 3" */
char *keel_sentence_independence (void); /* that Keel belongs to none of the programs that it names */

G_END_DECLS

#pragma once

#include "core/keel-agenda.h"
#include "core/keel-attendance.h"

G_BEGIN_DECLS

/*
 * What one date of the calendar says of itself beside its name: for month, week, agenda and cards alike. Days
 * are counted since 1970-01-01 in @person, the person's zone. All char * are transfer full.
 */

char *keel_date_words_time (KeelAgendaItem *item, GTimeZone *person); /* "19:00"; "any time" */
/* "13:00 in New York": the meeting's own time where it is not the person's; else NULL. */
char *keel_date_words_their_time (KeelAgendaItem *item, GTimeZone *person);
/* "Cancelled", "Moved from Tuesday 24 November, 19:00", "Moved from 19:00"; NULL where it is as the rules
 * have it. */
char *keel_date_words_change (KeelAgendaItem *item, GTimeZone *person, gint64 today);

const char *keel_date_words_attendance (KeelAttendanceState state); /* "Went" */
const char *keel_date_words_sign (KeelAttendanceState state); /* "✓": only where the word has no room */

#define KEEL_DATE_SIGN_CANCELLED "×"
#define KEEL_DATE_SIGN_MOVED "↷"

G_END_DECLS

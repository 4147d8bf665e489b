#pragma once

#include "core/keel-day-count.h"
#include "keel-content.h"

G_BEGIN_DECLS

/* What Keel says of days, lapses and milestones. Those that return char * give it away. */

const char *keel_sentence_day_mode (KeelDayMode mode); /* "Days in a row", "All days together" … */
const char *keel_sentence_day_path (KeelDayPath path); /* "To stop", "To cut down", "Not decided yet" … */
const char *keel_sentence_day_leap (KeelDayLeap leap); /* "28 February", "1 March" */
const char *keel_sentence_lapse_choice (KeelLapseChoice choice); /* "Keep counting all my days" … */
/* One sentence more: what becomes of the days then. */
const char *keel_sentence_lapse_choice_about (KeelLapseChoice choice);

const char *
keel_sentence_count_name (const KeelDayCount *count); /* its name, else "My days" or "My time in the group" */
char *keel_sentence_days (gint64 days);               /* "47 days" */
char *keel_sentence_mark (KeelDayMarkUnit unit, guint count); /* "60 days"; "The start" of 0 */
/* "13 days to 60 days", "Tomorrow: 60 days"; NULL where none is next. */
char *keel_sentence_next_mark (const KeelDayStanding *standing);
char *keel_sentence_begins (gint64 start, gint64 today); /* "Begins on Tuesday 24 November" */
/* "From Tuesday 3 March to Friday 20 March: 17 days" */
char *keel_sentence_streak (const KeelStreak *streak, gint64 today);
/* The line under the number: what is counted and since when, "Since Tuesday 3 March", "Stopped on …". */
char *keel_sentence_standing (const KeelDayCount *count, const KeelDayStanding *standing, gint64 today);
int keel_currency_get_digits (const char *currency);            /* after the point: 2, of JPY 0; nullable */
char *keel_sentence_money (gint64 money, const char *currency); /* "EUR 1,234.50" */
char *keel_sentence_won_time (gint64 minutes);                  /* "36 hours"; "3 days" from 72 hours */
/* "60 days", "First meeting", "Step 4 (AA)", or the person's own words. */
char *keel_sentence_reached (KeelContent *content, const KeelReached *reached);

/* The marks of @scheme (nullable: Keel's own): of KeelDayMark; transfer full. */
GArray *keel_day_marks_for (KeelContent *content, const char *scheme);
/* What is given then, with its name and colour, and of which program it is (its code is what colours are kept
 * by); NULL where nothing is. */
const KeelMilestone *keel_day_mark_find_token (KeelContent *content, const char *scheme, KeelDayMarkUnit unit,
                                               guint count, const KeelProgram **program);

/* Safety, without being asked; facts/content.md section 7, supplement 2.5 and 2.8. Of char *, transfer full:
 * a sentence each. Empty for a start date more than seven days ago. */
GPtrArray *keel_sentences_about_start (gint64 start, gint64 today);
GPtrArray *keel_sentences_about_lapse (void);
const char *keel_sentence_medicine_is_no_lapse (void);

G_END_DECLS

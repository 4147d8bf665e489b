#pragma once

/* Private to content: parts of sentences that several of its files need. */

#include "core/keel-local-time.h"

G_BEGIN_DECLS

/* @text with the first @gap ("%s", "%1$u" …) replaced by @words. Unlike printf it cannot be harmed by a
 * translation, and a text may have fewer gaps than there are words. */
char *keel_phrase_fill (const char *text, const char *gap, const char *words);
char *keel_phrase_join (GPtrArray *items);          /* of char *: "Monday, Wednesday and Friday" */
const char *keel_phrase_weekday (int day);          /* 0 = Sunday … 6 */
const char *keel_phrase_month (int month);          /* 1–12 */
char *keel_phrase_day_of_year (int month, int day); /* "24 November" */
char *keel_phrase_date (gint64 days);               /* since 1970: "Tuesday 24 November" */
char *keel_phrase_date_of_year (gint64 days);       /* "Tuesday 24 November 2026" */
char *keel_phrase_time (int minute);                /* of the day */

G_END_DECLS

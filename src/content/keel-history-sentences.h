#pragma once

#include "core/keel-history-patterns.h"

G_BEGIN_DECLS

/* What pages, papers and the terminal say of what lies behind. Counts of what was written down: no verdict,
 * and no score. Those that return char * give it away. */

/* "Month": for choosing it. */
const char *keel_sentence_span_name (KeelSpan span);
/* "The last 30 days" */
char *keel_sentence_span (KeelSpan span, const KeelHistoryDays *days);
/* What was in @days: of char *, a sentence each; only what there is enough of. Empty where nothing is. */
GPtrArray *keel_sentences_of_history (const KeelHistory *history, const KeelHistoryDays *days);

/* Of char *: in what days differ, and that this says nothing of causes; empty where nothing stands out. */
GPtrArray *keel_sentences_of_aparts (const KeelHistory *history, const KeelHistoryDays *days);

/* "28 days": of the days that are looked back on. */
char *keel_sentence_counted (const KeelHistoryCount *count, const KeelHistoryDays *days);

const char *keel_sentence_mood (int mood); /* 0 to KEEL_MOOD_MAX: "Good" */
/* The title of a chart: "Mood". NULL for a kind of which there is none. */
const char *keel_sentence_history_title (KeelHistoryKind kind);
/* Whether a chart of it shows how often it was, or else the mean of what it was. */
gboolean keel_history_is_count (KeelHistoryKind kind);
/* "Tuesday 24 November", "Monday 2 November – Sunday 8 November", "November 2026" */
char *keel_sentence_bucket (const KeelBucket *bucket, const KeelHistoryDays *days);
/* What was on it: "3 urges", "7.5 hours", "Good"; NULL where nothing is known, which is not the same as none.
 */
char *keel_sentence_bucket_value (KeelHistoryKind kind, const KeelBucket *bucket);
/* What stands below it on an axis: "Tue", "24 Nov", "2026"; NULL: nothing. */
char *keel_sentence_bucket_tick (const KeelBucket *bucket, const KeelHistoryDays *days, KeelSpan span);

G_END_DECLS

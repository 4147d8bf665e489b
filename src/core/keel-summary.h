#pragma once

#include "keel-history.h"

G_BEGIN_DECLS

/* What a summary that is handed over can have in it: bits. */
typedef enum
{
  KEEL_SUMMARY_MEETINGS = 1 << 0,
  KEEL_SUMMARY_FEELING = 1 << 1, /* mood, craving, energy */
  KEEL_SUMMARY_SLEEP = 1 << 2,
  KEEL_SUMMARY_URGES = 1 << 3,
  KEEL_SUMMARY_WORKSHEETS = 1 << 4,
  KEEL_SUMMARY_DAYS = 1 << 5,
  KEEL_SUMMARY_MEDICINE = 1 << 6,
} KeelSummaryParts;

#define KEEL_N_SUMMARY_PARTS 7
/* At first: what says the least. */
#define KEEL_SUMMARY_USUAL KEEL_SUMMARY_MEETINGS

/* The names of these for files and for scripts, from the lowest bit, ended by NULL; see keel_word_find (). */
extern const char *const keel_summary_part_words[];

/* Words with a comma between. FALSE where one is none of them: *@unknown (transfer full). */
gboolean keel_summary_parts_parse (const char *text, KeelSummaryParts *parts, char **unknown);

/* The part to which something that is looked back on belongs; 0: none. */
KeelSummaryParts keel_summary_find_part (KeelHistoryKind kind);

/* A table (RFC 4180, UTF-8, CRLF) of what was in the days, a row for each, the oldest first: date, what,
 * value. It has numbers alone, and no name. Transfer full. */
GBytes *keel_summary_write_csv (const KeelHistory *history, const KeelHistoryDays *days,
                                KeelSummaryParts parts);

G_END_DECLS

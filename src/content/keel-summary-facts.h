#pragma once

#include "core/keel-summary.h"

G_BEGIN_DECLS

/* What a summary says of one part, in words that anybody may read: a name and what is so. */
typedef struct
{
  char *name;
  char *value;
} KeelSummaryFact;

/* "Meetings": the heading of a part, and what it is chosen by. */
const char *keel_summary_part_name (KeelSummaryParts part);
/* Of KeelSummaryFact; empty where nothing is written down in the days. Transfer full. */
GPtrArray *keel_summary_facts_of (KeelSummaryParts part, const KeelHistory *history,
                                  const KeelHistoryDays *days);
/* What every summary says of itself. */
const char *keel_summary_caution (void);

G_END_DECLS

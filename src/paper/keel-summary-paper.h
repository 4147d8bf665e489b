#pragma once

#include "core/keel-summary.h"
#include "keel-paper.h"

G_BEGIN_DECLS

/* What stands in a summary that is handed over. */
typedef struct
{
  KeelSummaryParts parts;
  KeelSpan span;
  KeelHistoryDays days; /* of the span */
  gboolean name;        /* a line on which the person writes theirs */
  gboolean tables;      /* what was on each day, week or month, below its chart */
} KeelSummaryOptions;

/* Adds the summary to @paper, with a title that says nothing. No name of a program, group or person is in
 * it. */
void keel_summary_paper_add (KeelPaper *paper, const KeelHistory *history, const KeelSummaryOptions *options);

G_END_DECLS

#pragma once

#include "core/keel-history.h"
#include "keel-chart.h"

G_BEGIN_DECLS

/* What lies behind as a chart: how it was, or how often it was. NULL where there is nothing of this kind in
 * the days, or nobody draws it. Transfer full. */
KeelChart *keel_history_chart_new (const KeelHistory *history, KeelHistoryKind kind,
                                   const KeelHistoryDays *days, KeelSpan span);

/* The days that counted. NULL where none of them is in the days. Transfer full. */
KeelChart *keel_history_chart_new_count (const KeelHistoryCount *count, const KeelHistoryDays *days,
                                         KeelSpan span);

/* The kinds that are drawn, in the order in which they stand on a page. */
#define KEEL_N_HISTORY_CHARTS 7
extern const KeelHistoryKind keel_history_charts[KEEL_N_HISTORY_CHARTS];

G_END_DECLS

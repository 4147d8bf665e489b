#pragma once

#include "keel-block.h"
#include "keel-chart.h"

G_BEGIN_DECLS

/* KeelChartBlock: a chart, whole on one page. */
#define KEEL_TYPE_CHART_BLOCK (keel_chart_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelChartBlock, keel_chart_block, KEEL, CHART_BLOCK, KeelBlock)

/* Takes @chart. @description is what it says to those who do not see it. */
KeelChartBlock *keel_chart_block_new (KeelChart *chart, const char *description);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

#include "paper/keel-chart.h"

G_BEGIN_DECLS

/*
 * KeelChartView: a chart as paper draws it, in the colours of the window. One place of it at a time stands
 * out: the one under the pointer, or the one that the arrow keys lead to.
 *
 * Signal: "told" (int place), when another one stands out; KEEL_CHART_NOWHERE: none.
 */
#define KEEL_TYPE_CHART_VIEW (keel_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelChartView, keel_chart_view, KEEL, CHART_VIEW, GtkDrawingArea)

/* @name is what it is called by those who listen. */
KeelChartView *keel_chart_view_new (KeelChart *chart, const char *name);
/* What is said of the place that stands out. */
void keel_chart_view_say (KeelChartView *self, const char *words);

G_END_DECLS

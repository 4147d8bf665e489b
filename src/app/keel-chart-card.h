#pragma once

#include <adwaita.h>

#include "paper/keel-chart.h"

G_BEGIN_DECLS

/* KeelChartCard: a chart with its title, the value of one place in words, and all of them as a table. */
#define KEEL_TYPE_CHART_CARD (keel_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (KeelChartCard, keel_chart_card, KEEL, CHART_CARD, AdwBin)

/* Takes @chart. */
GtkWidget *keel_chart_card_new (const char *title, KeelChart *chart);

G_END_DECLS

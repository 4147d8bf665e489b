#pragma once

#include <adwaita.h>

#include "keel-calendar.h"

G_BEGIN_DECLS

/*
 * KeelMonthView: a month, and what there is on the chosen day beside or beneath it.
 *
 * Signal: "show-series" (KeelSeries *series), when the person wants its details.
 */
#define KEEL_TYPE_MONTH_VIEW (keel_month_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelMonthView, keel_month_view, KEEL, MONTH_VIEW, AdwBin)

void keel_month_view_set_calendar (KeelMonthView *self, KeelCalendar *calendar);
void keel_month_view_refresh (KeelMonthView *self);
void keel_month_view_start (KeelMonthView *self); /* the chosen day gets the focus */
void keel_month_view_focus_series (KeelMonthView *self, KeelSeries *series); /* nullable */

G_END_DECLS

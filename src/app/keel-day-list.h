#pragma once

#include <adwaita.h>

#include "keel-calendar.h"

G_BEGIN_DECLS

/*
 * KeelDayList: what there is on the chosen day, as a list.
 *
 * Signal: "show-series" (KeelSeries *series), when the person wants its details.
 */
#define KEEL_TYPE_DAY_LIST (keel_day_list_get_type ())
G_DECLARE_FINAL_TYPE (KeelDayList, keel_day_list, KEEL, DAY_LIST, AdwBin)

void keel_day_list_set_calendar (KeelDayList *self, KeelCalendar *calendar);
void keel_day_list_refresh (KeelDayList *self);
/* The row of @series (nullable), else the first. FALSE where there is none. */
gboolean keel_day_list_focus_series (KeelDayList *self, KeelSeries *series);

G_END_DECLS

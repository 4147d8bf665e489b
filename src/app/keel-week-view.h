#pragma once

#include <adwaita.h>

#include "keel-calendar.h"

G_BEGIN_DECLS

/*
 * KeelWeekView: the days around the chosen one with their hours: a week, or as many days as there is room
 * for. Tab comes to the chosen day and goes on; arrows move among days and what is in them.
 *
 * Signal: "show-series" (KeelSeries *series), when the person wants its details.
 */
#define KEEL_TYPE_WEEK_VIEW (keel_week_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelWeekView, keel_week_view, KEEL, WEEK_VIEW, AdwBin)

void keel_week_view_set_calendar (KeelWeekView *self, KeelCalendar *calendar);
/* Sets the span and shows it. */
void keel_week_view_refresh (KeelWeekView *self);
gint64 keel_week_view_get_first (KeelWeekView *self); /* the first day that is shown */
guint keel_week_view_get_n_days (KeelWeekView *self);
void keel_week_view_start (KeelWeekView *self);                            /* the chosen day gets the focus */
void keel_week_view_focus_series (KeelWeekView *self, KeelSeries *series); /* nullable */

G_END_DECLS

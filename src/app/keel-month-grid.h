#pragma once

#include <gtk/gtk.h>

#include "keel-calendar.h"

G_BEGIN_DECLS

/*
 * KeelMonthGrid: six weeks around the month of the chosen day, one cell a day. Tab comes to the chosen day
 * and goes on; arrows, Home, End, Page Up and Page Down choose another.
 *
 * Signal: "open", when the person wants to go to what there is on the chosen day.
 */
#define KEEL_TYPE_MONTH_GRID (keel_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (KeelMonthGrid, keel_month_grid, KEEL, MONTH_GRID, GtkWidget)

void keel_month_grid_set_calendar (KeelMonthGrid *self, KeelCalendar *calendar);
/* Sets the span and shows it. */
void keel_month_grid_refresh (KeelMonthGrid *self);
gboolean keel_month_grid_focus_day (KeelMonthGrid *self); /* the chosen one */

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

#include "keel-calendar.h"

G_BEGIN_DECLS

/* KeelDayCell: a day of the month, to be chosen. Its name says the day and what there is on it. */
#define KEEL_TYPE_DAY_CELL (keel_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (KeelDayCell, keel_day_cell, KEEL, DAY_CELL, GtkButton)

GtkWidget *keel_day_cell_new (void);
/* @outside: it belongs to the month before or after. */
void keel_day_cell_show (KeelDayCell *self, KeelCalendar *calendar, gint64 day, gboolean outside);
void keel_day_cell_set_chosen (KeelDayCell *self, gboolean chosen);
gint64 keel_day_cell_get_day (KeelDayCell *self);
/* Whether the pointer last pressed on "+2 more". */
gboolean keel_day_cell_was_more_pressed (KeelDayCell *self);

G_END_DECLS

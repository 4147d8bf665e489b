#pragma once

#include <gtk/gtk.h>

#include "keel-calendar.h"

G_BEGIN_DECLS

/*
 * KeelWeekHeader: the days over the hours, each to be chosen, and under them what lasts a day or longer.
 *
 * Signal: "open-block" (KeelWeekBlock *block), when the person wants to see or to do more.
 */
#define KEEL_TYPE_WEEK_HEADER (keel_week_header_get_type ())
G_DECLARE_FINAL_TYPE (KeelWeekHeader, keel_week_header, KEEL, WEEK_HEADER, GtkWidget)

void keel_week_header_show (KeelWeekHeader *self, KeelCalendar *calendar, gint64 first, guint n);
void keel_week_header_mark_chosen (KeelWeekHeader *self);
gboolean keel_week_header_focus_day (KeelWeekHeader *self); /* the chosen one */

G_END_DECLS

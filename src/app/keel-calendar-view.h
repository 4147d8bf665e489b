#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelCalendarView: what is followed, as a month, a week or an agenda, with the way from one span to the
 * next. Which of the three it was is remembered.
 *
 * Signal: "show-series" (KeelSeries *series), when the person wants its details.
 */
#define KEEL_TYPE_CALENDAR_VIEW (keel_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelCalendarView, keel_calendar_view, KEEL, CALENDAR_VIEW, AdwBin)

void keel_calendar_view_set_session (KeelCalendarView *self, KeelSession *session);
void keel_calendar_view_start (KeelCalendarView *self); /* its first row, day or button gets the focus */
/* Its first date in sight; as start where it has none. */
void keel_calendar_view_focus_series (KeelCalendarView *self, KeelSeries *series); /* nullable */

G_END_DECLS

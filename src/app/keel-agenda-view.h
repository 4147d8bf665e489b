#pragma once

#include <adwaita.h>

#include "keel-calendar.h"

G_BEGIN_DECLS

#define KEEL_AGENDA_VIEW_DAYS 14 /* how many it begins with */

/*
 * KeelAgendaView: the days from the chosen one on, one list a day.
 *
 * Signal: "show-series" (KeelSeries *series), when the person wants its details.
 */
#define KEEL_TYPE_AGENDA_VIEW (keel_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelAgendaView, keel_agenda_view, KEEL, AGENDA_VIEW, AdwBin)

void keel_agenda_view_set_calendar (KeelAgendaView *self, KeelCalendar *calendar);
/* Sets the span, from the chosen day on, and shows it. */
void keel_agenda_view_refresh (KeelAgendaView *self);
void keel_agenda_view_start (KeelAgendaView *self); /* its first row or button gets the focus */
/* Its first date in sight; the first row where it has none. */
void keel_agenda_view_focus_series (KeelAgendaView *self, KeelSeries *series); /* nullable */

G_END_DECLS

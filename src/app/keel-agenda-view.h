#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelAgendaView: the coming days of what is followed, one list a day.
 *
 * Signal: "show-series" (KeelSeries *series), when the person wants its details.
 */
#define KEEL_TYPE_AGENDA_VIEW (keel_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelAgendaView, keel_agenda_view, KEEL, AGENDA_VIEW, AdwBin)

void keel_agenda_view_set_session (KeelAgendaView *self, KeelSession *session);
void keel_agenda_view_start (KeelAgendaView *self); /* its first row or button gets the focus */
/* Its first date in sight; the first row where it has none. */
void keel_agenda_view_focus_series (KeelAgendaView *self, KeelSeries *series); /* nullable */

G_END_DECLS

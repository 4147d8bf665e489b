#pragma once

#include <gtk/gtk.h>

#include "core/keel-agenda.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelAgendaRow: one occurrence in the calendar. */
#define KEEL_TYPE_AGENDA_ROW (keel_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelAgendaRow, keel_agenda_row, KEEL, AGENDA_ROW, GtkListBoxRow)

GtkWidget *keel_agenda_row_new (KeelAgendaItem *item, KeelSession *session);
KeelAgendaItem *keel_agenda_row_get_item (KeelAgendaRow *self); /* transfer none */

G_END_DECLS

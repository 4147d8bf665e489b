#pragma once

#include <adwaita.h>

#include "core/keel-agenda.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelAttendanceRow: what came of one date, with one press: went, not this time, left early; and what there
 * is to write of it. What is pressed is kept at once, with Undo. It shows itself when the date has begun.
 */
#define KEEL_TYPE_ATTENDANCE_ROW (keel_attendance_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelAttendanceRow, keel_attendance_row, KEEL, ATTENDANCE_ROW, AdwBin)

GtkWidget *keel_attendance_row_new (KeelSession *session, KeelAgendaItem *item);

G_END_DECLS

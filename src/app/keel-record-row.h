#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelRecordRow: what came of one date, as it stands in the record: which group, when, how it was and what
 * was written down. To activate it is to change it.
 *
 * Signal: "remove", when the person wants to have it taken away.
 */
#define KEEL_TYPE_RECORD_ROW (keel_record_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelRecordRow, keel_record_row, KEEL, RECORD_ROW, GtkListBoxRow)

GtkWidget *keel_record_row_new (KeelSession *session, KeelAttendance *attendance);
KeelAttendance *keel_record_row_get_attendance (KeelRecordRow *self); /* transfer none */

G_END_DECLS

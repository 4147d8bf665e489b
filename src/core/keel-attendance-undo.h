#pragma once

#include "keel-attendance.h"

G_BEGIN_DECLS

/*
 * A change put @after where @before was known; by now it is @now. All are of the same occurrence, and NULL
 * where nothing was known. *@result (transfer full) is what takes the change back and leaves alone what was
 * said since; NULL: nothing known any more. FALSE where all that the change said has changed since: then
 * there is nothing to undo.
 */
gboolean keel_attendance_undo (KeelAttendance *now, KeelAttendance *before, KeelAttendance *after,
                               KeelAttendance **result);

G_END_DECLS

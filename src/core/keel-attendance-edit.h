#pragma once

#include "keel-attendance.h"

G_BEGIN_DECLS

/*
 * A person saw @shown and wants @wanted; by now it is @now. All are of the same occurrence; @shown and @now
 * are NULL where nothing was known. What becomes of it (transfer full): what the person changed; what they
 * left alone stays as it is by now.
 */
KeelAttendance *keel_attendance_edit (KeelAttendance *now, KeelAttendance *shown, KeelAttendance *wanted);

G_END_DECLS

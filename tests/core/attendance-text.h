#pragma once

#include "core/keel-attendance.h"

/* "went heard note 1 3", "-" for what is not said; NULL: nothing is known. */
KeelAttendance *attendance_from_text (const char *text);

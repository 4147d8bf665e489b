#pragma once

#include "keel-attendance.h"

G_BEGIN_DECLS

/* A table (RFC 4180, UTF-8 with a byte order mark, CRLF) of @all (of KeelAttendance), a row for each in the
 * order that they have, with dates and times as a clock in @person shows them. No cell is taken for a
 * formula. With @discreet_title (nullable) as the name of all, and without what was written down. Transfer
 * full. */
GBytes *keel_attendance_write_csv (GPtrArray *all, GTimeZone *person, const char *discreet_title);

G_END_DECLS

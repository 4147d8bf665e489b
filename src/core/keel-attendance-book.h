#pragma once

#include "keel-attendance.h"

G_BEGIN_DECLS

/* KeelAttendanceBook: attendance looked up by occurrence, for whoever shows many of them. Not changed once it
 * was made. */
typedef struct _KeelAttendanceBook KeelAttendanceBook;

/* @all: of KeelAttendance, each kept with a reference. */
KeelAttendanceBook *keel_attendance_book_new (GPtrArray *all);
void keel_attendance_book_free (KeelAttendanceBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelAttendanceBook, keel_attendance_book_free)

/* Transfer none; NULL where nothing is known. */
KeelAttendance *keel_attendance_book_find (KeelAttendanceBook *self, const char *series,
                                           KeelLocalTime occurrence);

G_END_DECLS

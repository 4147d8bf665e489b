#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Puts down what came of a date where @shown (nullable: nothing known) was seen, says so in the window that
 * @widget stands in, and offers to undo it. @name is the series'. */
void keel_attendance_put (GtkWidget *widget, KeelSession *session, KeelAttendance *shown,
                          KeelAttendance *wanted, const char *name);

/* Nothing is known of the date any more; the same with Undo. */
void keel_attendance_clear (GtkWidget *widget, KeelSession *session, KeelAttendance *known, const char *name);

/* For those that put it down themselves: says that @after stands where @before was, and offers to undo it.
 * Not both are NULL: nothing known. */
void keel_attendance_offer_undo (GtkWidget *widget, KeelSession *session, KeelAttendance *before,
                                 KeelAttendance *after, const char *name);

G_END_DECLS

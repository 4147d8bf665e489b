#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Asks what there is to write of one date: what helps, a note, how it was before and after. @attendance has
 * its key and, where nothing is known of it yet, what stands in the form at first; @name is the series',
 * which need not be followed any more. What was done is said in the window behind it, with Undo. */
void keel_attendance_dialog_present (GtkWindow *parent, KeelSession *session, KeelAttendance *attendance,
                                     const char *name);

/* As it was when @draft was kept; FALSE where that says of no date. */
gboolean keel_attendance_dialog_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft);
#define KEEL_ATTENDANCE_DRAFT "attendance"

G_END_DECLS

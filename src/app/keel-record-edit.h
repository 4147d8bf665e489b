#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Lets the person change what they put down, also about what they no longer follow. */
void keel_record_edit_present (GtkWindow *parent, KeelSession *session, KeelAttendance *attendance);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

#include "core/keel-agenda.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* Asks what there is to write of one date: what helps, a note, how it was before and after. What was done is
 * said in the window behind it, with Undo. */
void keel_attendance_dialog_present (GtkWindow *parent, KeelSession *session, KeelAgendaItem *item);

/* As it was when @draft was kept; what is no longer followed stays away: FALSE. */
gboolean keel_attendance_dialog_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft);
#define KEEL_ATTENDANCE_DRAFT "attendance"

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* KeelDaysMarksDialog: the milestones of a scheme, and their colours, which the person can change. */
#define KEEL_TYPE_DAYS_MARKS_DIALOG (keel_days_marks_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelDaysMarksDialog, keel_days_marks_dialog, KEEL, DAYS_MARKS_DIALOG, AdwWindow)

/* @scheme is nullable: Keel's own. */
void keel_days_marks_dialog_present (GtkWindow *parent, KeelSession *session, const char *scheme);

G_END_DECLS

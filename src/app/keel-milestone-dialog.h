#pragma once

#include <adwaita.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* KeelMilestoneDialog: a milestone without time, by hand: what it is, and on which day it was. */
#define KEEL_TYPE_MILESTONE_DIALOG (keel_milestone_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelMilestoneDialog, keel_milestone_dialog, KEEL, MILESTONE_DIALOG, AdwWindow)

/* @today as in KeelDays. What came of it is said in @parent. */
void keel_milestone_dialog_present (GtkWindow *parent, KeelSession *session, gint64 today);

G_END_DECLS

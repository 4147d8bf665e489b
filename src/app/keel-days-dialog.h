#pragma once

#include <adwaita.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* KeelDaysDialog: a start date, and how its days are counted. */
#define KEEL_TYPE_DAYS_DIALOG (keel_days_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelDaysDialog, keel_days_dialog, KEEL, DAYS_DIALOG, AdwWindow)

/* @count is nullable: a new one; @today as in KeelDays. What came of it is said in @parent. */
void keel_days_dialog_present (GtkWindow *parent, KeelSession *session, const KeelDayCount *count,
                               gint64 today);

G_END_DECLS

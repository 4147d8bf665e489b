#pragma once

#include <adwaita.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* KeelDaysBox: one start date and where it stands: its ring, what is next, what was before, and what one can
 * do with it. */
#define KEEL_TYPE_DAYS_BOX (keel_days_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelDaysBox, keel_days_box, KEEL, DAYS_BOX, AdwBin)

/* @stand is of @days. */
GtkWidget *keel_days_box_new (KeelSession *session, KeelDays *days, const KeelCountStand *stand);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelDaysWindow: "Days and Milestones": the start dates and where they stand, all that was reached, the
 * lapses, and how days are counted. */
#define KEEL_TYPE_DAYS_WINDOW (keel_days_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelDaysWindow, keel_days_window, KEEL, DAYS_WINDOW, AdwWindow)

void keel_days_window_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

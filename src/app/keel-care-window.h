#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelCareWindow: "My Plans": medicine, high-risk dates, goals, the plans that are written on worksheets, and
 * what has to be sorted out. */
#define KEEL_TYPE_CARE_WINDOW (keel_care_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelCareWindow, keel_care_window, KEEL, CARE_WINDOW, AdwWindow)

void keel_care_window_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

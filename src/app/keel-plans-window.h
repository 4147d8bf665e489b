#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelPlansWindow: if-then plans, by what sets an urge off: the map of triggers. */
#define KEEL_TYPE_PLANS_WINDOW (keel_plans_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelPlansWindow, keel_plans_window, KEEL, PLANS_WINDOW, AdwWindow)

void keel_plans_window_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

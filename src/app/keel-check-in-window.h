#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelCheckInWindow: a check-in with all that it can hold, and those of before, which can be taken away. */
#define KEEL_TYPE_CHECK_IN_WINDOW (keel_check_in_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelCheckInWindow, keel_check_in_window, KEEL, CHECK_IN_WINDOW, AdwWindow)

void keel_check_in_window_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

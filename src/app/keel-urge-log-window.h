#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelUrgeLogWindow: the urges there were, the newest first, and what they have in common. */
#define KEEL_TYPE_URGE_LOG_WINDOW (keel_urge_log_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelUrgeLogWindow, keel_urge_log_window, KEEL, URGE_LOG_WINDOW, AdwWindow)

void keel_urge_log_window_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

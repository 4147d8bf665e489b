#pragma once

#include <adwaita.h>

#include "content/keel-strategy.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelRunsWindow: each time a card was done; what was put down by mistake can be taken away. */
#define KEEL_TYPE_RUNS_WINDOW (keel_runs_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelRunsWindow, keel_runs_window, KEEL, RUNS_WINDOW, AdwWindow)

void keel_runs_window_present (GtkWindow *parent, KeelSession *session, const KeelStrategy *strategy);

G_END_DECLS

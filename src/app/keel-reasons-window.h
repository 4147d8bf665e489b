#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelReasonsWindow: the person's reasons, to be added, changed, ordered and taken away. */
#define KEEL_TYPE_REASONS_WINDOW (keel_reasons_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelReasonsWindow, keel_reasons_window, KEEL, REASONS_WINDOW, AdwWindow)

void keel_reasons_window_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

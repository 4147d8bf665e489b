#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelTogetherWindow: what stands on a sheet for somebody whom the person trusts. It is kept as it is
 * written; what of it is printed or saved as PDF is chosen in the preview. */
#define KEEL_TYPE_TOGETHER_WINDOW (keel_together_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelTogetherWindow, keel_together_window, KEEL, TOGETHER_WINDOW, AdwWindow)

void keel_together_window_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelInvolvementWindow: six questions about how one takes part in a group, without a total. Each answer is
 * kept at once. */
#define KEEL_TYPE_INVOLVEMENT_WINDOW (keel_involvement_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelInvolvementWindow, keel_involvement_window, KEEL, INVOLVEMENT_WINDOW, AdwWindow)

void keel_involvement_window_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

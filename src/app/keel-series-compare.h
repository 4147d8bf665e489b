#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Sets the groups that are followed side by side: how far one is on the way into each, and how it is there.
 * In a narrow window below each other. */
void keel_series_compare_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

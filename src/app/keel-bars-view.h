#pragma once

#include <gtk/gtk.h>

#include "paper/keel-bars.h"

G_BEGIN_DECLS

/* KeelBarsView: how often something was, as paper draws it, in the colours of the window. */
#define KEEL_TYPE_BARS_VIEW (keel_bars_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelBarsView, keel_bars_view, KEEL, BARS_VIEW, GtkDrawingArea)

/* Takes @bars. @description is what it says to those who do not see it. */
void keel_bars_view_show (KeelBarsView *self, KeelBars *bars, const char *description);

G_END_DECLS

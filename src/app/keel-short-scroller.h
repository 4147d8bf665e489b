#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KeelShortScroller: as high as its child, and no higher than a few lines: what has no room is scrolled to.
 * (GtkScrolledWindow of GTK 4.8 does not ask its child how high it is at the width that it gets.) */
#define KEEL_TYPE_SHORT_SCROLLER (keel_short_scroller_get_type ())
G_DECLARE_FINAL_TYPE (KeelShortScroller, keel_short_scroller, KEEL, SHORT_SCROLLER, GtkWidget)

G_END_DECLS

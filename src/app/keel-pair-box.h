#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KeelPairBox: two children, the second beside the first where there is room, else beneath it. Beside, the
 * second has the height of the first; beneath, all that it needs. */
#define KEEL_TYPE_PAIR_BOX (keel_pair_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelPairBox, keel_pair_box, KEEL, PAIR_BOX, GtkWidget)

G_END_DECLS

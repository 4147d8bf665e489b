#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KeelColourSpot: a round spot in a colour as it is, with a rim that shows it on any ground. It goes with
 * words that say the same, so a listener does not hear it. */
#define KEEL_TYPE_COLOUR_SPOT (keel_colour_spot_get_type ())
G_DECLARE_FINAL_TYPE (KeelColourSpot, keel_colour_spot, KEEL, COLOUR_SPOT, GtkWidget)

GtkWidget *keel_colour_spot_new (const char *colour); /* "#C8102E" */

G_END_DECLS

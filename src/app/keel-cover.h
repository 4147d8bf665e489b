#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef void (*KeelCovered) (gpointer data);

/* Puts something harmless in the place of what @window shows, and takes all other windows of this program
 * away, at once. @covered is called once, when that is on the screen or cannot be. What stood in the window
 * stays as it is, out of sight, for what was typed there can still be saved. */
void keel_cover (AdwApplicationWindow *window, KeelCovered covered, gpointer data);

G_END_DECLS

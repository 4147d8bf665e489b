#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef void (*KeelCovered) (gpointer data);

/* Puts @page in the place of what @window shows, and takes all other windows of this program away, at once.
 * @covered is called once, when that is on the screen or cannot be. What stood in the window stays as it is,
 * out of sight, for what was typed there can still be saved. */
void keel_cover (AdwApplicationWindow *window, GtkWidget *page, KeelCovered covered, gpointer data);

/* A page with nothing but one short sentence. */
GtkWidget *keel_cover_page_new (const char *sentence);

G_END_DECLS

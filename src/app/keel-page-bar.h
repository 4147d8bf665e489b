#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * KeelPageBar: the tabs of a window's pages below them, where it is narrow. No word is cut: where the tabs
 * have no room for all words at one width, each gets its own, and where even that is too much (large letters,
 * long words), all show only their icons and have the word as a tooltip.
 */
#define KEEL_TYPE_PAGE_BAR (keel_page_bar_get_type ())
G_DECLARE_FINAL_TYPE (KeelPageBar, keel_page_bar, KEEL, PAGE_BAR, GtkWidget)

/* Once, before it is shown. */
void keel_page_bar_set_stack (KeelPageBar *self, AdwViewStack *stack);
void keel_page_bar_set_reveal (KeelPageBar *self, gboolean reveal);

/* The same tabs in a header, while it is wide enough: each as wide as its word, so that they fit earlier. */
void keel_page_bar_dress_switcher (AdwViewSwitcher *switcher, AdwViewStack *stack);

G_END_DECLS

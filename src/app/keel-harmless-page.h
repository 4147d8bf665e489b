#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelHarmlessPage: a month to look at, as any small calendar shows it, and nothing of Keel. Signal:
 * "returned". */
#define KEEL_TYPE_HARMLESS_PAGE (keel_harmless_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelHarmlessPage, keel_harmless_page, KEEL, HARMLESS_PAGE, AdwBin)

KeelHarmlessPage *keel_harmless_page_new (void);

/* Title and icon of a window that holds the page, and of one that does so no longer. */
void keel_harmless_page_dress (GtkWindow *window);
void keel_harmless_page_undress (GtkWindow *window);

G_END_DECLS

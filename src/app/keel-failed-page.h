#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelFailedPage: the page of a dialog for which the profile was closed, and which has nothing to go back to.
 * Its button activates "dialog.restart" and gets the focus. */
#define KEEL_TYPE_FAILED_PAGE (keel_failed_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelFailedPage, keel_failed_page, KEEL, FAILED_PAGE, AdwBin)

void keel_failed_page_set_title (KeelFailedPage *self, const char *title);
void keel_failed_page_set_sentence (KeelFailedPage *self, const char *sentence);

G_END_DECLS

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelWorkingPage: the page of a dialog while something goes on that cannot be stopped. What it says has the
 * focus, so that a listener hears it. Property: "text". */
#define KEEL_TYPE_WORKING_PAGE (keel_working_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelWorkingPage, keel_working_page, KEEL, WORKING_PAGE, AdwBin)

void keel_working_page_set_text (KeelWorkingPage *self, const char *text);

G_END_DECLS

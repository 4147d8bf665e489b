#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelStatusLine: the sentence that was said last on the page that is shown. It belongs to that page alone,
 * and is not there where nothing was said. */
#define KEEL_TYPE_STATUS_LINE (keel_status_line_get_type ())
G_DECLARE_FINAL_TYPE (KeelStatusLine, keel_status_line, KEEL, STATUS_LINE, AdwBin)

/* Another page is shown; NULL: none yet. */
void keel_status_line_show_page (KeelStatusLine *self, const char *page);
/* On the page that is shown; empty: nothing. */
void keel_status_line_say (KeelStatusLine *self, const char *sentence);

G_END_DECLS

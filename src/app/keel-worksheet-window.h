#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelWorksheetWindow: all worksheets and what was written, and one of them as a page to write on. */
#define KEEL_TYPE_WORKSHEET_WINDOW (keel_worksheet_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelWorksheetWindow, keel_worksheet_window, KEEL, WORKSHEET_WINDOW, AdwWindow)

/* There is one; it comes to the front where it is open. */
void keel_worksheet_window_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

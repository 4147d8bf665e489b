#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelReadingWindow: one small page to read, and what belongs to it. One that is there shows another page in
 * the place of the first, with a way back. */
#define KEEL_TYPE_READING_WINDOW (keel_reading_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelReadingWindow, keel_reading_window, KEEL, READING_WINDOW, AdwWindow)

/* Nothing happens where there is no such page. */
void keel_reading_window_present (GtkWindow *parent, KeelSession *session, const char *id);

G_END_DECLS

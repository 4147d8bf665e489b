#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelRecordWindow: all that the person has put down about where they were, the newest first, a goal for the
 * week, and the way to a journal on paper. */
#define KEEL_TYPE_RECORD_WINDOW (keel_record_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelRecordWindow, keel_record_window, KEEL, RECORD_WINDOW, AdwWindow)

KeelRecordWindow *keel_record_window_new (GtkWindow *parent, KeelSession *session);

G_END_DECLS

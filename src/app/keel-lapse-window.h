#pragma once

#include <adwaita.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* KeelLapseWindow: after a lapse: first whether the person is safe, then who is there, and only then what
 * becomes of the days and whether to write about it. What to mind stands below all of it. */
#define KEEL_TYPE_LAPSE_WINDOW (keel_lapse_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelLapseWindow, keel_lapse_window, KEEL, LAPSE_WINDOW, AdwWindow)

/* @count is nullable: which one it may be of. What came of it is said in @parent. */
void keel_lapse_window_present (GtkWindow *parent, KeelSession *session, const char *count);
/* One that is written down, to be changed or taken out. */
void keel_lapse_window_present_lapse (GtkWindow *parent, KeelSession *session, KeelDays *days,
                                      const KeelLapse *lapse);

G_END_DECLS

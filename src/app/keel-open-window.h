#pragma once

#include "keel-window.h"

G_BEGIN_DECLS

/* The window of @application with an open profile, for actions that need one. Transfer none; NULL: there is
 * none, or the profile is locked. */
KeelWindow *keel_open_window_find (GtkApplication *application);

G_END_DECLS

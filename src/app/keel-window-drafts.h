#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Opens again what was being written in dialogs when Keel was locked or closed; whether there was any. They
 * are kept until they are saved or cancelled. */
gboolean keel_window_drafts_restore (GtkWindow *parent, KeelSession *session);

G_END_DECLS

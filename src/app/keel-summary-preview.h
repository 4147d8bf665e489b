#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* A summary to hand over, as it will be printed; the person chooses the days and what is in it. */
void keel_summary_preview_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

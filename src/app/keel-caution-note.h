#pragma once

#include <gtk/gtk.h>

#include "content/keel-strategy.h"

G_BEGIN_DECLS

/* What to mind before something is done, and whom it concerns. */
GtkWidget *keel_caution_note_new (const KeelCaution *caution);

G_END_DECLS

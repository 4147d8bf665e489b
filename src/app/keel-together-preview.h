#pragma once

#include <gtk/gtk.h>

#include "core/keel-together.h"
#include "keel-session.h"

G_BEGIN_DECLS

typedef void (*KeelTogetherChosen) (guint parts, gpointer data);

/* Shows the sheet as it will be printed, with its parts to choose. @chosen is called with those that the
 * person then chose; @data is an object that is kept as long as the preview. */
void keel_together_preview_present (GtkWindow *parent, KeelSession *session, const KeelTogether *together,
                                    KeelTogetherChosen chosen, GObject *data);

G_END_DECLS

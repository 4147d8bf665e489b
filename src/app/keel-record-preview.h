#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Shows the journal of attendance as it will be printed; the person chooses what is in it. At first it says
 * no names. */
void keel_record_preview_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS

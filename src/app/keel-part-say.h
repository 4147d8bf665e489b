#pragma once

#include <gtk/gtk.h>

#include "keel-session-progress.h"

G_BEGIN_DECLS

/* Says of a part what @wanted says of @which, and @sentence of it, with a way back. @sentence is nullable:
 * nothing is told unless it fails. */
void keel_part_say (GtkWidget *widget, KeelSession *session, const KeelPartProgress *wanted,
                    KeelPartSays which, const char *sentence);
/* Offers the way back to @before alone, from @after, which was said already. */
void keel_part_say_offer_back (GtkWidget *widget, KeelSession *session, const KeelPartProgress *before,
                               const KeelPartProgress *after, KeelPartSays which, const char *sentence);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

#include "keel-session-strategies.h"

G_BEGIN_DECLS

/* Says of a card what @wanted says of @which, and @sentence of it, with a way back. @sentence is nullable:
 * nothing is told unless it fails. */
void keel_strategy_say (GtkWidget *widget, KeelSession *session, const KeelStrategyMark *wanted,
                        KeelMarkSays which, const char *sentence);

G_END_DECLS

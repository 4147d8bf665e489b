#pragma once

#include <gtk/gtk.h>

#include "content/keel-strategy.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* What drafts of it are kept under. */
#define KEEL_STRATEGY_DRAFT "own-strategy"

/* A card of the person's own: an empty one (@strategy NULL), one to change, or a copy of one of Keel's. What
 * is new is then opened. */
void keel_strategy_dialog_present (GtkWindow *parent, KeelSession *session, const KeelStrategy *strategy);

/* FALSE where the card is not there any more. */
gboolean keel_strategy_dialog_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft);

G_END_DECLS

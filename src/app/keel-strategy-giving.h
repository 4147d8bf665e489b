#pragma once

#include <gtk/gtk.h>

#include "content/keel-strategy.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* What a person can do to give a card to someone: nothing of what they noted is in it. Each is told in the
 * window of
 * @widget. */
void keel_strategy_copy_text (GtkWidget *widget, const KeelStrategy *strategy);
void keel_strategy_save_text (GtkWidget *widget, const KeelStrategy *strategy);
/* As it will be printed, in a window of its own. */
void keel_strategy_present_paper (GtkWindow *parent, KeelSession *session, const KeelStrategy *strategy);

G_END_DECLS

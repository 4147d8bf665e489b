#pragma once

#include <gtk/gtk.h>

#include "keel-session-strategies.h"

G_BEGIN_DECLS

/* What is done to cards of a person's own: each is told in the window of @widget, with a way back. */

/* Finish with keel_strategy_save_finish (). */
void keel_strategy_save_async (GtkWidget *widget, KeelSession *session, const KeelStrategy *strategy,
                               GAsyncReadyCallback callback, gpointer data);
gboolean keel_strategy_save_finish (GAsyncResult *result, GError **error);
void keel_strategy_delete (GtkWidget *widget, KeelSession *session, const KeelStrategy *strategy);

/* That some of the person's own cannot be read; NULL where all can. Transfer full. */
char *keel_strategy_trouble_describe (KeelSession *session);

G_END_DECLS

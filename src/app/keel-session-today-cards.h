#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/* The order of the cards of Today, as core/keel-card-order.h writes it. NULL without an error: as usual. */
void keel_session_read_today_cards_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
char *keel_session_read_today_cards_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* @order is nullable: as usual. Ended by keel_session_change_finish (). */
void keel_session_set_today_cards_async (KeelSession *self, const char *order, KeelSessionCallback callback,
                                         gpointer data);

G_END_DECLS

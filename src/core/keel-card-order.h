#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* KeelCardOrder: in which order a person has the cards of a page, and which they put away. Cards are known by
 * ids of letters and hyphens that last. */
typedef struct _KeelCardOrder KeelCardOrder;

/* @usual: all cards there are, in their usual order. @text is what keel_card_order_format () gave once, maybe
 * in another Keel (nullable): a card that it does not know comes behind the one that it usually follows, and
 * one that is no more is left out. */
KeelCardOrder *keel_card_order_new (const char *const *usual, const char *text);
KeelCardOrder *keel_card_order_copy (const KeelCardOrder *self);
void keel_card_order_free (KeelCardOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelCardOrder, keel_card_order_free)

/* "check-in -days meeting": those with a hyphen before them are put away. Transfer full. */
char *keel_card_order_format (const KeelCardOrder *self);

guint keel_card_order_get_length (const KeelCardOrder *self);
const char *keel_card_order_get (const KeelCardOrder *self, guint position);
gboolean keel_card_order_is_hidden (const KeelCardOrder *self, const char *id);

void keel_card_order_set_hidden (KeelCardOrder *self, const char *id, gboolean hidden);
/* By @by places, down where that is positive. FALSE: it cannot go there. */
gboolean keel_card_order_move (KeelCardOrder *self, const char *id, int by);

G_END_DECLS

#pragma once

#include "core/keel-card-order.h"
#include "keel-session-today.h"
#include "keel-today-card.h"

G_BEGIN_DECLS

/* KeelTodayCards: all cards of Today. */
typedef struct _KeelTodayCards KeelTodayCards;

/* Each begins to read what it shows. */
KeelTodayCards *keel_today_cards_new (KeelSession *session);
void keel_today_cards_free (KeelTodayCards *self);

const char *const *keel_today_cards_get_usual (void); /* their ids, in the usual order */
KeelTodayCard *keel_today_cards_find (KeelTodayCards *self, const char *id); /* nullable */

/* Which there are, and what they are called, with the pages that @session offers. */
void keel_today_cards_suit (KeelTodayCards *self, KeelSession *session);
/* What was written, and whether there is nothing at all yet. */
void keel_today_cards_show (KeelTodayCards *self, const KeelToday *today, gboolean new_profile);
void keel_today_cards_refresh (KeelTodayCards *self); /* the clock has gone on */

G_END_DECLS

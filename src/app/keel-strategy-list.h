#pragma once

#include <adwaita.h>

#include "core/keel-strategy-mark.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelStrategyList: the coping library: what is going on, as chips; what fits, the first of it ready to be
 * begun; and what the person likes, has tried and made.
 *
 * Signal: "open" (const char *id).
 */
#define KEEL_TYPE_STRATEGY_LIST (keel_strategy_list_get_type ())
G_DECLARE_FINAL_TYPE (KeelStrategyList, keel_strategy_list, KEEL, STRATEGY_LIST, AdwBin)

void keel_strategy_list_set_session (KeelStrategyList *self, KeelSession *session);
/* What is said of the cards, which must last until the next call; nullable: not read yet. @failure (nullable)
 * tells why it could not be read. */
void keel_strategy_list_set_book (KeelStrategyList *self, const KeelStrategyBook *book, const char *failure);
/* Leads the focus to the chips, or to the card with this id (nullable) where it is there. */
void keel_strategy_list_start (KeelStrategyList *self, const char *id);
void keel_strategy_list_search (KeelStrategyList *self); /* leads the focus to the search entry */
/* What was searched for is nobody else's business. */
void keel_strategy_list_forget_search (KeelStrategyList *self);

G_END_DECLS

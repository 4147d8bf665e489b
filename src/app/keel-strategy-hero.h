#pragma once

#include <adwaita.h>

#include "content/keel-content.h"
#include "core/keel-strategy-mark.h"

G_BEGIN_DECLS

/*
 * KeelStrategyHero: the one thing to do now: its first step, and a button that begins it; or one that opens
 * the card, where something is to be read first.
 *
 * Signal: "open" (const char *id).
 */
#define KEEL_TYPE_STRATEGY_HERO (keel_strategy_hero_get_type ())
G_DECLARE_FINAL_TYPE (KeelStrategyHero, keel_strategy_hero, KEEL, STRATEGY_HERO, AdwBin)

/* @book is nullable: nothing was said. */
GtkWidget *keel_strategy_hero_new (KeelContent *content, const KeelStrategy *strategy,
                                   const KeelStrategyBook *book);

G_END_DECLS

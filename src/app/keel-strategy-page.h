#pragma once

#include <adwaita.h>

#include "content/keel-strategy.h"
#include "core/keel-strategy-mark.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelStrategyPage: one card of the coping library: what to mind, its steps and a button that begins it; what
 * is known of it; and what the person says of it, which is saved by itself.
 *
 * Signal: "back", when the person wants the list again.
 */
#define KEEL_TYPE_STRATEGY_PAGE (keel_strategy_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelStrategyPage, keel_strategy_page, KEEL, STRATEGY_PAGE, AdwBin)

void keel_strategy_page_set_session (KeelStrategyPage *self, KeelSession *session);
/* @book is nullable: not read yet. What is being written on the same card stays. */
void keel_strategy_page_show (KeelStrategyPage *self, const KeelStrategy *strategy,
                              const KeelStrategyBook *book);
void keel_strategy_page_start (KeelStrategyPage *self); /* leads the focus to the button that begins it */
/* Whether the list is seen beside it; at first it is not. */
void keel_strategy_page_set_beside (KeelStrategyPage *self, gboolean beside);
void keel_strategy_page_save (KeelStrategyPage *self); /* what was written and is not saved yet */

G_END_DECLS

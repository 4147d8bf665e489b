#pragma once

#include <gtk/gtk.h>

#include "content/keel-strategy.h"
#include "core/keel-strategy-mark.h"

G_BEGIN_DECLS

/* KeelStrategyRow: one card of the coping library in a list: what it is called, when it helps, how long it
 * takes, how well it is known, and what the person said of it. */
#define KEEL_TYPE_STRATEGY_ROW (keel_strategy_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelStrategyRow, keel_strategy_row, KEEL, STRATEGY_ROW, GtkListBoxRow)

/* @book is nullable: nothing was said. */
GtkWidget *keel_strategy_row_new (const KeelStrategy *strategy, const KeelStrategyBook *book);
const char *keel_strategy_row_get_id (KeelStrategyRow *self);

/* "10 minutes · Much used, hardly studied alone · Favorite": all that is known in one line. NULL: nothing is.
 * Transfer full. */
char *keel_strategy_row_describe (const KeelStrategy *strategy, const KeelStrategyBook *book);

G_END_DECLS

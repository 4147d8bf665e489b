#pragma once

/* Private to content: makes a strategy of an element. */

#include "keel-element.h"
#include "keel-strategy.h"

G_BEGIN_DECLS

/* NULL with a G_MARKUP_ERROR. */
KeelStrategy *keel_strategy_read (const KeelElement *element, GError **error);

/* A new one without anything in it. */
KeelStrategy *keel_strategy_new_empty (void);

G_END_DECLS

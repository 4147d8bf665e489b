#pragma once

#include <gtk/gtk.h>

#include "content/keel-strategy.h"

G_BEGIN_DECLS

/* What a card says, in lists and lines at the end of @box. */
void keel_strategy_sections_add_cautions (GtkBox *box,
                                          const KeelStrategy *strategy); /* the first ones first */
void keel_strategy_sections_add_steps (GtkBox *box, const KeelStrategy *strategy);
/* What it is, what is known of it, and where it is from. */
void keel_strategy_sections_add_facts (GtkBox *box, const KeelStrategy *strategy);

G_END_DECLS

#pragma once

#include "keel-strategy-choice.h"

G_BEGIN_DECLS

/*
 * Which cards Help now has for "something to do now": what helped the person before (the best first), their
 * favourites, their own, and then three that need nothing and nobody and are over in a few minutes. Never one
 * that is not offered in an urge or asks for its cautions first, never what the person has hidden, none
 * twice. For families alone the card for their emergencies comes before all that.
 */
#define KEEL_HELP_CHOICE_MOST 3

/* Of const KeelStrategy *, at most KEEL_HELP_CHOICE_MOST; transfer container. @book is nullable. */
GPtrArray *keel_help_choice_list (const GPtrArray *all, KeelPageGroups pages, const KeelStrategyBook *book);

G_END_DECLS

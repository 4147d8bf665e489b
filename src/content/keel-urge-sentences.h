#pragma once

#include "core/keel-offers.h"
#include "core/keel-urge-patterns.h"

G_BEGIN_DECLS

/* What pages say of urges and of what is offered in one. Those that return char * give it away. */

const char *keel_sentence_urge_outcome (KeelUrgeOutcome outcome); /* "It passed"; "" where nothing was said */
char *keel_sentence_urge_strength (int strength, int after);      /* "7 of 10", "7 of 10, afterwards 3" */

/* "Most of your urges in the last 4 weeks came between 17:00 and 20:00 (9 of 14)." @card is the name of the
 * card of KEEL_PATTERN_HELPED; else NULL. */
char *keel_sentence_urge_pattern (const KeelUrgePattern *pattern, guint weeks, const char *card);
/* What stands beside patterns, or, where there are too few urges for any, how many it takes and how many
 * there are. */
char *keel_sentence_urge_patterns (const KeelUrgePatterns *patterns);

/* Why it is offered, under its name: "Weaker by 3 afterwards, on average over 4 times". */
char *keel_sentence_offer_reason (const KeelOffer *offer);

G_END_DECLS

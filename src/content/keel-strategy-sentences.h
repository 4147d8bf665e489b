#pragma once

#include "core/keel-strategy-mark.h"
#include "keel-strategy.h"

G_BEGIN_DECLS

/* What pages say of a strategy. Those that return char * give it away. */

/* What a tag is called where a person says what is going on: "Cannot sleep". */
const char *keel_sentence_strategy_tag (KeelStrategyTag tag);
/* Those of a mask, in one line: "Craving · Stress"; NULL of none. KEEL_TAGS_ANY is "Whatever it is". */
char *keel_sentence_strategy_tags (guint64 tags);
const char *keel_sentence_strategy_group (KeelStrategyGroup group); /* "Riding out an urge" */
const char *keel_sentence_caution (KeelCautionKind kind);           /* "If your heart is not well" */

/* How much it was studied, which does not say how well it helps: "In many studies". NULL of 0. */
const char *keel_sentence_strategy_grade (char grade);
/* "10 to 15 minutes"; NULL where nobody can say. */
char *keel_sentence_strategy_minutes (const KeelStrategy *strategy);
/* How long a step takes: "30 seconds", "5 minutes", "1 minute 30 seconds"; NULL of 0. */
char *keel_sentence_step_time (guint seconds);
/* "In 4 · hold 7 · out 8"; NULL where there is no pace. */
char *keel_sentence_strategy_pace (const KeelPace *pace);

/* Who suggested it, of keel_suggester_words: "My therapist"; other words stay as they are. NULL of NULL. */
const char *keel_sentence_suggester (const char *suggester);
/* "You did this 3 times. It was weaker afterwards 2 of 3 times." NULL: never. Transfer full. */
char *keel_sentence_strategy_help (const KeelStrategyHelp *help);

/* The whole card as plain words for somebody else, with @note (nullable) below. Nothing in it says where it
 * is from. */
char *keel_strategy_format_plain (const KeelStrategy *strategy, const char *note);

G_END_DECLS

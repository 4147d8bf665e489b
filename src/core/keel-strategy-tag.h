#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What is going on: what a card of the coping library is for, and what a person says of an urge. Several go
 * into a mask of 64 bits, the bit of each being its place in this list. The names that a person reads are in
 * content/keel-strategy-sentences.
 */
typedef enum
{
  KEEL_TAG_CRAVING,
  KEEL_TAG_STRESS,
  KEEL_TAG_ANGER,
  KEEL_TAG_ANXIETY,
  KEEL_TAG_SAD,
  KEEL_TAG_LONELY,
  KEEL_TAG_BORED,
  KEEL_TAG_TIRED,
  KEEL_TAG_HUNGRY,
  KEEL_TAG_PAIN,
  KEEL_TAG_SHAME,
  KEEL_TAG_JOY,
  KEEL_TAG_SOCIAL,
  KEEL_TAG_PLACE,
  KEEL_TAG_PEOPLE,
  KEEL_TAG_MONEY,
  KEEL_TAG_CONFLICT,
  KEEL_TAG_GRIEF,
  KEEL_TAG_INSOMNIA,
  KEEL_TAG_THOUGHT,
  KEEL_TAG_BODY,
  KEEL_TAG_LAPSE,
  KEEL_TAG_FAMILY,
  KEEL_TAG_EMERGENCY,
  KEEL_TAG_OPIOID,
  KEEL_TAG_ALCOHOL,
  KEEL_TAG_WITHDRAWAL,
  KEEL_TAG_PLAN,
  KEEL_TAG_MORNING,
  KEEL_TAG_EVENING,
  KEEL_TAG_ONLINE,
  KEEL_TAG_WORK,
  KEEL_N_TAGS,
} KeelStrategyTag;

#define KEEL_TAG_BIT(tag) (G_GUINT64_CONSTANT (1) << (tag))
#define KEEL_TAGS_NONE G_GUINT64_CONSTANT (0)
#define KEEL_TAGS_ANY (KEEL_TAG_BIT (KEEL_N_TAGS) - 1)

/* The names of these for files that last and for scripts, ended by NULL; see keel_word_find (). */
extern const char *const keel_strategy_tag_words[];

/* Reads words with white space between them; "any" is all of them, alone or beside others. FALSE, and *@tags
 * is left as it is, where a word is none of these: *@unknown (nullable; transfer full) is that word. */
gboolean keel_strategy_tags_parse (const char *text, guint64 *tags, char **unknown);
/* The words in the order of the list, "any" for all, "" for none. Transfer full. */
char *keel_strategy_tags_format (guint64 tags);

G_END_DECLS

#pragma once

#include "keel-safety-page.h"
#include "keel-strategy.h"

G_BEGIN_DECLS

/* Under which heading it stands: keel_reading_group_words, in this order. */
typedef enum
{
  KEEL_READING_BEGIN,      /* where to begin */
  KEEL_READING_UNDERSTAND, /* what happens with the other person */
  KEEL_READING_BETWEEN,    /* what to do and to say */
  KEEL_READING_DANGER,
  KEEL_READING_OWN, /* one's own life */
} KeelReadingGroup;

#define KEEL_READING_N_GROUPS (KEEL_READING_OWN + 1)

extern const char *const keel_reading_group_words[]; /* "begin", "understand" … ended by NULL */

/* What it leads to: keel_reading_link_words, in this order. */
typedef enum
{
  KEEL_READING_LINK_WORKSHEET,
  KEEL_READING_LINK_CARD,
  KEEL_READING_LINK_SAFETY,
  KEEL_READING_LINK_PROGRAM,
  KEEL_READING_LINK_LINE, /* a kind of help line: see KeelReadingLink */
  KEEL_READING_LINK_READING,
} KeelReadingLinkKind;

extern const char *const keel_reading_link_words[]; /* "worksheet", "card" … ended by NULL */

typedef struct
{
  KeelReadingLinkKind kind;
  char *to; /* an id, a code, or one of keel_help_kind_words */
} KeelReadingLink;

typedef struct
{
  char *text;
  gboolean point; /* one of several points, not a paragraph */
} KeelReadingPart;

typedef struct
{
  char *title;
  GPtrArray *parts; /* of KeelReadingPart, at least one */
} KeelReadingSection;

/*
 * KeelReading: one small page to read, as data/content/readings has it, in one language. It asks nothing
 * and keeps nothing. Never changed.
 */
typedef struct
{
  char *id; /* "stepping-back" */
  int order;
  KeelReadingGroup group;
  gboolean member, family; /* whose pages offer it */
  char *name;
  char *about;         /* in one sentence */
  GPtrArray *cautions; /* of KeelCaution: what stands before all else; may be empty */
  GPtrArray *sections; /* of KeelReadingSection, at least one */
  char grade;          /* see keel_sentence_strategy_grade (); 0: nothing is claimed that was measured */
  char *evidence;      /* what was measured; NULL where grade is 0 */
  GPtrArray *sources;  /* of KeelSafetySource, at least one */
  GPtrArray *links;    /* of KeelReadingLink; may be empty */
} KeelReading;

G_END_DECLS

#pragma once

#include "core/keel-pace.h"
#include "core/keel-strategy-tag.h"

G_BEGIN_DECLS

/* More than one card needs; what a file of somebody else's may not go beyond. */
#define KEEL_STRATEGY_MAX_NAME 80 /* characters */
#define KEEL_STRATEGY_MAX_STEPS 24
#define KEEL_STRATEGY_MAX_CAUTIONS 12
#define KEEL_STRATEGY_MAX_MINUTES 1440
#define KEEL_STRATEGY_MAX_SECONDS 7200 /* of a step */

/* What the runner does with it: keel_strategy_kind_words, in this order. */
typedef enum
{
  KEEL_STRATEGY_STEPS,     /* one after the other */
  KEEL_STRATEGY_BREATHING, /* with a pace */
  KEEL_STRATEGY_WAVE,      /* urge surfing: a rating before, during and after */
  KEEL_STRATEGY_SENSES,    /* five things to see, four to feel … */
  KEEL_STRATEGY_DELAY,     /* a timer that goes on in the background */
  KEEL_STRATEGY_MUSCLES,
  KEEL_STRATEGY_REHEARSAL,
  KEEL_STRATEGY_IF_THEN,
  KEEL_STRATEGY_RATING,    /* a rating every five minutes */
  KEEL_STRATEGY_WORKSHEET, /* opens one */
} KeelStrategyKind;

extern const char *const keel_strategy_kind_words[]; /* "steps", "breathing" … ended by NULL */

/* Under which heading it stands: keel_strategy_group_words, in this order. */
typedef enum
{
  KEEL_STRATEGY_GROUP_URGES,
  KEEL_STRATEGY_GROUP_CONNECTION,
  KEEL_STRATEGY_GROUP_REFUSAL,
  KEEL_STRATEGY_GROUP_BODY,
  KEEL_STRATEGY_GROUP_THINKING,
  KEEL_STRATEGY_GROUP_PLANNING,
  KEEL_STRATEGY_GROUP_SAFETY,
  KEEL_STRATEGY_GROUP_FAMILY,
} KeelStrategyGroup;

extern const char *const keel_strategy_group_words[]; /* "urges", "connection" … ended by NULL */

/* Whether the urge loop may offer it. */
typedef enum
{
  KEEL_OFFER_YES,
  KEEL_OFFER_AFTER_CAUTIONS, /* only once its cautions were read */
  KEEL_OFFER_NEVER,
} KeelStrategyOffer;

/* What a caution is about: keel_caution_kind_words, in this order. */
typedef enum
{
  KEEL_CAUTION_GENERAL,
  KEEL_CAUTION_HEART,
  KEEL_CAUTION_PREGNANCY,
  KEEL_CAUTION_EATING,
  KEEL_CAUTION_COLD,
  KEEL_CAUTION_MEDICINE,
  KEEL_CAUTION_WITHDRAWAL,
  KEEL_CAUTION_VIOLENCE,
  KEEL_CAUTION_OPIOID,
} KeelCautionKind;

extern const char *const keel_caution_kind_words[]; /* "general", "heart" … ended by NULL */

typedef struct
{
  KeelCautionKind kind;
  char *text;
  gboolean first; /* the card opens with it, before anything else */
} KeelCaution;

typedef struct
{
  char *text;    /* one thing to do */
  guint seconds; /* 0: as long as it takes */
} KeelStrategyStep;

/*
 * KeelStrategy: a card of the coping library, as data/content/strategies has it or as a person made it
 * ("own-…"). Its words are in one language. Counted; never changed once others can see it.
 */
typedef struct
{
  char *id; /* "c01" */
  int order;
  KeelStrategyKind kind;
  KeelStrategyGroup group;
  char *name;
  char *when;  /* nullable only where a person made it */
  char *about; /* nullable: what it is */

  guint64 tags;            /* KEEL_TAG_BIT of each: what it is for; see keel_strategy_has_tag () */
  gboolean member, family; /* whose pages offer it */
  guint minutes;           /* how long it takes; 0: nobody can say */
  guint most;              /* not less than @minutes; the same where there is no range */
  guint urge_from;         /* the strength of an urge, 0 to 10, that it suits */
  guint urge_to;
  gboolean with_others; /* being with someone is what it is */
  KeelStrategyOffer offer;

  GPtrArray *cautions; /* of KeelCaution */
  GPtrArray *steps;    /* of KeelStrategyStep; at least one */
  KeelPace pace;       /* of breathing; else all 0 */

  char grade; /* 'A' to 'D' or 'G', see keel_sentence_strategy_grade (); 0: one's own, nobody has looked */
  char *evidence;  /* what was measured, in plain words; nullable only where a person made it, as the next */
  char *source;    /* who or what, and when */
  char *worksheet; /* nullable: the id of one that belongs to it, or that it opens */
  char *safety;    /* nullable: the id of a safety page that stands beside it */
  char *tip;       /* nullable: where to find what it needs, or what makes it easier */
} KeelStrategy;

/* Reads the XML of data/content/keel-content.rng, of this program, of a person or of a stranger; what a
 * person made need not say all that those of Keel must. NULL with a G_MARKUP_ERROR that names the line. */
KeelStrategy *keel_strategy_new_from_xml (GBytes *xml, GError **error);
/* The same XML, with the words as they are now: reading it again gives the same. Transfer full. */
char *keel_strategy_to_xml (const KeelStrategy *self);

/* One of a person's own with nothing in it but what must be, and @id "own-…" (nullable: it gets a new one).
 * To be filled by whoever makes it, before anybody else sees it. */
KeelStrategy *keel_strategy_new_own (const char *id);
KeelStrategy *keel_strategy_copy (const KeelStrategy *self); /* to be changed likewise */
/* For whoever fills one. */
void keel_strategy_add_step (KeelStrategy *self, const char *text, guint seconds);
void keel_strategy_add_caution (KeelStrategy *self, KeelCautionKind kind, const char *text, gboolean first);

KeelStrategy *keel_strategy_ref (const KeelStrategy *self);
void keel_strategy_unref (KeelStrategy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelStrategy, keel_strategy_unref)
gboolean keel_strategy_equal (const KeelStrategy *self, const KeelStrategy *other); /* all they say */

/* Whether the id is that of a strategy which a person made: "own-…". */
gboolean keel_strategy_is_own (const char *id);
/* Whether it is one of those for @tag. What is for anything (KEEL_TAGS_ANY) is not for an overdose,
 * withdrawal or an emergency, where only few are right. */
gboolean keel_strategy_has_tag (const KeelStrategy *self, KeelStrategyTag tag);
/* Whether it is for one of @tags, or these are none. */
gboolean keel_strategy_is_for (const KeelStrategy *self, guint64 tags);

G_END_DECLS

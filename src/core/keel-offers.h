#pragma once

#include "keel-strategy-mark.h"

G_BEGIN_DECLS

/*
 * What is offered in an urge: three things to do, one of them always to be with someone. The same question
 * gets the same answer.
 *
 * Exactly one is "be with someone": a person to call or a meeting that begins within the hour; else the first
 * card @with_others (c16, c17, c18 …) that fits the time and the strength, or the first at all; where all of
 * these are hidden, the help lines. From a strength of KEEL_OFFERS_STRONG on it is the first of the three and
 * a call, which is quickest, goes before a meeting; below, it is the last and the meeting, which waits for
 * nobody, goes before a call. There is no time for a meeting in less than KEEL_OFFERS_MEETING_MINUTES.
 *
 * The other two are cards that are not @with_others. First the person's own best that fit the time: those
 * after which the urge was weaker on average, over KEEL_OFFERS_OWN_RUNS runs or more for one of the tags of
 * now, the most first. A run counts where it was for one of these tags, or where it says none and the card is
 * for one; all count where no tag is said now. Then the others, by these in turn: what fits the time, what
 * suits the strength, what did not leave the urge as it was or stronger over as many runs, what is for one of
 * the tags (for a craving, where none is said), what is for anything or for a craving before what is for
 * something else, favourites, what is for more of the tags, and the order of the library.
 *
 * Never a card that is @never, @hidden or not for a member; one that asks for its cautions first says so.
 * Never the same twice. Fewer than three only where there are fewer cards.
 */
#define KEEL_OFFERS_STRONG 8
#define KEEL_OFFERS_OWN_RUNS 2
#define KEEL_OFFERS_MEETING_MINUTES 60
#define KEEL_N_OFFERS 3

/* A card as the rules see it; made from a KeelStrategy and its KeelStrategyMark. */
typedef struct
{
  const char *id;
  int order;
  guint64 tags;
  guint minutes; /* how long it takes; 0: nobody can say */
  int urge_from; /* the strength that it suits */
  int urge_to;
  gboolean with_others;
  gboolean member;
  gboolean never;
  gboolean after_cautions;
  gboolean hidden;
  gboolean favourite;
} KeelOfferCandidate;

typedef struct
{
  int strength;        /* 0 to 10 */
  guint64 tags;        /* what is going on; none: not said */
  guint minutes;       /* how much time there is; 0: not said */
  GArray *candidates;  /* of KeelOfferCandidate, in any order */
  GPtrArray *runs;     /* of KeelStrategyRun, in any order: what came of cards so far */
  const char *person;  /* nullable: the UUID of whom to call */
  const char *meeting; /* nullable: the UUID of a series of which a meeting begins within the hour */
} KeelOfferQuestion;

typedef enum
{
  KEEL_OFFER_STRATEGY, /* @id: of the card */
  KEEL_OFFER_PERSON,   /* @id: the person's UUID */
  KEEL_OFFER_MEETING,  /* @id: the series' UUID */
  KEEL_OFFER_LINES,    /* Help now; @id is NULL */
} KeelOfferKind;

typedef enum
{
  KEEL_OFFERED_HELPED, /* the urge was weaker after it before now: @drop, @n_runs */
  KEEL_OFFERED_TAGS,   /* it is for what is going on */
  KEEL_OFFERED_FAVOURITE,
  KEEL_OFFERED_STRENGTH, /* it suits how strong it is, or nothing else is known */
  KEEL_OFFERED_SOMEONE,  /* to be with someone */
} KeelOfferReason;

typedef struct
{
  KeelOfferKind kind;
  char *id;
  KeelOfferReason reason;
  gboolean after_cautions; /* its cautions are to be shown and read before it begins */
  double drop;             /* of _HELPED: by how much the urge was weaker afterwards, on average */
  guint n_runs;            /* over that many runs */
} KeelOffer;

void keel_offer_free (KeelOffer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelOffer, keel_offer_free)

/* Of KeelOffer, in the order in which they are shown. Transfer full. */
GPtrArray *keel_offers_choose (const KeelOfferQuestion *question);

G_END_DECLS

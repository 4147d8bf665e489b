#pragma once

#include "keel-strategy-tag.h"

G_BEGIN_DECLS

#define KEEL_STRENGTH_MAX 10
#define KEEL_STRENGTH_NONE (-1) /* not said */

/* How it ended, in the person's words on the page of the urge log. None of these is better told than another.
 */
typedef enum
{
  KEEL_URGE_UNSAID,
  KEEL_URGE_PASSED,  /* it passed */
  KEEL_URGE_DELAYED, /* it was put off */
  KEEL_URGE_WENT,    /* the person went along with it */
} KeelUrgeOutcome;

/* The names of these for files that last and for scripts, ended by NULL; see keel_word_find (). */
extern const char *const keel_urge_outcome_words[];

/*
 * KeelUrge: one urge, and what came of it. Nothing but its strength has to be said. What was done about it,
 * one card or several, is in KeelStrategyRun with its UUID; @strategy is the one that it was left with.
 */
typedef struct
{
  char *uuid;     /* NULL until it is in the journal */
  gint64 at;      /* seconds UTC; 0: the moment at which it is first saved */
  int offset;     /* minutes east of UTC where the person was then: it decides the hour and the weekday */
  int strength;   /* 0 to 10 */
  int after;      /* the same, afterwards; or KEEL_STRENGTH_NONE */
  guint64 tags;   /* what was going on, of KEEL_TAG_BIT (); none: not said */
  char *strategy; /* nullable: the id of a card */
  guint minutes;  /* how long it lasted; 0: not said */
  char *trigger;  /* nullable, as all that follow: private, in the person's words */
  char *where;
  char *with;
  char *did;
  char *other; /* what else could be tried */
  KeelUrgeOutcome outcome;
  char *note;
} KeelUrge;

/* Of now, without anything else said. */
KeelUrge *keel_urge_new (int strength);
KeelUrge *keel_urge_copy (const KeelUrge *self);
void keel_urge_free (KeelUrge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelUrge, keel_urge_free)

/* Whether all that it says can be: strengths, offset, length, outcome, and that nobody said anything after
 * it. */
gboolean keel_urge_is_possible (const KeelUrge *self);
gboolean keel_urge_equal (const KeelUrge *self, const KeelUrge *other); /* all they say, the UUID too */

/* As it was on the wall where the person was: 0 to 23, and 0 = Sunday. */
int keel_urge_get_hour (const KeelUrge *self);
int keel_urge_get_weekday (const KeelUrge *self);

G_END_DECLS

#pragma once

#include "keel-schedule.h"
#include "keel-strategy-tag.h"

G_BEGIN_DECLS

/* What an if-then plan is bound to. */
typedef enum
{
  KEEL_PLAN_FREE,
  KEEL_PLAN_TIME,
  KEEL_PLAN_PLACE,
  KEEL_PLAN_PERSON,
  KEEL_PLAN_MEETING,
} KeelPlanBind;

/* The names of these for files that last and for scripts, "none" for the first, ended by NULL. */
extern const char *const keel_plan_bind_words[];

/* KeelPlan: "If …, then I will …". */
typedef struct
{
  char *uuid;      /* NULL until it is in the journal */
  char *situation; /* what stands after "If"; never empty */
  char *action;    /* what stands after "then I will"; never empty */
  char *strategy;  /* nullable: the id of a card that it is done with */
  guint64 tags;    /* the triggers that it is for: where it stands on the trigger map; none: not said */
  KeelPlanBind bind;
  char *target; /* place: in the person's words; person, meeting: UUID of one, or words; else NULL */
  KeelSchedule *schedule; /* time: when it comes, see keel-prompt-days.h; else NULL */
  gboolean remind;        /* time: Keel tells of it when it comes, as discreetly as of everything */
  char *prompt;           /* nullable: UUID of the reminder; whoever saves the plan need not care for it */
} KeelPlan;

KeelPlan *keel_plan_new (const char *situation, const char *action);
KeelPlan *keel_plan_copy (const KeelPlan *self);
void keel_plan_free (KeelPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelPlan, keel_plan_free)

/* Whether it has a situation and an action, and what it is bound to goes with the kind of that. */
gboolean keel_plan_is_possible (const KeelPlan *self);
gboolean keel_plan_equal (const KeelPlan *self, const KeelPlan *other); /* all but the prompt */

G_END_DECLS

#pragma once

#include "keel-strategy.h"

G_BEGIN_DECLS

/* What the runner shows, one after the other. */
typedef enum
{
  KEEL_STAGE_CAUTIONS,  /* what to mind, before anything is done */
  KEEL_STAGE_STEP,      /* one thing to do */
  KEEL_STAGE_SENSES,    /* likewise, with marks to tick: @count */
  KEEL_STAGE_BREATH,    /* all steps as one pace */
  KEEL_STAGE_REHEARSAL, /* what I say, what they may say: in the place of the steps that say so */
  KEEL_STAGE_IF_THEN,   /* a plan that is put together: in the place of the steps that say so */
  KEEL_STAGE_WORKSHEET, /* opens one */
  KEEL_STAGE_AFTER,     /* how it is now */
} KeelRunStageKind;

/* Choose a situation; choose what you will do. */
#define KEEL_STAGE_PLAN_STEPS 2
/* Print it, or write it by hand: of a card of Keel's, stands where the plan is put together. */
#define KEEL_STAGE_PRINT_STEP 4

typedef struct
{
  KeelRunStageKind kind;
  guint step;    /* of _STEP and _SENSES: its place in the card */
  guint seconds; /* 0: as long as it takes */
  guint count;   /* of _SENSES: how many there are to find */
  gboolean sure; /* asks how sure one is of it */
} KeelRunStage;

/* The stages of a card: its cautions where one of them comes first or the card is offered only after them,
 * then its steps, then what its kind asks for. Without @after nobody is asked how it is now. Of KeelRunStage;
 * transfer full. */
GArray *keel_run_stages_new (const KeelStrategy *strategy, gboolean after);

/* Where a card goes on once the time has gone by that was waited for: behind its longest step. */
guint keel_run_stages_find_return (GArray *stages);

/* Whether strengths are asked for beside the steps, so that a curve comes of them. */
gboolean keel_run_stages_has_curve (const KeelStrategy *strategy);

G_END_DECLS

#include "keel-run-stages.h"

/* Five to see, four to feel … */
#define SENSES 5
#define STEPS_BEFORE_REHEARSAL 1
#define STEPS_OF_REHEARSAL 3
#define STEPS_OF_PLAN 3

static gboolean
begins_with_cautions (const KeelStrategy *strategy)
{
  if (strategy->cautions->len > 0 && strategy->offer == KEEL_OFFER_AFTER_CAUTIONS)
    return TRUE;
  for (guint i = 0; i < strategy->cautions->len; i++)
    {
      const KeelCaution *caution = g_ptr_array_index (strategy->cautions, i);

      if (caution->first)
        return TRUE;
    }
  return FALSE;
}

static void
add (GArray *stages, KeelRunStageKind kind)
{
  const KeelRunStage stage = { .kind = kind };

  g_array_append_val (stages, stage);
}

static void
add_step (GArray *stages, const KeelStrategy *strategy, guint place)
{
  const KeelStrategyStep *step = g_ptr_array_index (strategy->steps, place);
  gboolean senses = strategy->kind == KEEL_STRATEGY_SENSES && strategy->steps->len == SENSES;
  gboolean last = place + 1 == strategy->steps->len;
  const KeelRunStage stage = { .kind = senses ? KEEL_STAGE_SENSES : KEEL_STAGE_STEP,
                               .step = place,
                               .seconds = step->seconds,
                               .count = senses ? SENSES - place : 0,
                               .sure = last && strategy->kind == KEEL_STRATEGY_REHEARSAL };

  g_array_append_val (stages, stage);
}

/* What the stage of its kind has people do already. What a person wrote into a card of their own is shown,
 * but for what the lists of a plan are for. */
static gboolean
is_in_stage (const KeelStrategy *strategy, guint place)
{
  gboolean own = keel_strategy_is_own (strategy->id);

  if (strategy->kind == KEEL_STRATEGY_IF_THEN)
    return place < (own ? KEEL_STAGE_PLAN_STEPS : STEPS_OF_PLAN) || (!own && place == KEEL_STAGE_PRINT_STEP);
  return strategy->kind == KEEL_STRATEGY_REHEARSAL && !own && place >= STEPS_BEFORE_REHEARSAL &&
         place < STEPS_BEFORE_REHEARSAL + STEPS_OF_REHEARSAL;
}

static void
add_steps (GArray *stages, const KeelStrategy *strategy)
{
  if (strategy->kind == KEEL_STRATEGY_IF_THEN)
    add (stages, KEEL_STAGE_IF_THEN);
  for (guint i = 0; i < strategy->steps->len; i++)
    {
      if (!is_in_stage (strategy, i))
        add_step (stages, strategy, i);
      if (strategy->kind == KEEL_STRATEGY_REHEARSAL && i + 1 == STEPS_BEFORE_REHEARSAL)
        add (stages, KEEL_STAGE_REHEARSAL);
    }
}

GArray *
keel_run_stages_new (const KeelStrategy *strategy, gboolean after)
{
  GArray *stages = g_array_new (FALSE, FALSE, sizeof (KeelRunStage));

  if (begins_with_cautions (strategy))
    add (stages, KEEL_STAGE_CAUTIONS);
  if (strategy->kind == KEEL_STRATEGY_BREATHING && keel_pace_is_set (&strategy->pace))
    add (stages, KEEL_STAGE_BREATH);
  else
    add_steps (stages, strategy);
  if (strategy->kind == KEEL_STRATEGY_WORKSHEET && strategy->worksheet != NULL)
    add (stages, KEEL_STAGE_WORKSHEET);
  if (after)
    add (stages, KEEL_STAGE_AFTER);
  return stages;
}

guint
keel_run_stages_find_return (GArray *stages)
{
  guint longest = 0, place = 0;

  for (guint i = 0; i < stages->len; i++)
    {
      const KeelRunStage *stage = &g_array_index (stages, KeelRunStage, i);

      if (stage->seconds > longest && i + 1 < stages->len)
        {
          longest = stage->seconds;
          place = i + 1;
        }
    }
  return place;
}

gboolean
keel_run_stages_has_curve (const KeelStrategy *strategy)
{
  return strategy->kind == KEEL_STRATEGY_WAVE || strategy->kind == KEEL_STRATEGY_RATING;
}

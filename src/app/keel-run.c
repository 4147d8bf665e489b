#include "config.h"

#include "keel-run.h"

#include "core/keel-strategy-mark.h"

KeelRun *
keel_run_new (KeelSession *session, const KeelStrategy *strategy)
{
  KeelRun *self = g_rc_box_new0 (KeelRun);

  self->session = g_object_ref (session);
  self->strategy = keel_strategy_ref (strategy);
  self->before = self->after = KEEL_STRENGTH_NONE;
  self->helped = KEEL_HELPED_UNSAID;
  self->ratings = g_array_new (FALSE, FALSE, sizeof (KeelRunRating));
  return self;
}

KeelRun *
keel_run_ref (KeelRun *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  KeelRun *self = data;

  g_object_unref (self->session);
  keel_strategy_unref (self->strategy);
  g_array_unref (self->ratings);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self->note);
}

void
keel_run_unref (KeelRun *self)
{
  g_rc_box_release_full (self, clear);
}

static KeelRunRating *
find_rating (const KeelRun *self)
{
  for (guint i = 0; i < self->ratings->len; i++)
    {
      KeelRunRating *rating = &g_array_index (self->ratings, KeelRunRating, i);

      if (rating->stage == self->stage)
        return rating;
    }
  return NULL;
}

void
keel_run_rate (KeelRun *self, int strength)
{
  KeelRunRating *rating = find_rating (self);
  const KeelRunRating added = { .at = g_get_monotonic_time (), .stage = self->stage, .strength = strength };

  if (rating != NULL)
    rating->strength = strength;
  else
    g_array_append_val (self->ratings, added);
}

int
keel_run_get_rating (const KeelRun *self)
{
  const KeelRunRating *rating = find_rating (self);

  return rating != NULL ? rating->strength : KEEL_STRENGTH_NONE;
}

int
keel_run_get_before (const KeelRun *self)
{
  gboolean after = self->after != KEEL_STRENGTH_NONE;

  if (self->before != KEEL_STRENGTH_NONE)
    return self->before;
  if (self->ratings->len > (after ? 0 : 1))
    return g_array_index (self->ratings, KeelRunRating, 0).strength;
  return KEEL_STRENGTH_NONE;
}

int
keel_run_get_after (const KeelRun *self)
{
  if (self->after != KEEL_STRENGTH_NONE || self->ratings->len == 0)
    return self->after;
  return g_array_index (self->ratings, KeelRunRating, self->ratings->len - 1).strength;
}

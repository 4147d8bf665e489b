#include "keel-goal.h"

const char *const keel_goal_area_words[] = {
  [KEEL_GOAL_HEALTH] = "health",       [KEEL_GOAL_HOME] = "home",       [KEEL_GOAL_PURPOSE] = "purpose",
  [KEEL_GOAL_COMMUNITY] = "community", [KEEL_GOAL_SERVICE] = "service", NULL,
};

KeelGoal *
keel_goal_new (const char *words, KeelGoalArea area)
{
  KeelGoal *self = g_new0 (KeelGoal, 1);

  self->words = g_strdup (words);
  self->area = area;
  self->done = KEEL_DAY_UNSAID;
  return self;
}

KeelGoal *
keel_goal_copy (const KeelGoal *self)
{
  KeelGoal *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (KeelGoal));
  copy->uuid = g_strdup (self->uuid);
  copy->words = g_strdup (self->words);
  return copy;
}

void
keel_goal_free (KeelGoal *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->words);
  g_free (self);
}

gboolean
keel_goal_is_possible (const KeelGoal *self)
{
  g_autofree char *words = g_strstrip (g_strdup (self->words != NULL ? self->words : ""));

  return *words != '\0' && self->area <= KEEL_GOAL_SERVICE &&
         (!self->weekly || self->done == KEEL_DAY_UNSAID);
}

gboolean
keel_goal_equal (const KeelGoal *self, const KeelGoal *other)
{
  return g_strcmp0 (self->uuid, other->uuid) == 0 && g_strcmp0 (self->words, other->words) == 0 &&
         self->area == other->area && !self->weekly == !other->weekly && self->done == other->done;
}

gint64
keel_goal_get_week (gint64 day, int first)
{
  int weekday = keel_local_time_get_weekday (day * KEEL_MINUTES_PER_DAY);

  return day - (weekday - first + 7) % 7;
}

gboolean
keel_goal_is_ticked (const GArray *ticks, gint64 week, gint64 *day)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      gint64 tick = g_array_index (ticks, gint64, i);

      if (tick < week || tick >= week + 7)
        continue;
      if (day != NULL)
        *day = tick;
      return TRUE;
    }
  return FALSE;
}

#include "keel-plan.h"

const char *const keel_plan_bind_words[] = {
  [KEEL_PLAN_FREE] = "none",     [KEEL_PLAN_TIME] = "time",       [KEEL_PLAN_PLACE] = "place",
  [KEEL_PLAN_PERSON] = "person", [KEEL_PLAN_MEETING] = "meeting", NULL,
};

KeelPlan *
keel_plan_new (const char *situation, const char *action)
{
  KeelPlan *self = g_new0 (KeelPlan, 1);

  self->situation = g_strdup (situation);
  self->action = g_strdup (action);
  return self;
}

KeelPlan *
keel_plan_copy (const KeelPlan *self)
{
  KeelPlan *copy = g_memdup2 (self, sizeof (KeelPlan));

  copy->uuid = g_strdup (self->uuid);
  copy->situation = g_strdup (self->situation);
  copy->action = g_strdup (self->action);
  copy->strategy = g_strdup (self->strategy);
  copy->target = g_strdup (self->target);
  copy->schedule = self->schedule != NULL ? keel_schedule_ref (self->schedule) : NULL;
  copy->prompt = g_strdup (self->prompt);
  return copy;
}

void
keel_plan_free (KeelPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->situation);
  g_free (self->action);
  g_free (self->strategy);
  g_free (self->target);
  g_clear_pointer (&self->schedule, keel_schedule_unref);
  g_free (self->prompt);
  g_free (self);
}

static gboolean
says_something (const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *copy != '\0';
}

gboolean
keel_plan_is_possible (const KeelPlan *self)
{
  if (!says_something (self->situation) || !says_something (self->action) ||
      (self->tags & ~KEEL_TAGS_ANY) != 0 || self->bind > KEEL_PLAN_MEETING)
    return FALSE;
  if ((self->bind == KEEL_PLAN_TIME) != (self->schedule != NULL) || (self->remind && self->schedule == NULL))
    return FALSE;
  if (self->bind == KEEL_PLAN_FREE || self->bind == KEEL_PLAN_TIME)
    return self->target == NULL;
  return says_something (self->target);
}

static gboolean
schedules_equal (KeelSchedule *a, KeelSchedule *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return keel_schedule_equal (a, b);
}

gboolean
keel_plan_equal (const KeelPlan *self, const KeelPlan *other)
{
  return g_strcmp0 (self->uuid, other->uuid) == 0 && g_strcmp0 (self->situation, other->situation) == 0 &&
         g_strcmp0 (self->action, other->action) == 0 && g_strcmp0 (self->strategy, other->strategy) == 0 &&
         self->tags == other->tags && self->bind == other->bind &&
         g_strcmp0 (self->target, other->target) == 0 && !self->remind == !other->remind &&
         schedules_equal (self->schedule, other->schedule);
}

#include "keel-urge.h"

#include "keel-local-time.h"

/* The zones of the world are within this many minutes of UTC. */
#define MOST_OFFSET (14 * 60)
#define MOST_MINUTES KEEL_MINUTES_PER_DAY

const char *const keel_urge_outcome_words[] = {
  [KEEL_URGE_UNSAID] = "none",
  [KEEL_URGE_PASSED] = "passed",
  [KEEL_URGE_DELAYED] = "delayed",
  [KEEL_URGE_WENT] = "went",
  NULL,
};

KeelUrge *
keel_urge_new (int strength)
{
  KeelUrge *self = g_new0 (KeelUrge, 1);

  self->strength = strength;
  self->after = KEEL_STRENGTH_NONE;
  return self;
}

KeelUrge *
keel_urge_copy (const KeelUrge *self)
{
  KeelUrge *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (KeelUrge));
  copy->uuid = g_strdup (self->uuid);
  copy->strategy = g_strdup (self->strategy);
  copy->trigger = g_strdup (self->trigger);
  copy->where = g_strdup (self->where);
  copy->with = g_strdup (self->with);
  copy->did = g_strdup (self->did);
  copy->other = g_strdup (self->other);
  copy->note = g_strdup (self->note);
  return copy;
}

void
keel_urge_free (KeelUrge *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->strategy);
  g_free (self->trigger);
  g_free (self->where);
  g_free (self->with);
  g_free (self->did);
  g_free (self->other);
  g_free (self->note);
  g_free (self);
}

gboolean
keel_urge_is_possible (const KeelUrge *self)
{
  return self->strength >= 0 && self->strength <= KEEL_STRENGTH_MAX && self->after >= KEEL_STRENGTH_NONE &&
         self->after <= KEEL_STRENGTH_MAX && ABS (self->offset) <= MOST_OFFSET &&
         self->minutes <= MOST_MINUTES && (self->tags & ~KEEL_TAGS_ANY) == 0 &&
         self->outcome <= KEEL_URGE_WENT;
}

gboolean
keel_urge_equal (const KeelUrge *self, const KeelUrge *other)
{
  return g_strcmp0 (self->uuid, other->uuid) == 0 && self->at == other->at && self->offset == other->offset &&
         self->strength == other->strength && self->after == other->after && self->tags == other->tags &&
         self->minutes == other->minutes && self->outcome == other->outcome &&
         g_strcmp0 (self->strategy, other->strategy) == 0 && g_strcmp0 (self->trigger, other->trigger) == 0 &&
         g_strcmp0 (self->where, other->where) == 0 && g_strcmp0 (self->with, other->with) == 0 &&
         g_strcmp0 (self->did, other->did) == 0 && g_strcmp0 (self->other, other->other) == 0 &&
         g_strcmp0 (self->note, other->note) == 0;
}

/* Rounded down, also before 1970. */
static KeelLocalTime
get_local_time (const KeelUrge *self)
{
  gint64 seconds = self->at + (gint64) self->offset * 60;

  return seconds >= 0 ? seconds / 60 : -((-seconds + 59) / 60);
}

int
keel_urge_get_hour (const KeelUrge *self)
{
  return keel_local_time_get_minute (get_local_time (self)) / 60;
}

int
keel_urge_get_weekday (const KeelUrge *self)
{
  return keel_local_time_get_weekday (get_local_time (self));
}

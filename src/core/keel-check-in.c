#include "keel-check-in.h"

/* The zones of the world are within this many minutes of UTC. */
#define MOST_OFFSET (14 * 60)
#define MINUTES_PER_DAY (24 * 60)
#define SECONDS_PER_DAY (MINUTES_PER_DAY * 60)

KeelCheckIn *
keel_check_in_new (void)
{
  KeelCheckIn *self = g_new0 (KeelCheckIn, 1);

  self->mood = KEEL_CHECK_IN_UNSAID;
  self->craving = KEEL_CHECK_IN_UNSAID;
  self->energy = KEEL_CHECK_IN_UNSAID;
  return self;
}

KeelCheckIn *
keel_check_in_copy (const KeelCheckIn *self)
{
  KeelCheckIn *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (KeelCheckIn));
  copy->uuid = g_strdup (self->uuid);
  copy->word = g_strdup (self->word);
  return copy;
}

void
keel_check_in_free (KeelCheckIn *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->word);
  g_free (self);
}

static gboolean
says_something (const KeelCheckIn *self)
{
  g_autofree char *word = g_strstrip (g_strdup (self->word != NULL ? self->word : ""));

  return self->mood != KEEL_CHECK_IN_UNSAID || self->craving != KEEL_CHECK_IN_UNSAID ||
         self->energy != KEEL_CHECK_IN_UNSAID || self->sleep > 0 || *word != '\0';
}

static gboolean
is_within (int value, int most)
{
  return value >= KEEL_CHECK_IN_UNSAID && value <= most;
}

gboolean
keel_check_in_is_possible (const KeelCheckIn *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_within (self->mood, KEEL_CHECK_IN_MOOD_MAX) && is_within (self->craving, KEEL_CRAVING_MAX) &&
         is_within (self->energy, KEEL_ENERGY_MAX) && self->sleep >= 0 && self->sleep <= MINUTES_PER_DAY &&
         ABS (self->offset) <= MOST_OFFSET && says_something (self);
}

gboolean
keel_check_in_equal (const KeelCheckIn *self, const KeelCheckIn *other)
{
  return g_strcmp0 (self->uuid, other->uuid) == 0 && self->at == other->at && self->offset == other->offset &&
         self->mood == other->mood && self->craving == other->craving && self->energy == other->energy &&
         self->sleep == other->sleep && g_strcmp0 (self->word, other->word) == 0;
}

/* Rounded down, also before 1970. */
gint64
keel_check_in_get_day (const KeelCheckIn *self)
{
  gint64 seconds = self->at + (gint64) self->offset * 60;

  return seconds >= 0 ? seconds / SECONDS_PER_DAY : -((-seconds + SECONDS_PER_DAY - 1) / SECONDS_PER_DAY);
}

#include "keel-aim.h"

const char *const keel_aim_area_words[] = {
  [KEEL_AIM_HEALTH] = "health",       [KEEL_AIM_HOME] = "home",       [KEEL_AIM_PURPOSE] = "purpose",
  [KEEL_AIM_COMMUNITY] = "community", [KEEL_AIM_SERVICE] = "service", NULL,
};

KeelAim *
keel_aim_new (const char *words, KeelAimArea area)
{
  KeelAim *self = g_new0 (KeelAim, 1);

  self->words = g_strdup (words);
  self->area = area;
  self->done = KEEL_DAY_UNSAID;
  return self;
}

KeelAim *
keel_aim_copy (const KeelAim *self)
{
  KeelAim *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (KeelAim));
  copy->uuid = g_strdup (self->uuid);
  copy->words = g_strdup (self->words);
  return copy;
}

void
keel_aim_free (KeelAim *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->words);
  g_free (self);
}

gboolean
keel_aim_is_possible (const KeelAim *self)
{
  g_autofree char *words = g_strstrip (g_strdup (self->words != NULL ? self->words : ""));

  return *words != '\0' && self->area <= KEEL_AIM_SERVICE && (!self->weekly || self->done == KEEL_DAY_UNSAID);
}

gboolean
keel_aim_equal (const KeelAim *self, const KeelAim *other)
{
  return g_strcmp0 (self->uuid, other->uuid) == 0 && g_strcmp0 (self->words, other->words) == 0 &&
         self->area == other->area && !self->weekly == !other->weekly && self->done == other->done;
}

gint64
keel_aim_get_week (gint64 day, int first)
{
  int weekday = keel_local_time_get_weekday (day * KEEL_MINUTES_PER_DAY);

  return day - (weekday - first + 7) % 7;
}

gboolean
keel_aim_is_ticked (const GArray *ticks, gint64 week, gint64 *day)
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

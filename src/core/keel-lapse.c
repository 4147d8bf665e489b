#include "keel-lapse.h"

const char *const keel_lapse_choice_words[] = {
  [KEEL_LAPSE_KEEP_TOTAL] = "keep-total",
  [KEEL_LAPSE_NEW_START] = "new-start",
  [KEEL_LAPSE_STOP] = "stop",
  [KEEL_LAPSE_NOT_COUNTED] = "not-counted",
  NULL,
};

KeelLapse *
keel_lapse_new (const char *count)
{
  KeelLapse *self = g_new0 (KeelLapse, 1);

  self->count = g_strdup (count);
  self->day = KEEL_DAY_NONE;
  self->minute = -1;
  self->restart = KEEL_DAY_NONE;
  return self;
}

KeelLapse *
keel_lapse_copy (const KeelLapse *self)
{
  KeelLapse *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (KeelLapse));
  copy->uuid = g_strdup (self->uuid);
  copy->count = g_strdup (self->count);
  copy->note = g_strdup (self->note);
  copy->entry = g_strdup (self->entry);
  return copy;
}

void
keel_lapse_free (KeelLapse *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->count);
  g_free (self->note);
  g_free (self->entry);
  g_free (self);
}

gboolean
keel_lapse_is_possible (const KeelLapse *self)
{
  gboolean restarts = self->restart != KEEL_DAY_NONE;

  if (self->day != KEEL_DAY_NONE && !keel_day_is_possible (self->day))
    return FALSE;
  if (restarts && (!keel_day_is_possible (self->restart) || self->restart < self->day))
    return FALSE;
  return self->minute >= -1 && self->minute < KEEL_MINUTES_PER_DAY && self->choice <= KEEL_LAPSE_NOT_COUNTED;
}

gboolean
keel_lapse_equal (const KeelLapse *self, const KeelLapse *other)
{
  return g_strcmp0 (self->uuid, other->uuid) == 0 && g_strcmp0 (self->count, other->count) == 0 &&
         self->day == other->day && self->minute == other->minute && self->choice == other->choice &&
         self->restart == other->restart && g_strcmp0 (self->note, other->note) == 0 &&
         g_strcmp0 (self->entry, other->entry) == 0;
}

int
keel_lapse_compare (const KeelLapse *self, const KeelLapse *other)
{
  if (self->day != other->day)
    return self->day < other->day ? -1 : 1;
  if (self->minute != other->minute)
    return self->minute < other->minute ? -1 : 1;
  return (self->changed_at > other->changed_at) - (self->changed_at < other->changed_at);
}

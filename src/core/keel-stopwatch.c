#include "keel-stopwatch.h"

void
keel_stopwatch_start (KeelStopwatch *self, gint64 now)
{
  if (self->going)
    return;
  self->going = TRUE;
  self->since = now;
}

void
keel_stopwatch_pause (KeelStopwatch *self, gint64 now)
{
  self->gone = keel_stopwatch_get (self, now);
  self->going = FALSE;
}

void
keel_stopwatch_reset (KeelStopwatch *self)
{
  *self = (KeelStopwatch){ 0 };
}

gint64
keel_stopwatch_get (const KeelStopwatch *self, gint64 now)
{
  return self->gone + (self->going ? MAX (now - self->since, 0) : 0);
}

guint
keel_stopwatch_get_left (const KeelStopwatch *self, gint64 now, guint seconds)
{
  gint64 left = (gint64) seconds * G_USEC_PER_SEC - keel_stopwatch_get (self, now);

  return left > 0 ? (guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

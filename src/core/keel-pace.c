#include "keel-pace.h"

/* How full the first breath makes the lungs where a second one follows. */
#define FIRST_FILL 0.8

static guint
get_seconds_of (const KeelPace *self, KeelPacePhase phase)
{
  const guint seconds[] = { self->in, self->again, self->hold, self->out, self->rest };

  return seconds[phase];
}

gboolean
keel_pace_is_set (const KeelPace *self)
{
  return self->in > 0 && self->out > 0 && self->rounds > 0;
}

guint
keel_pace_get_round_seconds (const KeelPace *self)
{
  return self->in + self->again + self->hold + self->out + self->rest;
}

guint
keel_pace_get_seconds (const KeelPace *self)
{
  return keel_pace_get_round_seconds (self) * self->rounds;
}

gboolean
keel_pace_has_holds (const KeelPace *self)
{
  return self->hold > 0 || self->rest > 0;
}

KeelPace
keel_pace_without_holds (const KeelPace *self)
{
  KeelPace pace = *self;

  pace.hold = 0;
  pace.rest = 0;
  return pace;
}

static double
find_fill (const KeelPace *self, KeelPacePhase phase, double share)
{
  double first = self->again > 0 ? FIRST_FILL : 1;

  switch (phase)
    {
    case KEEL_PACE_IN:
      return first * share;
    case KEEL_PACE_AGAIN:
      return first + (1 - first) * share;
    case KEEL_PACE_HOLD:
      return 1;
    case KEEL_PACE_OUT:
      return 1 - share;
    case KEEL_PACE_REST:
    case KEEL_PACE_DONE:
    default:
      return 0;
    }
}

KeelPaceMoment
keel_pace_find (const KeelPace *self, gint64 elapsed)
{
  KeelPaceMoment moment = { .phase = KEEL_PACE_DONE, .share = 1, .round = self->rounds };
  gint64 length = (gint64) keel_pace_get_round_seconds (self) * G_USEC_PER_SEC;
  gint64 rest;

  elapsed = MAX (elapsed, 0);
  if (!keel_pace_is_set (self) || elapsed / length >= self->rounds)
    return moment;
  moment.round = (guint) (elapsed / length) + 1;
  rest = elapsed % length;
  for (KeelPacePhase phase = KEEL_PACE_IN; phase < KEEL_PACE_DONE; phase++)
    {
      gint64 long_for = (gint64) get_seconds_of (self, phase) * G_USEC_PER_SEC;

      if (rest < long_for)
        {
          moment.phase = phase;
          moment.left = (guint) ((long_for - rest + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
          moment.share = (double) rest / (double) long_for;
          moment.fill = find_fill (self, phase, moment.share);
          return moment;
        }
      rest -= long_for;
    }
  return moment;
}

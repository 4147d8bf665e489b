#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* KeelPace: how long each part of a breath takes, in whole seconds, and how many breaths there are. 0: the
 * part is left out. All 0: there is none. */
typedef struct
{
  guint in;
  guint again; /* a second, short breath in on top of the first */
  guint hold;
  guint out;
  guint rest; /* with empty lungs */
  guint rounds;
} KeelPace;

/* In the order in which they come. */
typedef enum
{
  KEEL_PACE_IN,
  KEEL_PACE_AGAIN,
  KEEL_PACE_HOLD,
  KEEL_PACE_OUT,
  KEEL_PACE_REST,
  KEEL_PACE_DONE
} KeelPacePhase;

/* What is to be done at one moment. */
typedef struct
{
  KeelPacePhase phase;
  guint left;   /* whole seconds, counted down to 1; 0 when done */
  double share; /* of the phase that has gone by, 0 to 1 */
  double fill;  /* of the lungs, 0 empty to 1 full */
  guint round;  /* from 1 */
} KeelPaceMoment;

/* Whether there is anything to breathe to: a breath in, a breath out and at least one round. */
gboolean keel_pace_is_set (const KeelPace *self);
guint keel_pace_get_round_seconds (const KeelPace *self);
guint keel_pace_get_seconds (const KeelPace *self); /* of all rounds */
gboolean keel_pace_has_holds (const KeelPace *self);
/* The same breath for those who do not want to hold it: held neither full nor empty. */
KeelPace keel_pace_without_holds (const KeelPace *self);

/* @elapsed: microseconds since the first breath began; what lies before is its beginning. The clock is the
 * caller's, so that a pause is his as well. */
KeelPaceMoment keel_pace_find (const KeelPace *self, gint64 elapsed);

G_END_DECLS

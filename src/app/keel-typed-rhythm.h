#pragma once

#include "core/keel-rhythm.h"
#include "core/keel-schedule.h"

G_BEGIN_DECLS

/* When something is, as the person chose and typed it. Texts are looked at where the kind and the end that
 * were chosen need them; none is NULL but where said. */
typedef struct
{
  KeelRhythm rhythm;
  const char *interval;
  const char *month_day; /* nullable: the last one of the month */
  const char *until;
  const char *times;
  const char *date; /* the first; from this day on */
  const char *time;
  const char *length;

  const char *zone;     /* IANA, nullable: floating */
  KeelLocalTime now;    /* in that zone */
  KeelLocalTime from;   /* what becomes a single date has no others from then on */
  KeelSchedule *before; /* nullable: what is changed */
  gboolean kept;        /* @before goes on in its rhythm, for which there is no choice */
} KeelTypedRhythm;

/* Under each field what is wrong with it; NULL: nothing. */
typedef struct
{
  char *interval, *days, *until, *times, *date, *time, *length;
} KeelRhythmProblems;

void keel_rhythm_problems_clear (KeelRhythmProblems *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelRhythmProblems, keel_rhythm_problems_clear)

/* The schedule that this means: @before itself where nothing is changed. NULL where something has to be
 * mended, which is then in @problems. */
KeelSchedule *keel_typed_rhythm_to_schedule (const KeelTypedRhythm *self, KeelRhythmProblems *problems);

G_END_DECLS

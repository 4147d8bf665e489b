#pragma once

#include "core/keel-series.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_REPEAT_WEEKLY,
  KEEL_REPEAT_FORTNIGHTLY,
  KEEL_REPEAT_ONCE,
} KeelRepeat;

/* What the person typed, and under each field what is wrong with it (NULL: nothing). */
typedef struct
{
  const char *name;
  int day; /* 0 = Sunday */
  const char *time;
  KeelRepeat repeat;
  const char *date; /* the first date; looked at unless weekly */
  const char *place;
  const char *link;
  const char *program; /* code, nullable */
  const char *zone;    /* IANA, nullable: floating */
  KeelLocalTime today; /* now, in that zone */
  KeelSeries *before;  /* nullable: what it changes; its past stays as it was */
} KeelTypedMeeting;

typedef struct
{
  const char *name, *time, *date, *link;
} KeelTypedProblems;

/* The series that this means, without reminders; NULL where something has to be mended, which is then in
 * @problems. */
KeelSeries *keel_typed_meeting_to_series (const KeelTypedMeeting *self, KeelTypedProblems *problems);

/* How often @series happens, if that can be typed; FALSE for rules that the form has no words for. */
gboolean keel_typed_meeting_find_repeat (KeelSeries *series, KeelRepeat *repeat);

/* The first date with this weekday that is not over: today's too, if @minute is still to come. */
KeelLocalTime keel_typed_meeting_first (KeelLocalTime now, int day, int minute);

G_END_DECLS

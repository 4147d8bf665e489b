#pragma once

#include "core/keel-series.h"

G_BEGIN_DECLS

/* What the person typed of a meeting or an appointment. Texts may be empty, and are not NULL but where said.
 */
typedef struct
{
  KeelSeriesKind kind;
  const char *name;
  const char *place;
  const char *link;
  const char *phone;
  const char *note;       /* of an appointment */
  const char *program;    /* code, nullable; of a meeting */
  const char *zone;       /* IANA, nullable: floating */
  KeelSchedule *schedule; /* nullable: it has to be mended */
  KeelSeries *before;     /* nullable: what it changes */
} KeelTypedMeeting;

/* Under each field what is wrong with it; NULL: nothing. */
typedef struct
{
  const char *name, *link, *phone;
} KeelTypedProblems;

/* The series that this means, without reminders; NULL where something has to be mended, which is then in
 * @problems. */
KeelSeries *keel_typed_meeting_to_series (const KeelTypedMeeting *self, KeelTypedProblems *problems);

G_END_DECLS

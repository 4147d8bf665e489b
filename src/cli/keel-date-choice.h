#pragma once

#include "keel-invocation.h"

G_BEGIN_DECLS

/* KeelDateChoice: a date of a series as it is typed: a day, or a day and a time. */
typedef struct
{
  const char *text; /* the command line's */
  KeelLocalTime local;
  gboolean whole_day; /* no time was given */
} KeelDateChoice;

/* Where @text is no date, says so and how to write one. */
gboolean keel_date_choice_parse (KeelInvocation *invocation, const char *text, KeelDateChoice *self);

/* The one date of @series that is meant: where it now is or, if there is none, where the rules had put it or
 * where it is on the person's own calendar. Where there is none or more than one, says so. */
gboolean keel_date_choice_find (const KeelDateChoice *self, KeelInvocation *invocation, KeelSeries *series,
                                KeelOccurrence *occurrence);
/* The same of those that were called off: *@original is the key. */
gboolean keel_date_choice_find_cancelled (const KeelDateChoice *self, KeelInvocation *invocation,
                                          KeelSeries *series, KeelLocalTime *original);

/* The date with the key @original that is about @local now, after a change. */
gboolean keel_date_choice_find_key (KeelInvocation *invocation, KeelSeries *series, KeelLocalTime original,
                                    KeelLocalTime local, KeelOccurrence *occurrence);

G_END_DECLS

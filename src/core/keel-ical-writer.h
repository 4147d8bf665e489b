#pragma once

#include "keel-series.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 stamp; /* seconds UTC: when the calendar was written */
  /* What every event is called, for a calendar that others may see: names, places, links and notes are
   * then left out. NULL: all is written. */
  const char *discreet_title;
} KeelIcalWriterOptions;

/* A calendar (RFC 5545) of @series (of KeelSeries), which other programs read back to the same dates: a
 * VEVENT for each segment, with the series' UUID (then UUID-2 …) as its UID, and one for each date that was
 * moved; a VTIMEZONE for each zone; an alarm for each lead time. Transfer full. */
GBytes *keel_ical_write (GPtrArray *series, const KeelIcalWriterOptions *options);

G_END_DECLS

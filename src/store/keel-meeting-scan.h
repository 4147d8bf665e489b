#pragma once

/* Private to store: one pass over all meetings, which gives the first so many in an order and what each
 * filter would leave. */

#include "keel-meeting-array.h"
#include "keel-word-index.h"

G_BEGIN_DECLS

/* One of the first so many. */
typedef struct
{
  double key;
  guint place; /* in the array */
} KeelCandidate;

/* Fills the counts of @results and returns the candidates in order, of KeelCandidate. @rows is nullable: all;
 * the array's ranks are there if they are asked for. */
GArray *keel_meeting_scan (KeelMeetingArray *array, const KeelMeetingQuery *query, KeelRowSet *rows,
                           gint64 now, GTimeZone *person, KeelMeetingResults *results);

/* Degrees and kilometres, by the haversine. */
double keel_get_distance_km (double latitude, double longitude, double other_latitude,
                             double other_longitude);

G_END_DECLS

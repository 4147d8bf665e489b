#pragma once

#include "keel-ical-value.h"
#include "keel-ical-zones.h"

G_BEGIN_DECLS

/* A time with the zone that it stands in. */
typedef struct
{
  KeelLocalTime local;
  const char *zone; /* IANA; NULL: floating. Owned by the KeelIcalZones */
  gboolean is_date;
  gboolean is_own; /* without a zone of its own: it stands in that of the event */
} KeelIcalTime;

/* A date of RDATE. */
typedef struct
{
  KeelIcalTime time;
  int duration; /* minutes; 0: that of the event */
} KeelIcalAdded;

/* One VEVENT, as it stands. Text is valid UTF-8; NULL where it is not given. */
typedef struct
{
  char *uid;
  char *summary, *location, *description, *html, *url;
  char *start_text; /* what stands behind DTSTART */
  char *start_zone; /* its TZID */
  char *geo;
  GPtrArray *links; /* of CONFERENCE and the like, as they stand; nullable */

  gboolean has_start, has_end, has_id;
  KeelIcalTime start, end, id; /* id: RECURRENCE-ID */
  KeelIcalZoneSource source;   /* of the start's zone */
  gint64 duration;             /* minutes, of DURATION; 0: not given */
  gboolean and_future;         /* RANGE=THISANDFUTURE */
  gboolean is_segment;         /* X-KEEL-SEGMENT-OF */

  char *rule;
  gboolean has_odd_rule; /* a second RRULE, or an EXRULE */
  GArray *excluded;      /* of KeelIcalTime */
  GArray *added;         /* of KeelIcalAdded */
  GArray *leads;         /* of int, minutes */

  gboolean is_cancelled;
  gboolean has_contacts;
  gint64 sequence;
  gint64 updated; /* seconds UTC; 0: not given */
} KeelIcalEvent;

/* Never fails: what cannot be read is as if it were not there. */
KeelIcalEvent *keel_ical_event_read (const char *text, gsize length, KeelIcalZones *zones);
void keel_ical_event_free (KeelIcalEvent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelIcalEvent, keel_ical_event_free)

/* Seconds UTC; a floating time is read as UTC. */
gint64 keel_ical_time_to_utc (const KeelIcalTime *time, KeelIcalZones *zones);
/* What @time is on the wall in @zone (nullable: floating). */
KeelLocalTime keel_ical_time_in_zone (const KeelIcalTime *time, const char *zone, KeelIcalZones *zones);

G_END_DECLS

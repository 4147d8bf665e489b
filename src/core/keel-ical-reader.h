#pragma once

#include "keel-feed-reader.h"
#include "keel-series.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 now;           /* seconds UTC: what is over by then and never comes again is left out */
  const char *timezone; /* IANA; nullable: times without a zone stay floating */
  const char *program;  /* code; nullable */
} KeelIcalOptions;

/*
 * KeelIcalReader: reads a calendar (RFC 5545), event by event: VEVENTs with the same UID are one series,
 * RRULE, RDATE, EXDATE, RECURRENCE-ID and RANGE=THISANDFUTURE its schedule. An event that cannot be read
 * never costs the others.
 */
#define KEEL_TYPE_ICAL_READER (keel_ical_reader_get_type ())
G_DECLARE_FINAL_TYPE (KeelIcalReader, keel_ical_reader, KEEL, ICAL_READER, GObject)

/* @bytes are not copied (g_mapped_file_get_bytes () is a good way to them) and are all looked through
 * at once. @options are copied; its timezone must be one that keel_zone_open () opens. NULL with an error
 * of KEEL_FEED_ERROR or G_IO_ERROR: no calendar, beyond a limit, no event in it, cancelled. */
KeelIcalReader *keel_ical_reader_new (GBytes *bytes, const KeelIcalOptions *options,
                                      GCancellable *cancellable, GError **error);

/* Reads on. At the end of the calendar returns FALSE without an error. Appends at most one KeelSeries
 * (transfer full; without UUID; leads as the alarms have them) to @series, or sets *@skipped, or neither.
 * Its meeting's day and minute are those of the first date from now on. Errors are of G_IO_ERROR. */
gboolean keel_ical_reader_next (KeelIcalReader *self, GPtrArray *series, KeelSkippedRow **skipped,
                                GCancellable *cancellable, GError **error);

guint keel_ical_reader_get_rows (KeelIcalReader *self);            /* events looked at so far */
guint64 keel_ical_reader_get_size (KeelIcalReader *self);          /* events in all */
const GArray *keel_ical_reader_get_notices (KeelIcalReader *self); /* of KeelNotice; complete at the end */

/* The meetings of a list that say what @series does, appended to @meetings (transfer full). Where its rules
 * are weekly on several weekdays at once there is one for each that still comes, called after it ("uid-MO"),
 * whatever single dates were changed and however much time has passed; else one. Each has its schedule, and
 * the day and minute of its first date from now on, unless it simply happens every week and has begun. @now
 * as in KeelIcalOptions. */
void keel_ical_series_to_meetings (KeelSeries *series, gint64 now, GPtrArray *meetings);
/* What a meeting of @day (0 is Sunday) called @slug is called there when its event begins to be on other
 * weekdays too, or ceases to: "uid" is "uid-TU" then, and "uid-TU" is "uid". NULL where there is no such
 * name; transfer full. */
char *keel_ical_get_other_slug (const char *slug, int day);

G_END_DECLS

#pragma once

#include "keel-feed-reader.h"
#include "keel-ical-event.h"
#include "keel-schedule.h"

G_BEGIN_DECLS

/* Minutes. @assumed: the event gives no end, or one that cannot be, and 60 is taken; @past_midnight: its
 * end stands before its start, and was read as that of the next day. */
guint keel_ical_event_get_duration (const KeelIcalEvent *event, KeelIcalZones *zones, gboolean *assumed,
                                    gboolean *past_midnight);

/* The schedule of @masters (of KeelIcalEvent: the first segment and any later ones, ascending) with
 * @overrides (of KeelIcalEvent, those with a RECURRENCE-ID). NULL with *@reason and *@detail (transfer
 * full, nullable) where Keel cannot follow it. */
KeelSchedule *keel_ical_schedule_new (GPtrArray *masters, GPtrArray *overrides, KeelIcalZones *zones,
                                      KeelSkipReason *reason, char **detail);

G_END_DECLS

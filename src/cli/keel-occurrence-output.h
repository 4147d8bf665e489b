#pragma once

#include "keel-invocation.h"
#include "keel-json-output.h"

G_BEGIN_DECLS

/* The object that stands for one date: without braces, so that a command can add to it. @attendance is
 * nullable. */
void keel_json_add_occurrence (JsonBuilder *builder, KeelSeries *series, const KeelOccurrence *occurrence,
                               KeelAttendance *attendance);

/* The lines that stand below one date in a list of them: where it was moved from, and what came of it. */
void keel_invocation_print_remarks (KeelInvocation *invocation, KeelSeries *series,
                                    const KeelOccurrence *occurrence, KeelAttendance *attendance);

/* "Tuesday 24 November, 19:00", for the person. */
char *keel_invocation_describe_instant (KeelInvocation *invocation, gint64 utc);
/* The same for a local time of the series' own zone. */
char *keel_invocation_describe_local (KeelInvocation *invocation, KeelSeries *series, KeelLocalTime local);

G_END_DECLS

#pragma once

#include "core/keel-days.h"
#include "keel-session-rows.h"

G_BEGIN_DECLS

/*
 * The days of the open profile: counts, lapses, milestones. "days-changed" comes after each change.
 * Attendance, progress and urges make milestones, too: whoever shows them reads again after their signals,
 * and when the day changes (keel-minute-watch.h).
 */

/* What the pages of the profile offer: they change with "pages-changed". Keeps what was reached since it was
 * last read; no change is told for that. */
void keel_session_read_days_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
KeelDays *keel_session_read_days_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Of KeelDayCount: a new one is the last in order. */
extern const KeelSessionRows keel_count_rows;
/* Of KeelLapse. */
extern const KeelSessionRows keel_lapse_rows;
/* Of KeelReached, without time, by hand: amends, service, or in own words. Always new ones. */
extern const KeelSessionRows keel_reached_rows;

/* That the person was told of these, all of KeelReached. Ended by keel_session_change_finish (), as the next.
 */
void keel_session_tell_reached_async (KeelSession *self, GPtrArray *reached, KeelSessionCallback callback,
                                      gpointer data);
void keel_session_set_day_options_async (KeelSession *self, const KeelDayOptions *options,
                                         KeelSessionCallback callback, gpointer data);

G_END_DECLS

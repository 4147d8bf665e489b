#pragma once

#include "core/keel-local-time.h"
#include "keel-reminder.h"

G_BEGIN_DECLS

/*
 * Whether the instant @at (seconds UTC) is in the quiet hours between @from and @to, minutes of the local day
 * in the zone @person; they may cross midnight. *@end gets the instant at which they end. None where one of
 * the two is negative, or both are the same.
 *
 * They are instants and not what a clock shows: in the night in which the clocks go back, an hour that comes
 * twice neither begins nor ends them a second time.
 */
gboolean keel_quiet_hours_contain (int from, int to, gint64 at, GTimeZone *person, gint64 *end);

/* When quiet hours end for which @reminder is to wait at @now, seconds UTC; else 0. What is important does
 * not wait. What a person snoozed comes when asked for, and comes again in the night only where that was in
 * the night. Notes in @reminder what they did to it. */
gint64 keel_quiet_hours_find_end (KeelReminder *reminder, gint64 now, GTimeZone *person);

G_END_DECLS

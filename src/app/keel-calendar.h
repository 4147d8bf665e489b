#pragma once

#include "core/keel-agenda.h"
#include "core/keel-attendance.h"
#include "keel-minute-watch.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelCalendar: what the views of the calendar show. One KeelAgenda over a span of days, with what was
 * cancelled, the day that is chosen, and today. Days are counted since 1970-01-01 in the person's zone.
 *
 * Signals: "changed", when the occurrences, what came of them, today or the zone are others; "day-changed",
 * when another day was chosen; "tick", each minute, when no more than the time has changed.
 */
#define KEEL_TYPE_CALENDAR (keel_calendar_get_type ())
G_DECLARE_FINAL_TYPE (KeelCalendar, keel_calendar, KEEL, CALENDAR, GObject)

KeelCalendar *keel_calendar_new (KeelSession *session);
KeelSession *keel_calendar_get_session (KeelCalendar *self);   /* transfer none */
KeelMinuteWatch *keel_calendar_get_watch (KeelCalendar *self); /* transfer none */

/* The span: @n days from @first on. */
void keel_calendar_set_days (KeelCalendar *self, gint64 first, guint n);

gint64 keel_calendar_get_today (KeelCalendar *self);
GTimeZone *keel_calendar_get_zone (KeelCalendar *self); /* transfer none */

gint64 keel_calendar_get_day (KeelCalendar *self); /* the chosen one */
void keel_calendar_choose_day (KeelCalendar *self, gint64 day);

/* Where a day of the person begins, in seconds UTC. */
gint64 keel_calendar_get_midnight (KeelCalendar *self, gint64 day);

/*
 * What belongs to a day of the span: of KeelAgendaItem, in order; transfer full. That is what begins on it,
 * after what lasts a day or more and has not ended by then. A meeting that merely goes on past midnight
 * belongs to the evening.
 */
GPtrArray *keel_calendar_list_day (KeelCalendar *self, gint64 day);
/* Everything that takes up some of the time from @from to @to (seconds UTC); transfer full. */
GPtrArray *keel_calendar_list_between (KeelCalendar *self, gint64 from, gint64 to);

/* Whether anything takes place on the days from @first on, up to @end and without it. */
gboolean keel_calendar_has_any (KeelCalendar *self, gint64 first, gint64 end);

/* Whether an item takes a day or nearly that, or is always open, so that it stands beside the hours and not
 * in them. */
gboolean keel_calendar_is_long (KeelAgendaItem *item);
gboolean keel_calendar_is_over (KeelCalendar *self, KeelAgendaItem *item);
/* What came of it; nullable, transfer none. */
KeelAttendance *keel_calendar_find_attendance (KeelCalendar *self, KeelAgendaItem *item);

/* Looks at the clock and the zone: a clock that was stepped or a computer that slept tell nobody. */
void keel_calendar_look_at_clock (KeelCalendar *self);

G_END_DECLS

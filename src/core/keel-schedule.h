#pragma once

#include "keel-occurrence.h"

G_BEGIN_DECLS

#define KEEL_SCHEDULE_ERROR (keel_schedule_error_quark ())
GQuark keel_schedule_error_quark (void);

typedef enum
{
  KEEL_SCHEDULE_ERROR_ZONE,   /* no such time zone on this computer */
  KEEL_SCHEDULE_ERROR_FORMAT, /* text that keel_schedule_to_string () never wrote */
  KEEL_SCHEDULE_ERROR_RANGE,  /* duration, start or date outside what Keel keeps */
  KEEL_SCHEDULE_ERROR_DATE,   /* this date is not one of the schedule's */
} KeelScheduleError;

/*
 * KeelSchedule: when a series happens, as rules. Immutable, counted references.
 *
 * Segments follow each other: each has a local start, a zone (or none: floating, the person's own
 * zone), a recurrence (or none: once) and a duration, and ends at the midnight before the next begins.
 * Overrides, keyed by the original local start, move, cancel or add one date.
 */
typedef struct _KeelSchedule KeelSchedule;

/* @zone is nullable: floating. @duration is in minutes, at most 31 days. @rule is nullable: once. */
KeelSchedule *keel_schedule_new (KeelLocalTime start, const char *zone, guint duration, const char *rule,
                                 GError **error);
KeelSchedule *keel_schedule_ref (KeelSchedule *self);
void keel_schedule_unref (KeelSchedule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelSchedule, keel_schedule_unref)

/* Each returns a new schedule and leaves @self as it is. */
KeelSchedule *keel_schedule_change_from (KeelSchedule *self, KeelLocalTime start, const char *zone,
                                         guint duration, const char *rule, GError **error);
KeelSchedule *keel_schedule_move (KeelSchedule *self, KeelLocalTime original, KeelLocalTime start,
                                  guint duration, GError **error);
KeelSchedule *keel_schedule_cancel (KeelSchedule *self, KeelLocalTime original, GError **error);
KeelSchedule *keel_schedule_add (KeelSchedule *self, KeelLocalTime start, guint duration, GError **error);
KeelSchedule *keel_schedule_restore (KeelSchedule *self, KeelLocalTime original);
/* What floats stands in @zone then; what has a zone keeps it. */
KeelSchedule *keel_schedule_settle (KeelSchedule *self, const char *zone, GError **error);

/* One line of GVariant text, the form in which journal.db and reminders.db keep a schedule. */
char *keel_schedule_to_string (KeelSchedule *self);
KeelSchedule *keel_schedule_from_string (const char *text, GError **error);

gboolean keel_schedule_equal (KeelSchedule *a, KeelSchedule *b);

/* Of the last segment. */
const char *keel_schedule_get_zone (KeelSchedule *self); /* nullable: floating */
guint keel_schedule_get_duration (KeelSchedule *self);
char *keel_schedule_get_rule (KeelSchedule *self); /* transfer full, nullable */
KeelLocalTime keel_schedule_get_last_start (KeelSchedule *self);
KeelLocalTime keel_schedule_get_start (KeelSchedule *self); /* of the first segment */

/* Whether it is every week on one weekday, *@day, without an end or a changed date. */
gboolean keel_schedule_is_plainly_weekly (KeelSchedule *self, int *day);

/* Minutes: of all segments and overrides the longest duration. What lasts into a span begins no earlier
 * before it than that. */
guint keel_schedule_get_longest (KeelSchedule *self);

/* Appends the occurrences that start in [@from, @to) (seconds UTC), in order of start, to
 * @occurrences, a GArray of KeelOccurrence. @person is the zone for floating schedules. */
void keel_schedule_expand (KeelSchedule *self, gint64 from, gint64 to, GTimeZone *person,
                           GArray *occurrences);

/* Appends what was cancelled and would start in [@from, @to) (seconds UTC) by the rules, by key, to
 * @occurrences, a GArray of KeelOccurrence. @person as in keel_schedule_expand (). */
void keel_schedule_expand_cancelled (KeelSchedule *self, gint64 from, gint64 to, GTimeZone *person,
                                     GArray *occurrences);

/* Appends the keys of the dates in [@from, @to) that were cancelled, in order, to @originals, a GArray of
 * KeelLocalTime. */
void keel_schedule_get_cancelled (KeelSchedule *self, KeelLocalTime from, KeelLocalTime to,
                                  GArray *originals);

/* The first occurrence that starts after @after (seconds UTC; not at it). FALSE when there is none
 * within a century. */
gboolean keel_schedule_next (KeelSchedule *self, gint64 after, GTimeZone *person, KeelOccurrence *occurrence);

G_END_DECLS

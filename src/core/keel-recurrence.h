#pragma once

#include "keel-local-time.h"

G_BEGIN_DECLS

#define KEEL_RECURRENCE_ERROR (keel_recurrence_error_quark ())
GQuark keel_recurrence_error_quark (void);

typedef enum
{
  KEEL_RECURRENCE_ERROR_INVALID,     /* not a rule of RFC 5545 */
  KEEL_RECURRENCE_ERROR_UNSUPPORTED, /* a rule, but below a day or with BYWEEKNO or BYYEARDAY */
} KeelRecurrenceError;

/* A parsed RRULE: immutable, counted references. */
typedef struct _KeelRecurrence KeelRecurrence;

KeelRecurrence *keel_recurrence_parse (const char *rule, GError **error);
char *keel_recurrence_to_string (const KeelRecurrence *self);
KeelRecurrence *keel_recurrence_ref (KeelRecurrence *self);
void keel_recurrence_unref (KeelRecurrence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelRecurrence, keel_recurrence_unref)

/* Called for each date in ascending order; return FALSE to stop. */
typedef gboolean (*KeelRecurrenceFunc) (KeelLocalTime local, gpointer data);

/* Walks the dates of the rule that starts at @start and that lie in [@from, @to). @zone is needed only
 * for an UNTIL in UTC. Returns the number of days looked at, which is bounded whatever the rule. */
guint64 keel_recurrence_expand (const KeelRecurrence *self, KeelLocalTime start, GTimeZone *zone,
                                KeelLocalTime from, KeelLocalTime to, KeelRecurrenceFunc func, gpointer data);

G_END_DECLS

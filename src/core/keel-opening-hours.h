#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * KeelOpeningHours: when somebody answers, week by week, as a clock on their own wall shows it. Immutable
 * once it is shared.
 *
 * A span that ends at or before its start goes on past midnight: 08:00 to 02:00 of Monday ends on Tuesday. A
 * local time that does not exist or exists twice is read as everywhere in Keel (keel_local_time_to_utc).
 * Public holidays are not known here.
 */
typedef struct _KeelOpeningHours KeelOpeningHours;

#define KEEL_WEEKDAYS_ALL 0x7fu

typedef struct
{
  gboolean open;
  gint64 changes; /* seconds UTC: when it closes or opens next; 0: never */
} KeelOpeningState;

KeelOpeningHours *keel_opening_hours_new (void); /* never open, until something is added */
KeelOpeningHours *keel_opening_hours_new_always (void);
void keel_opening_hours_free (KeelOpeningHours *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelOpeningHours, keel_opening_hours_free)

/* @days: bit 0 is Sunday; @from and @to are minutes of the day, 0–1439 and 0–1440. FALSE where they are not,
 * or no day is named; @self is then as before. */
gboolean keel_opening_hours_add (KeelOpeningHours *self, guint days, int from, int to);

gboolean keel_opening_hours_is_always (KeelOpeningHours *self); /* also where the spans leave no gap */
/* The spans in the order in which they were added; none where it was made as always open. */
guint keel_opening_hours_get_n_spans (KeelOpeningHours *self);
void keel_opening_hours_get_span (KeelOpeningHours *self, guint position, guint *days, int *from, int *to);

/* @zone is that of whoever answers, @now in seconds UTC. Spans that touch or overlap are one. */
KeelOpeningState keel_opening_hours_look (KeelOpeningHours *self, GTimeZone *zone, gint64 now);

G_END_DECLS

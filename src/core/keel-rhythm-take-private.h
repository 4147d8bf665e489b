#pragma once

#include "keel-schedule-private.h"

G_BEGIN_DECLS

/* What keel-rhythm-take.c makes and keel-rhythm-take-own.c adds to; keel-rhythm-untake.c takes it back. */

typedef struct
{
  KeelSchedule *followed;
  KeelSchedule *known; /* nullable */
  KeelSchedule *listed;
  GTimeZone *person;
  gint64 now;             /* seconds UTC: what has begun by then stays */
  gint64 cut;             /* from then on the list holds */
  KeelSchedule *taken;    /* not shared while it is made */
  KeelLocalTime midnight; /* where the list's segments begin in it */
  KeelLocalTime only;     /* the key of what stands as such a segment alone; KEEL_LOCAL_TIME_NONE */
} KeelTaking;

/* The date that the rules of @schedule have on the day of @local; KEEL_LOCAL_TIME_NONE where there is none.
 */
KeelLocalTime keel_rhythm_find_date_of_day (const KeelSchedule *schedule, KeelLocalTime local,
                                            GTimeZone *person);

/* The zone in which @schedule has the date with the key @original. */
GTimeZone *keel_taking_get_zone_at (const KeelTaking *self, const KeelSchedule *schedule,
                                    KeelLocalTime original);
gint64 keel_taking_get_instant (const KeelTaking *self, const KeelSchedule *schedule,
                                const KeelOverride *override);
gboolean keel_taking_has_date (const KeelTaking *self, KeelSchedule *schedule, gint64 from, gint64 to);

/* Into what is taken; @start in seconds UTC. */
gboolean keel_taking_put (KeelTaking *self, KeelLocalTime original, KeelOverrideKind kind, gint64 start,
                          guint duration, GError **error);
gboolean keel_taking_put_beside (KeelTaking *self, gint64 start, guint duration, GError **error);
gboolean keel_taking_cancel (KeelTaking *self, KeelLocalTime original, GError **error);

/* Whether the person put this date back, which the list moved or cancelled, and the list says the same of it
 * still. */
gboolean keel_taking_is_put_back (const KeelTaking *self, KeelLocalTime original);
/* What the person moved, cancelled, added and put back themselves, as keel_rhythm_take () keeps it. */
gboolean keel_taking_keep_own (KeelTaking *self, GError **error);

G_END_DECLS

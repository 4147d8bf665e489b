#pragma once

/* Private to store: a clock that shows moments of the year of a demo. */

#include "core/keel-clock.h"

G_BEGIN_DECLS

#define KEEL_TYPE_DEMO_CLOCK (keel_demo_clock_get_type ())
G_DECLARE_FINAL_TYPE (KeelDemoClock, keel_demo_clock, KEEL, DEMO_CLOCK, KeelClock)

/* Shows what @real shows, in its zone, until it is set. */
KeelDemoClock *keel_demo_clock_new (KeelClock *real);
void keel_demo_clock_set (KeelDemoClock *self, gint64 now); /* seconds UTC; 0: as the real one again */

G_END_DECLS

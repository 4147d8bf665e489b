#pragma once

#include "core/keel-clock.h"

G_BEGIN_DECLS

/* The computer's clock and zone. The only place in Keel that reads them. */
#define KEEL_TYPE_SYSTEM_CLOCK (keel_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (KeelSystemClock, keel_system_clock, KEEL, SYSTEM_CLOCK, KeelClock)

KeelClock *keel_system_clock_new (void);

G_END_DECLS

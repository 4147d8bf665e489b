#pragma once

#include "core/keel-clock.h"

G_BEGIN_DECLS

/* The computer's clock and zone. The only place in Keel that reads them. */
#define KEEL_TYPE_SYSTEM_CLOCK (keel_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (KeelSystemClock, keel_system_clock, KEEL, SYSTEM_CLOCK, KeelClock)

KeelClock *keel_system_clock_new (void);

/* The IANA name of @zone, also where GLib only knows it as the computer's own. NULL where it has none
 * (a POSIX rule in TZ, a copied /etc/localtime): what is kept for such a person is floating. */
char *keel_zone_get_name (GTimeZone *zone);

G_END_DECLS

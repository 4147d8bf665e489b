#pragma once

#include "keel-local-time.h"

G_BEGIN_DECLS

/* Appends the VTIMEZONE of @zone (an IANA name) for times from @first on: what GTimeZone knows of it, with
 * yearly rules from where on its changes follow one, and each change by itself before. */
void keel_ical_write_zone (GString *text, const char *zone, KeelLocalTime first);

G_END_DECLS

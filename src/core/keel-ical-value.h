#pragma once

#include "keel-local-time.h"

G_BEGIN_DECLS

/* Single values of iCalendar, parsed by libical and then held against the calendar; libical itself lets
 * a 31st of February pass. */

typedef struct
{
  KeelLocalTime local; /* seconds are dropped */
  gboolean is_date;    /* midnight, then */
  gboolean is_utc;
} KeelIcalValue;

/* `20260131`, `20260131T193000`, `20260131T193000Z`, and as some exporters write it,
 * `2026-01-31T19:30:00`. RFC 5545 §3.3.4 and §3.3.5. */
gboolean keel_ical_value_parse (const char *text, KeelIcalValue *value);

/* `PT1H30M`, `-P1D`; minutes, rounded towards zero. RFC 5545 §3.3.6. */
gboolean keel_ical_value_parse_duration (const char *text, gint64 *minutes);

/* The text without its escapes. RFC 5545 §3.3.11. Valid UTF-8; bytes that are none are read as
 * Windows-1252, the usual mistake. */
char *keel_ical_value_parse_text (const char *text);
/* The other way. */
char *keel_ical_value_write_text (const char *text);

G_END_DECLS

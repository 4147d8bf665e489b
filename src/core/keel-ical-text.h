#pragma once

#include "keel-local-time.h"

G_BEGIN_DECLS

/* Content lines as RFC 5545 §3.1 wants them: at most 75 octets, folded between characters, ended by
 * CRLF. */

void keel_ical_text_add (GString *text, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* `NAME:value` with the value escaped; nothing where @value is NULL. */
void keel_ical_text_add_value (GString *text, const char *name, const char *value);

/* A DATE-TIME in @zone: with TZID, in UTC where the zone is `UTC`, or floating where it is NULL. */
void keel_ical_text_add_time (GString *text, const char *name, KeelLocalTime local, const char *zone);

/* `20260131T193000` of seconds on the wall (or UTC) since 1970. */
char *keel_ical_text_format_seconds (gint64 seconds);

G_END_DECLS

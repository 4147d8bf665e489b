#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The time of day that a person typed: 19:00, 19.30, 1930, 19h30, 7, 7pm, 7:30 p.m., also in other
 * digits and with the AM and PM of the locale. *@minute is of the day, 0–1439. */
gboolean keel_typed_time_parse (const char *text, int *minute);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person typed as a number, with a point or a comma, in any digits. */
gboolean keel_field_typed_number (const char *text, double *number);
/* How it is written where the person lives, with as many digits after the point as it needs, and at most
 * @decimals or two of them. Transfer full. */
char *keel_field_typed_format (double number, int decimals);

/* "2026-11-22", or with @with_time also "2026-11-22T19:00", of what a person typed, as an answer has it. NULL
 * where it is no date. */
char *keel_field_typed_time (const char *text, gboolean with_time);

G_END_DECLS

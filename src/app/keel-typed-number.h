#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A whole number that a person typed, also in other digits. FALSE where it is none from @least to @most. */
gboolean keel_typed_number_parse (const char *text, int least, int most, int *number);

/* A day that a person typed as year-month-day, as days since 1970-01-01; and how that is written. */
gboolean keel_typed_day_parse (const char *text, gint64 *day);
char *keel_typed_day_format (gint64 day);

G_END_DECLS

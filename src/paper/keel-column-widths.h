#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many letters the longest word of @text (nullable) has; one that is very long counts as one that may
 * break. */
double keel_column_widths_measure (const char *text);

/* Shares @width among @n columns by @weights, but gives none less than its @least as long as all can have it.
 * Returns: (transfer full): @n widths that add up to @width */
double *keel_column_widths_share (const double *weights, const double *least, guint n, double width);

G_END_DECLS

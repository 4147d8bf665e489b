#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days are counted since 1970-01-01. */
gint64 keel_month_get_first (gint64 day); /* of its month */
/* The same day so many months later, or the last of that month where it is shorter. */
gint64 keel_month_shift (gint64 day, int months);
/* The first day of the week of @day, in the person's region. */
gint64 keel_month_get_week (gint64 day);

G_END_DECLS

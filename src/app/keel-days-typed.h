#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An amount of money that a person typed: 12, 12.50, 12,5; also in other digits. @decimals is how many its
 * currency has, and *@money is in the smallest of it: 1250. FALSE where it is none, or more than @most. */
gboolean keel_days_typed_money (const char *text, int decimals, gint64 most, gint64 *money);
/* As that is written for somebody to change. Transfer full. */
char *keel_days_typed_format_money (gint64 money, int decimals);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One JSON value with the slips that lists are known for put right: trailing and doubled commas, raw
 * control characters in texts, broken escapes, half surrogate pairs. NULL where it is still no JSON that
 * a parser without a depth limit may see (KEEL_MAX_DEPTH, KEEL_MAX_ROW_VALUES). */
char *keel_json_tidy (const char *text, gsize length);

G_END_DECLS

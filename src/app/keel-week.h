#pragma once

#include <glib.h>

G_BEGIN_DECLS

int keel_week_get_first_day (void);             /* of the person's region; 0 = Sunday */
const char *keel_week_get_short_name (int day); /* "Mon", in the person's language */

G_END_DECLS

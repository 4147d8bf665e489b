#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 0 = Sunday … 6 for a digit or the beginning of a weekday's name, in English or in the person's
 * language, that no other day shares; -1 for anything else. */
int keel_day_name_parse (const char *text);

G_END_DECLS

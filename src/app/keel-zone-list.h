#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The IANA names that this computer's time zone files list for people to choose from, sorted. Empty
 * where there are no such files. */
GPtrArray *keel_zone_list_load (void);

G_END_DECLS

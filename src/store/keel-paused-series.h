#pragma once

#include "keel-profile.h"

G_BEGIN_DECLS

/* The UUIDs (of char *) of those of @series (of KeelSeries) that their lists mark as not meeting at present.
 * Transfer full. */
GPtrArray *keel_profile_get_paused (KeelProfile *self, GPtrArray *series, GError **error);

G_END_DECLS

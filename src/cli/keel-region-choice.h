#pragma once

#include "keel-invocation.h"

G_BEGIN_DECLS

/* Two letters, as ISO 3166 has them, in any case. */
gboolean keel_region_is_code (const char *text);
/* What the person named, else the region of the profile that is meant, else that of the computer: transfer
 * full, nullable. Nothing here needs a profile, so there may be none. *@part (nullable) gets the part of the
 * country that the profile names, where nothing else was named. */
char *keel_region_choose (KeelInvocation *invocation, const char *named, char **part);

G_END_DECLS

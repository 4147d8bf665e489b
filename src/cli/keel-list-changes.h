#pragma once

#include "keel-invocation.h"

G_BEGIN_DECLS

/* `lists changes`: what lists now say otherwise of the meetings that are followed, and the answer to one of
 * them.
 * @take and @keep, of which one at most is given, are ids of series. Returns the exit status. */
int keel_list_changes_run (KeelInvocation *invocation, const char *take, const char *keep);

G_END_DECLS

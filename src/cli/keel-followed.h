#pragma once

#include "keel-invocation.h"

G_BEGIN_DECLS

/* The series that is followed under @id, its own or that of the meeting it was copied from. Transfer full.
 * Where there is none, says so. */
KeelSeries *keel_followed_find (KeelInvocation *invocation, const char *id);

G_END_DECLS

#pragma once

#include "keel-profile.h"

G_BEGIN_DECLS

/* After a change of the journal was committed: from then on the call has succeeded, and a stamp that
 * differs makes the next keel_profile_open () try again. */
void keel_profile_project_or_warn (KeelProfile *self);

KeelClock *keel_profile_get_clock (KeelProfile *self);

G_END_DECLS

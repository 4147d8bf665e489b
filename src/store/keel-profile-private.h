#pragma once

#include "keel-profile.h"

G_BEGIN_DECLS

/* After a change of the journal was committed: from then on the call has succeeded, and a stamp that
 * differs makes the next keel_profile_open () try again. */
void keel_profile_project_or_warn (KeelProfile *self);

/* Of a change of the journal that no reminder depends on: whether all that has changed since its @counter is
 * that one change, and reminders.db, which was up to date before, is stamped with it. */
gboolean keel_profile_move_stamp (KeelProfile *self, gint64 counter);

KeelClock *keel_profile_get_clock (KeelProfile *self);

G_END_DECLS

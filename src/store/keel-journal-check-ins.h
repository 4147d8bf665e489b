#pragma once

#include "core/keel-check-in.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* Check-ins. No reminder depends on them: the journal's change counter stays. */

/* Of KeelCheckIn, the newest first: those at @since (seconds UTC) or later, at most @limit (0: all). */
GPtrArray *keel_journal_get_check_ins (KeelJournal *self, gint64 since, guint limit, GError **error);
/* NULL without an error where there is none, or it was deleted. */
KeelCheckIn *keel_journal_find_check_in (KeelJournal *self, const char *uuid, GError **error);

/* Puts @check_in down, and fills in what it has not yet: the UUID, and with the time the offset, both as of
 * now. One with a UUID takes the place of the one with it, also of a deleted one. *@before (nullable;
 * transfer full) is what stood there and was not deleted. INVALID where it says nothing, or what cannot be.
 */
gboolean keel_journal_set_check_in (KeelJournal *self, KeelCheckIn *check_in, KeelCheckIn **before,
                                    GError **error);
/* NOT_FOUND where there is none. */
gboolean keel_journal_set_check_in_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                            GError **error);

G_END_DECLS

#pragma once

#include "core/keel-urge.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* The urge log. No reminder depends on it: the journal's change counter stays. */

/* Of KeelUrge, the newest first: those at @since (seconds UTC) or later, at most @limit (0: all). */
GPtrArray *keel_journal_get_urges (KeelJournal *self, gint64 since, guint limit, GError **error);
/* NULL without an error where there is none, or it was deleted. */
KeelUrge *keel_journal_find_urge (KeelJournal *self, const char *uuid, GError **error);

/* Puts @urge down, and fills in what it has not yet: the UUID, and with the time the offset, both as of now.
 * One with a UUID takes the place of the urge with it, also of a deleted one. *@before (nullable; transfer
 * full) is what stood there and was not deleted. Texts of nothing but white space are none. INVALID where it
 * says what cannot be. */
gboolean keel_journal_set_urge (KeelJournal *self, KeelUrge *urge, KeelUrge **before, GError **error);
/* NOT_FOUND where there is none. What was done for it stays in any case. */
gboolean keel_journal_set_urge_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                        GError **error);

G_END_DECLS

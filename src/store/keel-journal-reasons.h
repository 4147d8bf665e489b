#pragma once

#include "core/keel-reason.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* Reasons, their pictures within them. No reminder depends on them: the journal's change counter stays. */

GPtrArray *keel_journal_get_reasons (KeelJournal *self, GError **error); /* of KeelReason, in order */

/* Adds it, and fills its uuid and its position in, or puts it in the place of the one with its uuid, also of
 * a deleted one. INVALID where it has neither words nor a picture, or too large a one. */
gboolean keel_journal_set_reason (KeelJournal *self, KeelReason *reason, GError **error);
/* NOT_FOUND where there is none. */
gboolean keel_journal_set_reason_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                          GError **error);
/* Puts those of @uuids in this order, in front of all others. */
gboolean keel_journal_order_reasons (KeelJournal *self, const char *const *uuids, GError **error);

G_END_DECLS

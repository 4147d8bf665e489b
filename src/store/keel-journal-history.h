#pragma once

#include "core/keel-history.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* All that can be looked back on, at @since (seconds UTC; G_MININT64: all) or later and not after now. Urges
 * and check-ins are on the day that the person's wall showed then, all else on that of where they are at this
 * moment. What is told nowhere outside its own page (KEEL_ENTRY_GUARD_QUIET) is not counted. */
KeelHistory *keel_journal_read_history (KeelJournal *self, gint64 since, GError **error);

G_END_DECLS

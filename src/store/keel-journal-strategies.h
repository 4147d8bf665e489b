#pragma once

#include "content/keel-strategy.h"
#include "core/keel-strategy-mark.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* What a person says of the cards of the coping library, and the cards of their own. No reminder depends on
 * them: the journal's change counter stays. */

/* Of KeelStrategyMark: of which something is said. */
GPtrArray *keel_journal_get_strategy_marks (KeelJournal *self, GError **error);

/* Puts what @wanted says of @which in the place of what was said of that card, and leaves the rest as it is.
 * With @expected (nullable), KEEL_STORE_ERROR_CHANGED where something else is said of @which by now: an undo
 * gives what its change wrote. *@before (transfer full) is how it was, so that it can be taken back. */
gboolean keel_journal_set_strategy_mark (KeelJournal *self, const KeelStrategyMark *wanted,
                                         KeelMarkSays which, const KeelStrategyMark *expected,
                                         KeelStrategyMark **before, GError **error);

/* All cards of a person's own, of KeelStrategy, by their ids. One that cannot be read any more is left where
 * it is and left out; *@n_damaged (nullable) is how many there are of these. */
GPtrArray *keel_journal_get_own_strategies (KeelJournal *self, guint *n_damaged, GError **error);
/* Puts @strategy in the place of the one with its id, also of a deleted one, or adds it. *@before (nullable;
 * transfer full) is what stood there and was not deleted: NULL where there was none, or it could not be read.
 * INVALID where its id is not that of a card of one's own. */
gboolean keel_journal_set_own_strategy (KeelJournal *self, const KeelStrategy *strategy,
                                        KeelStrategy **before, GError **error);
/* NOT_FOUND where there is none. */
gboolean keel_journal_set_own_strategy_deleted (KeelJournal *self, const char *id, gboolean deleted,
                                                GError **error);

G_END_DECLS

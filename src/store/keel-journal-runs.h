#pragma once

#include "core/keel-strategy-mark.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* What was done of the coping library. No reminder depends on it: the journal's change counter stays. */

/* Of KeelStrategyRun, in no order, at @since (seconds UTC) or later: what was done, and of each urge
 * that was left with a card and has a strength afterwards one more (without a UUID), unless a run of that
 * card for that urge is there. A run that says nothing of what was going on has the tags of its urge. */
GPtrArray *keel_journal_get_runs (KeelJournal *self, gint64 since, GError **error);
/* Puts @run down, and fills in what it has not yet: the UUID, and the time as of now. One with a UUID takes
 * the place of the run with it, also of a deleted one. INVALID where it says what cannot be, NOT_FOUND where
 * there is no such urge. */
gboolean keel_journal_set_run (KeelJournal *self, KeelStrategyRun *run, GError **error);
/* NOT_FOUND where there is none. */
gboolean keel_journal_set_run_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error);

/* What is said of all cards, and what came of them: of keel_journal_get_runs (). Transfer full. */
KeelStrategyBook *keel_journal_get_strategy_book (KeelJournal *self, GError **error);

G_END_DECLS

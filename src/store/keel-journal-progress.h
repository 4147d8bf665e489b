#pragma once

#include "core/keel-progress.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/*
 * What a person said of the parts of programs. It stays whatever becomes of a program, chosen or not, and no
 * reminder depends on it: the journal's change counter is not moved.
 */

/* Of KeelPartProgress, by program, structure and part; @program is nullable: of all. Transfer full. */
GPtrArray *keel_journal_get_progress (KeelJournal *self, const char *program, GError **error);

/* Puts what @wanted says of @which in the place of what was said of that part, and leaves the rest as it is.
 * With @expected (nullable), KEEL_STORE_ERROR_CHANGED where something else is said of @which by now: an undo
 * gives what its change wrote. *@before (transfer full) is how it was, so that it can be taken back. INVALID
 * where there can be no such part. */
gboolean keel_journal_set_progress (KeelJournal *self, const KeelPartProgress *wanted, KeelPartSays which,
                                    const KeelPartProgress *expected, KeelPartProgress **before,
                                    GError **error);

G_END_DECLS

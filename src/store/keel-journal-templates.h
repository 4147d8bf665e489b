#pragma once

#include "content/keel-worksheet.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/*
 * The worksheets of a person's own. Entries keep their template as it was, so that nothing that is done here
 * touches what was written. No reminder depends on them: the journal's change counter stays.
 */

/* All that there are, of KeelWorksheet, in the order of their ids. One that cannot be read any more is left
 * where it is and left out; *@n_damaged (nullable) is how many there are of these. */
GPtrArray *keel_journal_get_own_templates (KeelJournal *self, guint *n_damaged, GError **error);

/* Puts @worksheet in the place of the one with its id, also of a deleted one, or adds it. *@before (nullable;
 * transfer full) is what stood there and was not deleted: NULL where there was none, or it could not be read.
 * INVALID where its id is not that of an own worksheet. */
gboolean keel_journal_set_own_template (KeelJournal *self, const KeelWorksheet *worksheet,
                                        KeelWorksheet **before, GError **error);
/* NOT_FOUND where there is none. */
gboolean keel_journal_set_own_template_deleted (KeelJournal *self, const char *id, gboolean deleted,
                                                GError **error);
/* Whether it was ever there: also a deleted one, and one that cannot be read. */
gboolean keel_journal_knows_own_template (KeelJournal *self, const char *id, gboolean *known, GError **error);

G_END_DECLS

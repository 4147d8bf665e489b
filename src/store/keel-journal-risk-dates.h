#pragma once

#include "core/keel-risk-date.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* High-risk dates. No reminder depends on them: the journal's change counter stays. */

GPtrArray *keel_journal_get_risk_dates (KeelJournal *self, GError **error); /* of KeelRiskDate, by day */

/* Puts @date down, and fills in its UUID. One with a UUID takes the place of the date with it, also of a
 * deleted one. *@before (nullable; transfer full) is what stood there and was not deleted. INVALID where it
 * says what cannot be. */
gboolean keel_journal_set_risk_date (KeelJournal *self, KeelRiskDate *date, KeelRiskDate **before,
                                     GError **error);
gboolean keel_journal_set_risk_date_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                             GError **error); /* NOT_FOUND */

G_END_DECLS

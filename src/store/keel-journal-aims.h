#pragma once

#include "core/keel-aim.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* Goals, and in which weeks the weekly ones were done. No reminder depends on them: the journal's change
 * counter stays. */

GPtrArray *keel_journal_get_aims (KeelJournal *self, GError **error); /* of KeelAim, as they were made */
/* The days on which one was ticked: of gint64, in order. */
GArray *keel_journal_get_aim_ticks (KeelJournal *self, const char *uuid, GError **error);

/* As keel_journal_set_risk_date (). */
gboolean keel_journal_set_aim (KeelJournal *self, KeelAim *goal, KeelAim **before, GError **error);
gboolean keel_journal_set_aim_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error);
/* NOT_FOUND where there is no such goal. */
gboolean keel_journal_tick_aim (KeelJournal *self, const char *uuid, gint64 day, gboolean ticked,
                                GError **error);

G_END_DECLS

#pragma once

/* Private to store: the journal's table of plans. What others call is keel-profile-plans.h. */

#include "core/keel-plan.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* Of KeelPlan, in the order in which they were made. One whose schedule cannot be read is there without it,
 * as if it were bound to nothing. */
GPtrArray *keel_journal_get_plans (KeelJournal *self, GError **error);

/* As keel_profile_set_plan () and keel_profile_set_plan_deleted (), in one transaction with the prompt.
 * *@reminders is whether a prompt was touched: then reminders.db is behind. */
gboolean keel_journal_set_plan (KeelJournal *self, KeelPlan *plan, KeelPlan **before, gboolean *reminders,
                                GError **error);
gboolean keel_journal_set_plan_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                        gboolean *reminders, GError **error);

G_END_DECLS

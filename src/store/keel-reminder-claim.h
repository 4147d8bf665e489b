#pragma once

/* Private to store: who shows which reminder, inside reminders.db. All within a transaction of the
 * caller's. */

#include "keel-database.h"
#include "keel-reminder-file.h"

G_BEGIN_DECLS

gboolean keel_reminder_claim_take (KeelDatabase *database, const KeelReminderKey *key, const char *holder,
                                   gint64 now_us, KeelClaim *claim, GError **error);
gboolean keel_reminder_claim_confirm (KeelDatabase *database, const KeelReminderKey *key, gint64 now_us,
                                      GError **error);
/* Claimed from now on by nobody, and not confirmed. */
gboolean keel_reminder_claim_hand_over (KeelDatabase *database, const KeelReminderKey *key, gint64 now_us,
                                        GError **error);
gboolean keel_reminder_claim_release (KeelDatabase *database, const KeelReminderKey *key, GError **error);
gboolean keel_reminder_claim_forget (KeelDatabase *database, const KeelReminderKey *key, GError **error);
gboolean keel_reminder_claim_is_confirmed (KeelDatabase *database, const KeelReminderKey *key,
                                           gboolean *confirmed, GError **error);

G_END_DECLS

#pragma once

/* Private to store: the preferences of reminders among the journal's settings. */

#include "keel-journal.h"
#include "keel-reminder-preferences.h"

G_BEGIN_DECLS

/* *@ask_since (nullable; seconds UTC): since when it is asked afterwards; 0: always. */
gboolean keel_journal_get_reminder_preferences (KeelJournal *self, KeelReminderPreferences *preferences,
                                                gint64 *ask_since, GError **error);
gboolean keel_journal_set_reminder_preferences (KeelJournal *self, const KeelReminderPreferences *preferences,
                                                GError **error);

G_END_DECLS

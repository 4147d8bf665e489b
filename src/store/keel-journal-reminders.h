#pragma once

/* Private to store: what reminders need to know of the journal, and what they bring to it. */

#include "keel-journal.h"
#include "keel-reminder-file.h"

G_BEGIN_DECLS

/* Seconds UTC; -1 on failure. Since when a series is followed: nothing that ended before is asked about. */
gint64 keel_journal_get_followed_at (KeelJournal *self, const char *uuid, GError **error);
/* Since when the way to it is known, as keel_journal_get_lead_since (). */
gint64 keel_journal_get_travel_since (KeelJournal *self, const char *uuid, GError **error);

/* Of KeelOccurrenceKey: of what began at @from (seconds UTC) or later, all that has an attendance. */
GPtrArray *keel_journal_get_settled (KeelJournal *self, gint64 from, GError **error);

/* What is not to be asked for. Those that began before @before are of no use any more. */
gboolean keel_journal_set_asked_away (KeelJournal *self, const char *series, KeelLocalTime occurrence,
                                      gint64 start, gboolean away, GError **error);
gboolean keel_journal_add_asked_away (KeelJournal *self, GPtrArray *keys, GError **error);
gboolean keel_journal_forget_asked_away (KeelJournal *self, gint64 before, GError **error);

/* Takes @answers (of KeelReminderAnswer) over, in one change. One that was taken before, is about no series
 * that there is, or is older than what the person wrote or took back themselves, changes nothing. What did is
 * appended to @taken. */
gboolean keel_journal_take_answers (KeelJournal *self, GPtrArray *answers, GPtrArray *taken, GError **error);

gboolean keel_journal_set_going (KeelJournal *self, const char *series, KeelLocalTime occurrence,
                                 gint64 start, gboolean going, GError **error);
/* Of KeelOccurrenceKey: what the person means to go to that begins at @from or later. */
GPtrArray *keel_journal_get_going (KeelJournal *self, gint64 from, GError **error);

G_END_DECLS

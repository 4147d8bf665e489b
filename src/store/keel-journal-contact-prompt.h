#pragma once

/* Private to store: the reminder to be in touch with somebody. All of these within a change of the caller's.
 */

#include "core/keel-person.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* Fills in since when the rhythm of @person counts, or takes that out. */
void keel_journal_date_rhythm (KeelJournal *self, KeelPerson *person);

/* Puts the prompt of @person, who has a UUID, as the last contact and what is agreed want it, or away. Fills
 * in its UUID, also of one that was put away: NULL where there never was one. */
gboolean keel_journal_settle_contact_prompt (KeelJournal *self, KeelPerson *person, GError **error);

/* The same after something else than the person has changed, or after they were deleted. *@prompt (transfer
 * full) is its UUID: NULL where there is none, and reminders.db is as it should be. */
gboolean keel_journal_remind_of_person (KeelJournal *self, const char *uuid, char **prompt, GError **error);

G_END_DECLS

#pragma once

#include "core/keel-own-line.h"
#include "core/keel-person.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/*
 * People whom one can call, and help lines of one's own. What of them may be shown while the profile is
 * locked stands in profile.ini as well: see keel-profile-people.h, which is how they are changed. A person
 * with a reminder has it as a prompt of kind KEEL_PROMPT_CONTACT, which comes, changes and goes with the
 * person in one transaction; without one, the journal's change counter stays.
 */

GPtrArray *keel_journal_get_people (KeelJournal *self, GError **error); /* of KeelPerson, in order */
/* NULL without an error where there is none, or it was deleted. */
KeelPerson *keel_journal_find_person (KeelJournal *self, const char *uuid, GError **error);
GPtrArray *keel_journal_get_own_lines (KeelJournal *self, GError **error); /* of KeelOwnLine, in order */

/* Adds it, and fills its uuid in, or puts it in the place of the one with its uuid, also of a deleted one.
 * INVALID for a name of nothing but spaces, and for a rhythm or a time that cannot be. Texts that are empty
 * are kept as none. Fills in of a person what it has not yet: the day from which a rhythm counts, and the
 * prompt.
 */
gboolean keel_journal_set_person (KeelJournal *self, KeelPerson *person, GError **error);
gboolean keel_journal_set_own_line (KeelJournal *self, KeelOwnLine *line, GError **error);
/* NOT_FOUND where there is none. */
gboolean keel_journal_set_person_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                          GError **error);
gboolean keel_journal_set_own_line_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                            GError **error);

G_END_DECLS

#pragma once

#include "core/keel-contact.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* The log of calls, messages and meetings with the people of keel-journal-people.h, and the questions to
 * bring to them. Both stay when the person goes. A contact is changed through keel-profile-contacts.h, since
 * a reminder may depend on it; a question changes no reminder: the journal's change counter stays. */

/* Of KeelContact, the newest first; @person is nullable: of all; at most @limit (0: all). */
GPtrArray *keel_journal_get_contacts (KeelJournal *self, const char *person, guint limit, GError **error);
/* NULL without an error where there is none. */
KeelContact *keel_journal_find_last_contact (KeelJournal *self, const char *person, GError **error);
KeelContact *keel_journal_find_contact (KeelJournal *self, const char *uuid, GError **error);

/* What of a contact is kept with the person: a day that was agreed for the next one. */
typedef struct
{
  gboolean set; /* FALSE: it stays as it is */
  gint64 day;   /* or KEEL_PERSON_NO_DAY */
} KeelNextContact;

/* Puts @contact down and fills in what it has not yet: the UUID, and with the time the offset, both as of
 * now. One with a UUID takes the place of that, also of a deleted one. *@before (nullable; transfer full) is
 * what stood there and was not deleted. @next (nullable) is put in the place of what was agreed, and what
 * that was put into it. *@prompt (transfer full) is the UUID of the reminder that depends on it, or NULL.
 * INVALID where it says what cannot be, NOT_FOUND where there is no such person. */
gboolean keel_journal_set_contact (KeelJournal *self, KeelContact *contact, KeelNextContact *next,
                                   KeelContact **before, char **prompt, GError **error);
/* NOT_FOUND where there is none. */
gboolean keel_journal_set_contact_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                           KeelNextContact *next, char **prompt, GError **error);

/* Of KeelPersonQuestion, as they were written, the ticked ones among them. */
GPtrArray *keel_journal_get_person_questions (KeelJournal *self, const char *person, GError **error);
/* Adds it, and fills its UUID in, or puts it in the place of the one with its UUID, also of a deleted one.
 * INVALID for one of nothing but spaces. */
gboolean keel_journal_set_person_question (KeelJournal *self, KeelPersonQuestion *question, GError **error);
gboolean keel_journal_set_person_question_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                                   GError **error);

G_END_DECLS

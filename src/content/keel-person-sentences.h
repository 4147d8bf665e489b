#pragma once

#include "core/keel-contact.h"

G_BEGIN_DECLS

const char *keel_sentence_person_kind (KeelPersonKind kind); /* "Sponsor" … */
const char *keel_sentence_contact_how (KeelContactHow how);  /* "Call" … */

/* What somebody is for the person: their kind, and what was written of it. NULL where nobody said. */
char *keel_sentence_person_role (const KeelPerson *person);

/* All that follow: transfer full; days are since 1970-01-01. */
char *keel_sentence_contact_rhythm (guint days); /* "Every week"; NULL for 0 */
/* "Next contact: tomorrow", or, where that day is over, "Was agreed for Thursday 19 November". NULL for
 * KEEL_PERSON_NO_DAY. */
char *keel_sentence_next_contact (gint64 next, gint64 today);
/* "Last: Call, yesterday". @contact is nullable: there was none. */
char *keel_sentence_last_contact (const KeelContact *contact, gint64 today);
/* "today", "tomorrow", "yesterday", else the day: in the middle of a sentence. */
char *keel_sentence_near_day (gint64 day, gint64 today);

G_END_DECLS

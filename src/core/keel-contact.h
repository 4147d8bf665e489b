#pragma once

#include "keel-person.h"
#include "keel-schedule.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_CONTACT_CALL,
  KEEL_CONTACT_TEXT,    /* a message of any kind */
  KEEL_CONTACT_MEETING, /* they met */
  KEEL_CONTACT_VISIT,   /* an appointment */
} KeelContactHow;

/* The names of these for files that last and for scripts, ended by NULL; see keel_word_find (). */
extern const char *const keel_contact_how_words[];

/*
 * KeelContact: that the person and somebody spoke, wrote to each other or met. It has room for what is the
 * person's own, and none for what the other shared. facts/content.md W06g, 3.3.
 */
typedef struct
{
  char *uuid;   /* NULL until it is in the journal */
  char *person; /* UUID */
  gint64 at;    /* seconds UTC; 0: the moment at which it is first saved */
  int offset;   /* minutes east of UTC where the person was then */
  KeelContactHow how;
  char *topic; /* nullable, as all that follow: what the person brought */
  char *to_do; /* what the person said they would do */
  char *note;  /* about themselves */
} KeelContact;

KeelContact *keel_contact_new (const char *person, KeelContactHow how); /* of now */
KeelContact *keel_contact_copy (const KeelContact *self);
void keel_contact_free (KeelContact *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelContact, keel_contact_free)

gboolean keel_contact_is_possible (const KeelContact *self);
gboolean keel_contact_equal (const KeelContact *self, const KeelContact *other); /* all they say */

/* Days since 1970-01-01 on the wall where the person was at @at. */
gint64 keel_contact_get_day (const KeelContact *self);

/* KeelPersonQuestion: something to bring to somebody. */
typedef struct
{
  char *uuid; /* NULL until it is in the journal */
  char *person;
  char *text;     /* never empty */
  gboolean asked; /* ticked off */
} KeelPersonQuestion;

KeelPersonQuestion *keel_person_question_new (const char *person, const char *text);
KeelPersonQuestion *keel_person_question_copy (const KeelPersonQuestion *self);
void keel_person_question_free (KeelPersonQuestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelPersonQuestion, keel_person_question_free)

/* Days since 1970-01-01 or KEEL_PERSON_NO_DAY: when the next contact with @person is, of whom the last was on
 * day @last (KEEL_PERSON_NO_DAY: there was none yet). A day that was agreed counts until there was a contact
 * on it or after it; then the rhythm counts from the last contact, or, where there was none, from the day
 * on which it was agreed. */
gint64 keel_contact_find_next (const KeelPerson *person, gint64 last);

/* When Keel tells of it: from the next contact on, once, or, where there is a rhythm, in that rhythm, until
 * the day is over. NULL where nobody wants that, or there is no next contact. Transfer full. */
KeelSchedule *keel_contact_to_schedule (const KeelPerson *person, gint64 last);

G_END_DECLS

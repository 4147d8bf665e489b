#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KEEL_PERSON_NO_DAY G_MININT64
#define KEEL_PERSON_NO_TIME (-1)
#define KEEL_PERSON_RHYTHM_MAX 366 /* days */

/* What somebody is for the person who keeps the list. facts/content.md 3.2. */
typedef enum
{
  KEEL_PERSON_OTHER,
  KEEL_PERSON_SPONSOR,
  KEEL_PERSON_MENTOR,
  KEEL_PERSON_PARTNER, /* an accountability partner */
  KEEL_PERSON_PEER,
  KEEL_PERSON_THERAPIST,
  KEEL_PERSON_FAMILY,
  KEEL_PERSON_FRIEND,
  KEEL_PERSON_SPONSORED, /* someone whom the person sponsors or mentors */
} KeelPersonKind;

/* The names of these for files that last and for scripts, ended by NULL; see keel_word_find (). */
extern const char *const keel_person_kind_words[];

/*
 * KeelPerson: somebody whom a person can call, with a first name and an initial. There is no field for what
 * others told: that is theirs. Days are since 1970-01-01 on the wall where the person is.
 */
typedef struct
{
  char *uuid;       /* NULL until it is in the journal */
  char *name;       /* first name and initial; never empty */
  char *role;       /* nullable: "sponsor", "sister" … in the person's words */
  char *number;     /* nullable: as the person wrote it */
  char *message;    /* nullable: written beforehand, to be sent when words are hard to find */
  gboolean on_lock; /* name and number may be shown while the profile is locked */
  int position;     /* from 0, in the order that the person chose; -1: behind the others */

  KeelPersonKind kind;
  char *reach;  /* nullable: another way than the phone */
  char *notes;  /* nullable: of the person who writes, about themselves alone */
  guint rhythm; /* agreed days from one contact to the next; 0: none */
  gint64 since; /* the day from which the rhythm counts until there was a contact; KEEL_PERSON_NO_DAY */
  gint64 next;  /* the day that was agreed for the next contact; KEEL_PERSON_NO_DAY */
  int remind;   /* minute of the day of the next contact at which Keel tells of it; KEEL_PERSON_NO_TIME */
  char *prompt; /* nullable: UUID of the reminder; whoever saves the person need not care for it */
} KeelPerson;

KeelPerson *keel_person_new (const char *name);
KeelPerson *keel_person_copy (const KeelPerson *self);
void keel_person_free (KeelPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelPerson, keel_person_free)

/* Whether kind, rhythm and the time of the reminder can be. */
gboolean keel_person_is_possible (const KeelPerson *self);

/* Whether @name says more than a first name and an initial: a second word that is longer than one letter with
 * a full stop. That is told, and refused to nobody. */
gboolean keel_person_name_says_more (const char *name);

/* What is dialled for @number: its digits, and "+", "*" and "#" where it has them, without the "(0)" that is
 * left out after a country code. NULL for fewer than two digits, and where letters say something else. */
char *keel_number_dup_dial (const char *number);

G_END_DECLS

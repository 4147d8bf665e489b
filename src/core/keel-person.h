#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * KeelPerson: somebody whom a person can call, with a first name and an initial. There is no field for what
 * others told: that is theirs.
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
} KeelPerson;

KeelPerson *keel_person_new (const char *name);
KeelPerson *keel_person_copy (const KeelPerson *self);
void keel_person_free (KeelPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelPerson, keel_person_free)

/* Whether @name says more than a first name and an initial: a second word that is longer than one letter with
 * a full stop. That is told, and refused to nobody. */
gboolean keel_person_name_says_more (const char *name);

/* What is dialled for @number: its digits, and "+", "*" and "#" where it has them, without the "(0)" that is
 * left out after a country code. NULL for fewer than two digits, and where letters say something else. */
char *keel_number_dup_dial (const char *number);

G_END_DECLS

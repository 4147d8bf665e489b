#pragma once

#include "keel-entry-pieces.h"

G_BEGIN_DECLS

/* One entry that is given to somebody, and what of it. */
typedef struct
{
  KeelWorksheet *worksheet;
  KeelAnswers *answers;
  char *title;     /* nullable: what the person calls it */
  gint64 day;      /* since 1970-01-01, on which it was begun; KEEL_GIVEN_NO_DAY */
  char *program;   /* nullable: the name of the program that it was written for */
  GHashTable *ids; /* nullable; as in KeelPieceChoice */
} KeelGiven;

#define KEEL_GIVEN_NO_DAY G_MININT64

/* What holds for all that are given together. Nothing of a person or a program is said unless it is wanted.
 */
typedef struct
{
  gboolean initials;
  gboolean dates; /* when each was begun; dates among the answers are chosen as all answers are */
  gboolean programs;
} KeelGivenOptions;

/* @title is nullable; all the rest is empty. */
KeelGiven *keel_given_new (KeelWorksheet *worksheet, KeelAnswers *answers, const char *title);
void keel_given_free (KeelGiven *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelGiven, keel_given_free)

GPtrArray *keel_given_read (const KeelGiven *self, const KeelGivenOptions *options); /* of KeelPiece */
/* Date and program, as far as they are wanted. Transfer full; NULL for none. */
char *keel_given_describe (const KeelGiven *self, const KeelGivenOptions *options);

G_END_DECLS

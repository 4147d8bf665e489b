#pragma once

#include "keel-logical-day.h"

G_BEGIN_DECLS

/* What a person wants to become of the days after a lapse. None of these is better than another, and each can
 * be changed later. */
typedef enum
{
  KEEL_LAPSE_KEEP_TOTAL,  /* the total goes on; the streak ends and stays in sight */
  KEEL_LAPSE_NEW_START,   /* the streak ends and stays in sight, a new one begins */
  KEEL_LAPSE_STOP,        /* nothing goes on; all that was counted stays */
  KEEL_LAPSE_NOT_COUNTED, /* written down, and nothing else */
} KeelLapseChoice;

/* "keep-total" …: the names of these for files that last and for scripts, ended by NULL; see keel_word_find
 * (). */
extern const char *const keel_lapse_choice_words[];

/* KeelLapse: that a person had a lapse. To take medicine as it was prescribed never is one. */
typedef struct
{
  char *uuid;  /* NULL until it is in the journal */
  char *count; /* nullable: the UUID of the count it is of; without one nothing is counted */
  gint64 day;  /* KEEL_DAY_NONE: the day on which it is first saved */
  int minute;  /* of the day, -1: not said */
  KeelLapseChoice choice;
  gint64 restart;    /* of KEEL_LAPSE_NEW_START: the start date of the new streak; KEEL_DAY_NONE: @day */
  char *note;        /* nullable; private, in the person's words */
  char *entry;       /* nullable: the UUID of what was written about it (W30) */
  gint64 changed_at; /* seconds UTC; from the journal */
} KeelLapse;

/* Of today, with its streak ended and the total going on. @count is nullable. */
KeelLapse *keel_lapse_new (const char *count);
KeelLapse *keel_lapse_copy (const KeelLapse *self);
void keel_lapse_free (KeelLapse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelLapse, keel_lapse_free)

gboolean keel_lapse_is_possible (const KeelLapse *self);
gboolean keel_lapse_equal (const KeelLapse *self, const KeelLapse *other); /* all that a person said */
/* By when they were, then by when they were written down: in which order they count. */
int keel_lapse_compare (const KeelLapse *self, const KeelLapse *other);

G_END_DECLS

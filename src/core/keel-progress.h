#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person said of a part of a program's structure. There is no "behind", and nothing is counted. */
typedef enum
{
  KEEL_PART_OPEN, /* nothing was said, or that it is open */
  KEEL_PART_WORKING,
  KEEL_PART_DONE,
} KeelPartState;

/* The names of these for files that last, ended by NULL; see keel_word_find (). */
extern const char *const keel_part_state_words[];

/* KeelPartProgress: what was said of one part, which is a program's code, a kind of its structures ("steps")
 * and the number of the part, from 1, which is its own wherever it is moved. */
typedef struct
{
  char *program;
  char *structure;
  guint part;
  KeelPartState state;
  gint64 shared_at;  /* seconds UTC; 0: with nobody, as far as was said */
  char *shared_with; /* nullable: in the person's words */
  char *note;        /* nullable; private */
} KeelPartProgress;

/* What of it; in a change the rest stays as it is by then. */
typedef enum
{
  KEEL_PART_SAYS_STATE = 1 << 0,
  KEEL_PART_SAYS_SHARED = 1 << 1,
  KEEL_PART_SAYS_NOTE = 1 << 2,
} KeelPartSays;

KeelPartProgress *keel_part_progress_new (const char *program, const char *structure, guint part);
KeelPartProgress *keel_part_progress_copy (const KeelPartProgress *self);
void keel_part_progress_free (KeelPartProgress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelPartProgress, keel_part_progress_free)

/* Puts what @other says of @which in the place of what @self says; a text of nothing but white space is none.
 */
void keel_part_progress_take (KeelPartProgress *self, const KeelPartProgress *other, KeelPartSays which);
gboolean keel_part_progress_says_same (const KeelPartProgress *self, const KeelPartProgress *other,
                                       KeelPartSays which);
gboolean keel_part_progress_is_empty (const KeelPartProgress *self); /* nothing is said of the part */

/*
 * The rules, over an array of KeelPartProgress in any order, also of other programs and structures.
 */

/* NULL where nothing was said of it. */
const KeelPartProgress *keel_progress_find (const GPtrArray *all, const char *program, const char *structure,
                                            guint part);
KeelPartState keel_progress_get_state (const GPtrArray *all, const char *program, const char *structure,
                                       guint part);

/* Puts behind @numbers (of guint: the parts that the structure has by now) those that it no longer has and of
 * which something was said, in the order of their numbers: what a person took out hides nothing. */
void keel_progress_add_gone (const GPtrArray *all, const char *program, const char *structure,
                             GArray *numbers);

/* Where the person is among the parts @numbers (of guint), which follow each other in this order: the first
 * part that is worked on; *@offered is FALSE then. Else the first that is not done, which may be offered, and
 * never more than that. 0 where all are done. To be asked for structures with a sequence only: the others
 * have no next part. */
guint keel_progress_find_place (const GPtrArray *all, const char *program, const char *structure,
                                const GArray *numbers, gboolean *offered);

/* What an entry that belongs to a part is linked with: "aa/4" for part 4 of the first structure, which is
 * the one that worksheets count in (@structure is NULL), "aa/traditions/4" for another's. Transfer full. */
char *keel_part_target_format (const char *program, const char *structure, guint part);
/* FALSE where it is none. The texts are transfer full. */
gboolean keel_part_target_parse (const char *target, char **program, char **structure, guint *part);

G_END_DECLS

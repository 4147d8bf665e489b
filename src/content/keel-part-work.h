#pragma once

#include "core/keel-entry.h"
#include "keel-content.h"

G_BEGIN_DECLS

/* A part of a program, as worksheets and entries are looked for. Private to whoever holds it: nothing is
 * copied. */
typedef struct
{
  const KeelProgram *program;
  KeelStructureKind kind; /* of which of its structures */
  guint part;             /* its number: see KeelPart */
} KeelPartPlace;

/* "aa/4", "aa/traditions/4": see keel_part_target_format (). Transfer full. */
char *keel_part_place_format (const KeelPartPlace *self);
/* Where @target (nullable) is a part of a program that there is, or was: a structure that became shorter may
 * have no such part any more. */
gboolean keel_part_place_parse (KeelContent *content, const char *target, KeelPartPlace *self);
/* Its position and topic: "Step 4 · Looking at myself". Where the structure has no such part: that of Keel's
 * programs by its number, as its position never changes; of the person's own, that it is no longer there.
 * Transfer full. */
char *keel_part_place_describe (const KeelPartPlace *self);
char *keel_part_place_describe_number (const KeelPartPlace *self); /* the same without the topic */
/* NULL: the structure has no such part. *@position (nullable) is where it stands, from 1. */
const KeelPart *keel_part_place_find (const KeelPartPlace *self, guint *position);
/* By which word of a structure (see KeelPartProgress) what is said of it is kept. The person's own programs
 * have one for their first structure, whatever its parts are called at present. */
const char *keel_part_place_get_structure (const KeelPartPlace *self);

/* Whether worksheets count in this structure. */
gboolean keel_part_place_is_first (const KeelPartPlace *self);
/* The worksheets that the program uses for the part, those to begin with first, then in their order: of const
 * KeelWorksheet; transfer container. Quiet ones are left out: they are not spoken of outside their own page.
 */
GPtrArray *keel_part_place_find_worksheets (const KeelPartPlace *self, KeelContent *content);

/* Whether @entry belongs to the part: it is linked with it, or with nothing and its worksheet (nullable:
 * gone) is one of those that the program uses for it. */
gboolean keel_part_place_owns (const KeelPartPlace *self, const KeelEntry *entry,
                               const KeelWorksheet *worksheet);

/* The parts of the first structure, in their order, and then those that it no longer has and of which
 * something was said (@progress, of KeelPartProgress) or written (@entries, of KeelEntry): numbers, of guint.
 * *@n_there is how many of them it has. Transfer full. */
GArray *keel_part_work_list_parts (KeelContent *content, const KeelProgram *program,
                                   const GPtrArray *progress, const GPtrArray *entries, guint *n_there);
/* The place of a part of its first structure, or of what was that. */
KeelPartPlace keel_part_place_of (const KeelProgram *program, guint number);

/* What can be written next for a part. */
typedef struct
{
  KeelEntry *draft;               /* transfer none; NULL: none waits */
  const KeelWorksheet *worksheet; /* where there is no draft; NULL: all of them are written */
} KeelPartNext;

/* @worksheets are those of the part, @entries (of KeelEntry) those that belong to it: the draft that was
 * written in last comes first, and then the first worksheet of which there is none. What is for staying safe,
 * such as after a lapse, waits until it is needed: it is never next. */
KeelPartNext keel_part_next_find (const GPtrArray *worksheets, const GPtrArray *entries);

G_END_DECLS

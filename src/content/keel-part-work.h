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
  guint part;             /* from 1 */
} KeelPartPlace;

/* "aa/4", "aa/traditions/4": see keel_part_target_format (). Transfer full. */
char *keel_part_place_format (const KeelPartPlace *self);
/* Where @target (nullable) is a part of a program that there is, or was: a structure that became shorter may
 * have no such part any more. */
gboolean keel_part_place_parse (KeelContent *content, const char *target, KeelPartPlace *self);
/* Its number and topic: "Step 4 · Looking at myself"; only the number where the structure has no such part.
 * Transfer full. */
char *keel_part_place_describe (const KeelPartPlace *self);

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

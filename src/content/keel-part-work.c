#include "keel-part-work.h"

#include "core/keel-progress.h"
#include "core/keel-series.h"
#include "keel-program-sentences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
keel_part_place_is_first (const KeelPartPlace *self)
{
  const KeelStructure *first = keel_program_get_structure (self->program);

  return first != NULL ? first->kind == self->kind : self->program->own;
}

KeelPartPlace
keel_part_place_of (const KeelProgram *program, guint number)
{
  const KeelStructure *first = keel_program_get_structure (program);

  return (KeelPartPlace){
    .program = program,
    .kind = first != NULL ? first->kind : KEEL_STRUCTURE_FUNCTIONS,
    .part = number,
  };
}

const char *
keel_part_place_get_structure (const KeelPartPlace *self)
{
  return self->program->own && keel_part_place_is_first (self) ? "parts"
                                                               : keel_structure_kind_words[self->kind];
}

const KeelPart *
keel_part_place_find (const KeelPartPlace *self, guint *position)
{
  const KeelStructure *structure = keel_program_find_structure (self->program, self->kind);

  return structure != NULL ? keel_structure_find_part (structure, self->part, position) : NULL;
}

char *
keel_part_place_format (const KeelPartPlace *self)
{
  const char *structure = keel_part_place_is_first (self) ? NULL : keel_structure_kind_words[self->kind];

  return keel_part_target_format (self->program->code, structure, self->part);
}

static gboolean
find_kind (const KeelProgram *program, const char *word, KeelStructureKind *kind)
{
  int found = keel_word_find (keel_structure_kind_words, word);

  if (word != NULL && found >= 0)
    *kind = (KeelStructureKind) found;
  else if (word == NULL && (program->own || keel_program_get_structure (program) != NULL))
    *kind = keel_part_place_of (program, 1).kind;
  else
    return FALSE;
  return TRUE;
}

gboolean
keel_part_place_parse (KeelContent *content, const char *target, KeelPartPlace *self)
{
  g_autofree char *code = NULL, *structure = NULL;

  if (target == NULL || !keel_part_target_parse (target, &code, &structure, &self->part))
    return FALSE;
  self->program = keel_content_find_program (content, code);
  return self->program != NULL && find_kind (self->program, structure, &self->kind);
}

char *
keel_part_place_describe_number (const KeelPartPlace *self)
{
  guint position = self->part;

  if (keel_part_place_find (self, &position) == NULL && self->program->own)
    return g_strdup (_ ("A part that is no longer there"));
  return keel_sentence_part (self->kind, position);
}

char *
keel_part_place_describe (const KeelPartPlace *self)
{
  const KeelPart *part = keel_part_place_find (self, NULL);
  g_autofree char *number = keel_part_place_describe_number (self);

  if (part == NULL)
    return g_steal_pointer (&number);
  /* Translators: a part of a program and its topic: "Step 4 · Looking at myself" */
  return g_strdup_printf (C_ ("part of a program", "%1$s · %2$s"), number, part->topic);
}

/* What is for all of a program belongs to no part of it. Nullable. */
static const KeelUse *
find_use (const KeelPartPlace *self, const KeelWorksheet *worksheet)
{
  if (!keel_part_place_is_first (self) || worksheet->quiet)
    return NULL;
  for (guint i = 0; i < worksheet->uses->len; i++)
    {
      const KeelUse *use = g_ptr_array_index (worksheet->uses, i);

      if (use->part == self->part && strcmp (use->program, self->program->code) == 0)
        return use;
    }
  return NULL;
}

static void
add_worksheets (const KeelPartPlace *self, const GPtrArray *all, gboolean begin, GPtrArray *found)
{
  for (guint i = 0; i < all->len; i++)
    {
      const KeelUse *use = find_use (self, g_ptr_array_index (all, i));

      if (use != NULL && (use->begin > 0) == begin)
        g_ptr_array_add (found, g_ptr_array_index (all, i));
    }
}

GPtrArray *
keel_part_place_find_worksheets (const KeelPartPlace *self, KeelContent *content)
{
  const GPtrArray *all = keel_content_get_worksheets (content);
  GPtrArray *found = g_ptr_array_new ();

  add_worksheets (self, all, TRUE, found);
  add_worksheets (self, all, FALSE, found);
  return found;
}

gboolean
keel_part_place_owns (const KeelPartPlace *self, const KeelEntry *entry, const KeelWorksheet *worksheet)
{
  g_autofree char *target = NULL;

  if (entry->link == KEEL_ENTRY_LINK_NONE)
    return worksheet != NULL && find_use (self, worksheet) != NULL;
  if (entry->link != KEEL_ENTRY_LINK_PART)
    return FALSE;
  target = keel_part_place_format (self);
  return g_strcmp0 (entry->target, target) == 0;
}

static void
take_part (const KeelProgram *program, guint number, GPtrArray *said)
{
  const KeelPartPlace place = keel_part_place_of (program, number);
  KeelPartProgress *one = keel_part_progress_new (program->code, keel_part_place_get_structure (&place),
                                                  number);

  one->state = KEEL_PART_WORKING; /* so that it counts */
  g_ptr_array_add (said, one);
}

/* The parts that an entry belongs to: by its link, or else by what its worksheet is used for. */
static void
take_entry (KeelContent *content, const KeelProgram *program, const KeelEntry *entry, GPtrArray *said)
{
  const KeelWorksheet *worksheet = keel_content_find_worksheet (content, entry->worksheet);
  g_autofree char *code = NULL, *structure = NULL;
  guint number;

  if (entry->link == KEEL_ENTRY_LINK_PART && entry->target != NULL &&
      keel_part_target_parse (entry->target, &code, &structure, &number) && structure == NULL &&
      strcmp (code, program->code) == 0)
    take_part (program, number, said);
  if (entry->link != KEEL_ENTRY_LINK_NONE || worksheet == NULL || worksheet->quiet)
    return;
  for (guint i = 0; i < worksheet->uses->len; i++)
    {
      const KeelUse *use = g_ptr_array_index (worksheet->uses, i);

      if (use->part > 0 && strcmp (use->program, program->code) == 0)
        take_part (program, use->part, said);
    }
}

GArray *
keel_part_work_list_parts (KeelContent *content, const KeelProgram *program, const GPtrArray *progress,
                           const GPtrArray *entries, guint *n_there)
{
  const KeelPartPlace place = keel_part_place_of (program, 1);
  const KeelStructure *first = keel_program_get_structure (program);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_part_progress_free);

  for (guint i = 0; first != NULL && i < first->parts->len; i++)
    g_array_append_val (numbers, ((KeelPart *) g_ptr_array_index (first->parts, i))->number);
  *n_there = numbers->len;
  for (guint i = 0; i < progress->len; i++)
    g_ptr_array_add (said, keel_part_progress_copy (g_ptr_array_index (progress, i)));
  for (guint i = 0; i < entries->len; i++)
    take_entry (content, program, g_ptr_array_index (entries, i), said);
  keel_progress_add_gone (said, program->code, keel_part_place_get_structure (&place), numbers);
  return numbers;
}

static KeelEntry *
find_draft (const GPtrArray *entries)
{
  KeelEntry *found = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      KeelEntry *entry = g_ptr_array_index (entries, i);

      if (entry->state == KEEL_ENTRY_DRAFT && (found == NULL || entry->changed_at > found->changed_at))
        found = entry;
    }
  return found;
}

static gboolean
is_written (const KeelWorksheet *worksheet, const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const KeelEntry *entry = g_ptr_array_index (entries, i);

      if (strcmp (entry->worksheet, worksheet->id) == 0)
        return TRUE;
    }
  return FALSE;
}

KeelPartNext
keel_part_next_find (const GPtrArray *worksheets, const GPtrArray *entries)
{
  KeelPartNext next = { .draft = find_draft (entries) };

  for (guint i = 0; next.draft == NULL && next.worksheet == NULL && i < worksheets->len; i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (worksheets, i);

      if (worksheet->group != KEEL_GROUP_SAFETY && !is_written (worksheet, entries))
        next.worksheet = worksheet;
    }
  return next;
}

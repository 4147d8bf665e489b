#include "keel-program.h"

#include "keel-program-reader.h"

typedef struct
{
  KeelProgram program;
  gatomicrefcount references;
} Counted;

const char *const keel_program_kind_words[] = {
  "twelve-step", "secular", "religious", "family", "dual", "clinical", NULL,
};

const char *const keel_led_by_words[] = {
  [KEEL_LED_BY_UNKNOWN] = "",
  [KEEL_LED_BY_PEERS] = "peers",
  [KEEL_LED_BY_FACILITATORS] = "facilitators",
  [KEEL_LED_BY_LAY_LEADERS] = "lay-leaders",
  [KEEL_LED_BY_CLINICIANS] = "clinicians",
  [KEEL_LED_BY_NOBODY] = "none",
  NULL,
};

const char *const keel_sponsor_words[] = {
  [KEEL_SPONSOR_UNKNOWN] = "",
  [KEEL_SPONSOR_YES] = "yes",
  [KEEL_SPONSOR_OPTIONAL] = "optional",
  [KEEL_SPONSOR_NO] = "no",
  NULL,
};

const char *const keel_spiritual_words[] = {
  [KEEL_SPIRITUAL_UNKNOWN] = "",
  [KEEL_SPIRITUAL_YES] = "yes",
  [KEEL_SPIRITUAL_OPEN] = "open",
  [KEEL_SPIRITUAL_NO] = "no",
  [KEEL_SPIRITUAL_CHRISTIAN] = "christian",
  NULL,
};

const char *const keel_online_words[] = {
  [KEEL_ONLINE_UNKNOWN] = "",
  [KEEL_ONLINE_MANY] = "many",
  [KEEL_ONLINE_SOME] = "some",
  [KEEL_ONLINE_FEW] = "few",
  NULL,
};

const char *const keel_goal_words[] = {
  [KEEL_GOAL_UNKNOWN] = "",
  [KEEL_GOAL_ABSTINENCE] = "abstinence",
  [KEEL_GOAL_ORIENTED] = "oriented",
  [KEEL_GOAL_OWN] = "own",
  [KEEL_GOAL_HEALTH] = "health",
  [KEEL_GOAL_NONE] = "none",
  NULL,
};

const char *const keel_structure_kind_words[] = {
  [KEEL_STRUCTURE_STEPS] = "steps",           [KEEL_STRUCTURE_POINTS] = "points",
  [KEEL_STRUCTURE_STATEMENTS] = "statements", [KEEL_STRUCTURE_PRINCIPLES] = "principles",
  [KEEL_STRUCTURE_DOMAINS] = "domains",       [KEEL_STRUCTURE_GUIDELINES] = "guidelines",
  [KEEL_STRUCTURE_FUNCTIONS] = "functions",   [KEEL_STRUCTURE_TRADITIONS] = "traditions",
  [KEEL_STRUCTURE_LEVELS] = "levels",         NULL,
};

const char *const keel_program_word_keys[] = {
  "not-using", "self", "date", "lapse", "guide", "greater-help", "talk", "member", "meeting", "leader", NULL,
};

static void
free_part (KeelPart *self)
{
  g_free (self->topic);
  g_array_unref (self->uses);
  g_free (self);
}

static void
free_structure (KeelStructure *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static void
free_word (KeelWord *self)
{
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static void
free_mark (KeelMilestone *self)
{
  g_free (self->colour);
  g_free (self->name);
  g_free (self);
}

static void
clear_program (KeelProgram *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->symbol);
  g_free (self->colour);
  g_free (self->milestones);
  g_free (self->for_whom);
  g_free (self->about);
  g_free (self->first_meeting);
  g_free (self->length);
  g_free (self->medicine);
  g_free (self->status);
  g_free (self->evidence);
  g_free (self->area);
  g_ptr_array_unref (self->structures);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->marks);
}

static void
copy_structures (KeelProgram *copy, const KeelProgram *self)
{
  for (guint i = 0; i < self->structures->len; i++)
    {
      const KeelStructure *structure = g_ptr_array_index (self->structures, i);
      KeelStructure *added = keel_program_add_structure (copy, structure->kind);

      for (guint j = 0; j < structure->parts->len; j++)
        {
          const KeelPart *part = g_ptr_array_index (structure->parts, j);
          KeelPart *taken = keel_structure_add_part (added, part->topic);

          taken->number = part->number;
          g_array_append_vals (taken->uses, part->uses->data, part->uses->len);
        }
    }
}

static void
copy_words (KeelProgram *copy, const KeelProgram *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const KeelWord *word = g_ptr_array_index (self->words, i);

      keel_program_set_word (copy, word->key, word->text, word->label);
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      KeelMilestone *mark = g_memdup2 (g_ptr_array_index (self->marks, i), sizeof (KeelMilestone));

      mark->colour = g_strdup (mark->colour);
      mark->name = g_strdup (mark->name);
      g_ptr_array_add (copy->marks, mark);
    }
}

KeelProgram *
keel_program_new_empty (void)
{
  Counted *counted = g_new0 (Counted, 1);
  KeelProgram *self = &counted->program;

  g_atomic_ref_count_init (&counted->references);
  self->structures = g_ptr_array_new_with_free_func ((GDestroyNotify) free_structure);
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) free_word);
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) free_mark);
  return self;
}

KeelProgram *
keel_program_new_own (void)
{
  KeelProgram *self = keel_program_new_empty ();

  self->own = TRUE;
  self->member = TRUE;
  self->family = TRUE;
  self->symbol = g_strdup ("◎");
  self->colour = g_strdup ("#0072B2");
  self->milestones = g_strdup ("generic");
  return self;
}

KeelProgram *
keel_program_copy (const KeelProgram *self)
{
  KeelProgram *copy = keel_program_new_empty ();
  GPtrArray *structures = copy->structures;
  GPtrArray *words = copy->words;
  GPtrArray *marks = copy->marks;

  *copy = *self;
  copy->code = g_strdup (self->code);
  copy->name = g_strdup (self->name);
  copy->short_name = g_strdup (self->short_name);
  copy->symbol = g_strdup (self->symbol);
  copy->colour = g_strdup (self->colour);
  copy->milestones = g_strdup (self->milestones);
  copy->for_whom = g_strdup (self->for_whom);
  copy->about = g_strdup (self->about);
  copy->first_meeting = g_strdup (self->first_meeting);
  copy->length = g_strdup (self->length);
  copy->medicine = g_strdup (self->medicine);
  copy->status = g_strdup (self->status);
  copy->evidence = g_strdup (self->evidence);
  copy->area = g_strdup (self->area);
  copy->structures = structures;
  copy->words = words;
  copy->marks = marks;
  copy_structures (copy, self);
  copy_words (copy, self);
  return copy;
}

KeelProgram *
keel_program_ref (const KeelProgram *self)
{
  Counted *counted = (Counted *) self;

  g_atomic_ref_count_inc (&counted->references);
  return &counted->program;
}

void
keel_program_unref (KeelProgram *self)
{
  Counted *counted = (Counted *) self;

  if (!g_atomic_ref_count_dec (&counted->references))
    return;
  clear_program (self);
  g_free (counted);
}

gboolean
keel_program_equal (const KeelProgram *self, const KeelProgram *other)
{
  g_autofree char *one = keel_program_to_xml (self);
  g_autofree char *two = keel_program_to_xml (other);

  return self->gone == other->gone && g_str_equal (one, two);
}

KeelStructure *
keel_program_add_structure (KeelProgram *self, KeelStructureKind kind)
{
  KeelStructure *structure = g_new0 (KeelStructure, 1);

  structure->kind = kind;
  structure->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_part);
  g_ptr_array_add (self->structures, structure);
  return structure;
}

static guint
find_last_number (const KeelStructure *self)
{
  guint last = 0;

  for (guint i = 0; i < self->parts->len; i++)
    last = MAX (last, ((KeelPart *) g_ptr_array_index (self->parts, i))->number);
  return last;
}

KeelPart *
keel_structure_add_part (KeelStructure *self, const char *topic)
{
  KeelPart *part = g_new0 (KeelPart, 1);

  part->number = find_last_number (self) + 1;
  part->topic = g_strdup (topic);
  part->uses = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->parts, part);
  return part;
}

void
keel_program_set_word (KeelProgram *self, const char *key, const char *text, gboolean label)
{
  const KeelWord *before = keel_program_find_word (self, key);
  KeelWord *word;

  if (before != NULL)
    g_ptr_array_remove (self->words, (gpointer) before);
  if (text == NULL || *text == '\0')
    return;
  word = g_new0 (KeelWord, 1);
  word->key = g_strdup (key);
  word->text = g_strdup (text);
  word->label = label;
  g_ptr_array_add (self->words, word);
}

const KeelStructure *
keel_program_get_structure (const KeelProgram *self)
{
  return self->structures->len > 0 ? g_ptr_array_index (self->structures, 0) : NULL;
}

const KeelStructure *
keel_program_find_structure (const KeelProgram *self, KeelStructureKind kind)
{
  for (guint i = 0; i < self->structures->len; i++)
    {
      const KeelStructure *structure = g_ptr_array_index (self->structures, i);

      if (structure->kind == kind)
        return structure;
    }
  return NULL;
}

const KeelPart *
keel_structure_get_part (const KeelStructure *self, guint position)
{
  return position >= 1 && position <= self->parts->len ? g_ptr_array_index (self->parts, position - 1) : NULL;
}

const KeelPart *
keel_structure_find_part (const KeelStructure *self, guint number, guint *position)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const KeelPart *part = g_ptr_array_index (self->parts, i);

      if (part->number != number)
        continue;
      if (position != NULL)
        *position = i + 1;
      return part;
    }
  return NULL;
}

guint
keel_program_get_last_number (const KeelProgram *self)
{
  guint last = self->last_number;

  for (guint i = 0; i < self->structures->len; i++)
    last = MAX (last, find_last_number (g_ptr_array_index (self->structures, i)));
  return last;
}

const KeelWord *
keel_program_find_word (const KeelProgram *self, const char *key)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const KeelWord *word = g_ptr_array_index (self->words, i);

      if (g_strcmp0 (word->key, key) == 0)
        return word;
    }
  return NULL;
}

#include "keel-progress.h"

#include <string.h>

/* More than any structure has; what a target from elsewhere may not go beyond. */
#define MOST_PARTS 9999

const char *const keel_part_state_words[] = {
  [KEEL_PART_OPEN] = "open",
  [KEEL_PART_WORKING] = "working",
  [KEEL_PART_DONE] = "done",
  NULL,
};

KeelPartProgress *
keel_part_progress_new (const char *program, const char *structure, guint part)
{
  KeelPartProgress *self = g_new0 (KeelPartProgress, 1);

  self->program = g_strdup (program);
  self->structure = g_strdup (structure);
  self->part = part;
  return self;
}

KeelPartProgress *
keel_part_progress_copy (const KeelPartProgress *self)
{
  KeelPartProgress *copy = keel_part_progress_new (self->program, self->structure, self->part);

  copy->state = self->state;
  copy->shared_at = self->shared_at;
  copy->shared_with = g_strdup (self->shared_with);
  copy->note = g_strdup (self->note);
  return copy;
}

void
keel_part_progress_free (KeelPartProgress *self)
{
  g_free (self->program);
  g_free (self->structure);
  g_free (self->shared_with);
  g_free (self->note);
  g_free (self);
}

static char *
dup_text (const char *text)
{
  char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*copy == '\0')
    g_clear_pointer (&copy, g_free);
  return copy;
}

static void
replace_text (char **text, const char *other)
{
  char *copy = dup_text (other);

  g_free (*text);
  *text = copy;
}

void
keel_part_progress_take (KeelPartProgress *self, const KeelPartProgress *other, KeelPartSays which)
{
  if (which & KEEL_PART_SAYS_STATE)
    self->state = other->state;
  if (which & KEEL_PART_SAYS_SHARED)
    {
      self->shared_at = other->shared_at;
      replace_text (&self->shared_with, other->shared_at != 0 ? other->shared_with : NULL);
    }
  if (which & KEEL_PART_SAYS_NOTE)
    replace_text (&self->note, other->note);
}

gboolean
keel_part_progress_says_same (const KeelPartProgress *self, const KeelPartProgress *other, KeelPartSays which)
{
  if ((which & KEEL_PART_SAYS_STATE) && self->state != other->state)
    return FALSE;
  if ((which & KEEL_PART_SAYS_SHARED) &&
      (self->shared_at != other->shared_at || g_strcmp0 (self->shared_with, other->shared_with) != 0))
    return FALSE;
  return !(which & KEEL_PART_SAYS_NOTE) || g_strcmp0 (self->note, other->note) == 0;
}

gboolean
keel_part_progress_is_empty (const KeelPartProgress *self)
{
  return self->state == KEEL_PART_OPEN && self->shared_at == 0 && self->note == NULL;
}

static gboolean
is_of (const KeelPartProgress *self, const char *program, const char *structure)
{
  return strcmp (self->program, program) == 0 && strcmp (self->structure, structure) == 0;
}

const KeelPartProgress *
keel_progress_find (const GPtrArray *all, const char *program, const char *structure, guint part)
{
  for (guint i = 0; i < all->len; i++)
    {
      const KeelPartProgress *one = g_ptr_array_index (all, i);

      if (one->part == part && is_of (one, program, structure))
        return one;
    }
  return NULL;
}

KeelPartState
keel_progress_get_state (const GPtrArray *all, const char *program, const char *structure, guint part)
{
  const KeelPartProgress *one = keel_progress_find (all, program, structure, part);

  return one != NULL ? one->state : KEEL_PART_OPEN;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static gboolean
has_number (const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

void
keel_progress_add_gone (const GPtrArray *all, const char *program, const char *structure, GArray *numbers)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < all->len; i++)
    {
      const KeelPartProgress *one = g_ptr_array_index (all, i);

      if (is_of (one, program, structure) && !keel_part_progress_is_empty (one) &&
          !has_number (numbers, one->part) && !has_number (gone, one->part))
        g_array_append_val (gone, one->part);
    }
  g_array_sort (gone, compare_numbers);
  g_array_append_vals (numbers, gone->data, gone->len);
}

guint
keel_progress_find_place (const GPtrArray *all, const char *program, const char *structure,
                          const GArray *numbers, gboolean *offered)
{
  guint first_open = 0;

  *offered = FALSE;
  for (guint i = 0; i < numbers->len; i++)
    {
      guint part = g_array_index (numbers, guint, i);
      KeelPartState state = keel_progress_get_state (all, program, structure, part);

      if (state == KEEL_PART_WORKING)
        return part;
      if (state == KEEL_PART_OPEN && first_open == 0)
        first_open = part;
    }
  *offered = first_open != 0;
  return first_open;
}

char *
keel_part_target_format (const char *program, const char *structure, guint part)
{
  if (structure == NULL)
    return g_strdup_printf ("%s/%u", program, part);
  return g_strdup_printf ("%s/%s/%u", program, structure, part);
}

gboolean
keel_part_target_parse (const char *target, char **program, char **structure, guint *part)
{
  g_auto (GStrv) words = g_strsplit (target, "/", -1);
  guint n_words = g_strv_length (words);
  guint64 number;

  if (n_words < 2 || n_words > 3 || *words[0] == '\0' || *words[1] == '\0')
    return FALSE;
  if (!g_ascii_string_to_unsigned (words[n_words - 1], 10, 1, MOST_PARTS, &number, NULL))
    return FALSE;
  *program = g_strdup (words[0]);
  *structure = n_words == 3 ? g_strdup (words[1]) : NULL;
  *part = (guint) number;
  return TRUE;
}

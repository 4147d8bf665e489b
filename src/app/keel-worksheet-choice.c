#include "keel-worksheet-choice.h"

#define NO_PROGRAM "none"
#define NOON (12 * 60)
#define EVENING (17 * 60)

/* What a program that has no beginnings of its own shows first. */
#define MOST_BEGINNINGS 3
/* An urge waits for nobody to look for its worksheet: it stands with what keeps someone safe. */
#define URGE_LOG "w07"
/* Whoever follows no program is asked how they are before all else. */
#define FIRST_DAILY "w46"
/* What it uses is for everybody who has to do with two illnesses. */
#define DUAL_PROGRAM "dra"

KeelPageGroups
keel_worksheet_choice_get_pages (KeelPageGroups pages, const GPtrArray *programs)
{
  KeelPageGroups all = pages;

  for (guint i = 0; i < programs->len; i++)
    {
      const KeelProgram *program = g_ptr_array_index (programs, i);
      KeelPageGroups groups = (program->member ? KEEL_PAGES_MEMBER : 0) |
                              (program->family ? KEEL_PAGES_FAMILY : 0);

      if ((groups & pages) == 0)
        all |= groups;
    }
  return all;
}

gboolean
keel_worksheet_choice_suits (const KeelWorksheet *worksheet, KeelPageGroups pages)
{
  /* What keeps members safe speaks to them: families have theirs. */
  return keel_worksheet_is_own (worksheet->id) ||
         (worksheet->group == KEEL_GROUP_SAFETY && pages != KEEL_PAGES_FAMILY) ||
         (worksheet->member && (pages & KEEL_PAGES_MEMBER) != 0) ||
         (worksheet->family && (pages & KEEL_PAGES_FAMILY) != 0);
}

gboolean
keel_worksheet_choice_is_used (const KeelWorksheet *worksheet, const GPtrArray *programs)
{
  if (keel_worksheet_is_own (worksheet->id))
    return TRUE;
  for (guint i = 0; i < programs->len; i++)
    {
      const KeelProgram *program = g_ptr_array_index (programs, i);

      if (keel_worksheet_is_used_by (worksheet, program->code, 0) ||
          ((program->kinds & KEEL_PROGRAM_DUAL) != 0 &&
           keel_worksheet_is_used_by (worksheet, DUAL_PROGRAM, 0)))
        return TRUE;
    }
  return programs->len == 0 && keel_worksheet_is_used_by (worksheet, NO_PROGRAM, 0);
}

/* 1 to 3; 0: it is none of those that the program begins with. */
static guint
get_begin (const KeelWorksheet *worksheet, const char *program)
{
  for (guint i = 0; i < worksheet->uses->len; i++)
    {
      const KeelUse *use = g_ptr_array_index (worksheet->uses, i);

      if (use->begin > 0 && g_str_equal (use->program, program))
        return use->begin;
    }
  return 0;
}

static int
compare_begin (gconstpointer a, gconstpointer b, gpointer program)
{
  return (int) get_begin (*(const KeelWorksheet *const *) a, program) -
         (int) get_begin (*(const KeelWorksheet *const *) b, program);
}

static gboolean
is_for_safety (const KeelWorksheet *worksheet)
{
  return worksheet->group == KEEL_GROUP_SAFETY || g_str_equal (worksheet->id, URGE_LOG);
}

/* It has a heading of its own below those of the programs. */
static gboolean
stands_below (const KeelWorksheet *worksheet)
{
  return worksheet->daily || is_for_safety (worksheet) || keel_worksheet_is_own (worksheet->id);
}

GPtrArray *
keel_worksheet_choice_rest (const GPtrArray *all, KeelPageGroups pages, const char *program,
                            GHashTable *taken)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      KeelWorksheet *worksheet = g_ptr_array_index (all, i);

      if (keel_worksheet_choice_suits (worksheet, pages) && !stands_below (worksheet) &&
          keel_worksheet_is_used_by (worksheet, program, 0) && !g_hash_table_contains (taken, worksheet))
        g_ptr_array_add (chosen, worksheet);
    }
  return chosen;
}

GPtrArray *
keel_worksheet_choice_begin (const GPtrArray *all, KeelPageGroups pages, const char *program,
                             GHashTable *taken)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      KeelWorksheet *worksheet = g_ptr_array_index (all, i);

      if (keel_worksheet_choice_suits (worksheet, pages) && get_begin (worksheet, program) > 0 &&
          !g_hash_table_contains (taken, worksheet))
        g_ptr_array_add (chosen, worksheet);
    }
  if (chosen->len == 0)
    {
      g_ptr_array_unref (chosen);
      chosen = keel_worksheet_choice_rest (all, pages, program, taken);
      g_ptr_array_set_size (chosen, MIN (chosen->len, MOST_BEGINNINGS));
    }
  else
    g_ptr_array_sort_with_data (chosen, compare_begin, (gpointer) program);
  for (guint i = 0; i < chosen->len; i++)
    g_hash_table_add (taken, g_ptr_array_index (chosen, i));
  return g_steal_pointer (&chosen);
}

GPtrArray *
keel_worksheet_choice_safety (const GPtrArray *all, KeelPageGroups pages)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      KeelWorksheet *worksheet = g_ptr_array_index (all, i);

      if (is_for_safety (worksheet) && keel_worksheet_choice_suits (worksheet, pages))
        g_ptr_array_add (chosen, worksheet);
    }
  return chosen;
}

GPtrArray *
keel_worksheet_choice_group (const GPtrArray *all, KeelPageGroups pages, KeelWorksheetGroup group)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      KeelWorksheet *worksheet = g_ptr_array_index (all, i);

      if (worksheet->group == group && keel_worksheet_choice_suits (worksheet, pages))
        g_ptr_array_add (chosen, worksheet);
    }
  return chosen;
}

/* The smaller, the sooner. */
static int
get_rank (const KeelWorksheet *worksheet, int minute)
{
  /* Before noon, after it, and in the evening. */
  static const int ranks[][3] = {
    { [KEEL_WORKSHEET_MORNING] = 0, [KEEL_WORKSHEET_ANYTIME] = 1, [KEEL_WORKSHEET_EVENING] = 2 },
    { [KEEL_WORKSHEET_MORNING] = 1, [KEEL_WORKSHEET_ANYTIME] = 0, [KEEL_WORKSHEET_EVENING] = 2 },
    { [KEEL_WORKSHEET_MORNING] = 2, [KEEL_WORKSHEET_ANYTIME] = 1, [KEEL_WORKSHEET_EVENING] = 0 },
  };

  return ranks[(minute >= NOON) + (minute >= EVENING)][worksheet->time];
}

static int
compare_daily (gconstpointer a, gconstpointer b, gpointer minute)
{
  const KeelWorksheet *one = *(const KeelWorksheet *const *) a;
  const KeelWorksheet *other = *(const KeelWorksheet *const *) b;
  int by_rank = get_rank (one, GPOINTER_TO_INT (minute)) - get_rank (other, GPOINTER_TO_INT (minute));

  return by_rank != 0 ? by_rank : one->order - other->order;
}

static void
put_first (GPtrArray *worksheets, const char *id)
{
  for (guint i = 0; i < worksheets->len; i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (worksheets, i);

      if (g_str_equal (worksheet->id, id))
        {
          g_ptr_array_insert (worksheets, 0, g_ptr_array_steal_index (worksheets, i));
          return;
        }
    }
}

GPtrArray *
keel_worksheet_choice_daily (const GPtrArray *all, KeelPageGroups pages, const GPtrArray *programs,
                             int minute)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      KeelWorksheet *worksheet = g_ptr_array_index (all, i);

      if (worksheet->daily && keel_worksheet_choice_suits (worksheet, pages) &&
          keel_worksheet_choice_is_used (worksheet, programs))
        g_ptr_array_add (chosen, worksheet);
    }
  g_ptr_array_sort_with_data (chosen, compare_daily, GINT_TO_POINTER (minute));
  if (programs->len == 0)
    put_first (chosen, FIRST_DAILY);
  return chosen;
}

/* What belongs to a part of a program, and what can be written next for it. */

#include "content/keel-part-work.h"
#include "core/keel-progress.h"

#include <string.h>

static KeelContent *content;

static KeelPartPlace
get_place (const char *target)
{
  KeelPartPlace place = { 0 };

  g_assert_true (keel_part_place_parse (content, target, &place));
  return place;
}

static void
test_targets (void)
{
  static const struct
  {
    const char *target;
    const char *words; /* of which it begins; NULL: it is none */
  } rows[] = {
    { "aa/4", "Step 4 · " },
    { "aa/12", "Step 12 · " },
    { "aa/traditions/4", "Tradition 4 · " },
    { "smart/2", "Point 2 · " },
    { "aa/40", "Step 40" }, /* the structure has no such part (any more) */
    { "nobody/1", NULL },
    { "aa/nothings/1", NULL },
    { "aa/0", NULL },
    { "none/1", NULL }, /* a program without a structure */
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KeelPartPlace place = { 0 };
      gboolean is_part = keel_part_place_parse (content, rows[i].target, &place);
      g_autofree char *words = is_part ? keel_part_place_describe (&place) : NULL;
      g_autofree char *again = is_part ? keel_part_place_format (&place) : NULL;

      g_test_message ("%s: %s", rows[i].target, words);
      g_assert_cmpint (is_part, ==, rows[i].words != NULL);
      if (!is_part)
        continue;
      g_assert_true (g_str_has_prefix (words, rows[i].words));
      g_assert_cmpstr (again, ==, rows[i].target);
    }
}

/* The ids, with a space between. */
static char *
list_worksheets (const char *target)
{
  const KeelPartPlace place = get_place (target);
  g_autoptr (GPtrArray) found = keel_part_place_find_worksheets (&place, content);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((KeelWorksheet *) found->pdata[i])->id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_worksheets (void)
{
  g_autofree char *four = list_worksheets ("aa/4");
  g_autofree char *one = list_worksheets ("aa/1");
  g_autofree char *two = list_worksheets ("aa/2");
  g_autofree char *tradition = list_worksheets ("aa/traditions/4");

  g_assert_cmpstr (four, ==, "w01 w02 w03 w04");
  g_assert_cmpstr (one, ==, "w51 w30"); /* one begins with the second */
  g_assert_cmpstr (two, ==, "");        /* what is for all of the program belongs to no part of it */
  g_assert_cmpstr (tradition, ==, "");  /* worksheets count in the first structure */
}

/* Nothing of what is quiet is spoken of. */
static void
test_quiet (void)
{
  const GPtrArray *all = keel_content_get_worksheets (content);

  for (guint i = 0; i < all->len; i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (all, i);

      for (guint j = 0; worksheet->quiet && j < worksheet->uses->len; j++)
        {
          const KeelUse *use = g_ptr_array_index (worksheet->uses, j);
          g_autofree char *target = keel_part_target_format (use->program, NULL, MAX (use->part, 1));
          KeelPartPlace place;
          g_autofree char *ids = NULL;

          if (!keel_part_place_parse (content, target, &place))
            continue;
          ids = list_worksheets (target);
          g_assert_null (strstr (ids, worksheet->id));
        }
    }
}

static KeelEntry *
make_entry (const char *worksheet, KeelEntryState state, gint64 changed_at)
{
  KeelEntry *entry = keel_entry_new (worksheet, worksheet, worksheet);

  entry->state = state;
  entry->changed_at = changed_at;
  return entry;
}

static void
test_owns (void)
{
  static const struct
  {
    const char *worksheet;
    KeelEntryLink link;
    const char *target;
    const char *part;
    gboolean owns;
  } rows[] = {
    { "w01", KEEL_ENTRY_LINK_PART, "aa/4", "aa/4", TRUE },
    { "w01", KEEL_ENTRY_LINK_PART, "aa/4", "na/4", FALSE },
    { "w01", KEEL_ENTRY_LINK_PART, "aa/5", "aa/4", FALSE },
    { "w13", KEEL_ENTRY_LINK_PART, "aa/4", "aa/4", TRUE }, /* whichever worksheet it is */
    { "gone", KEEL_ENTRY_LINK_PART, "aa/4", "aa/4", TRUE },
    { "w01", KEEL_ENTRY_LINK_NONE, NULL, "aa/4", TRUE }, /* by what it is for */
    { "w01", KEEL_ENTRY_LINK_NONE, NULL, "aa/1", FALSE },
    { "w01", KEEL_ENTRY_LINK_NONE, NULL, "aa/traditions/4", FALSE },
    { "w47", KEEL_ENTRY_LINK_NONE, NULL, "aa/1", FALSE }, /* for all of the program, and so for no part */
    { "gone", KEEL_ENTRY_LINK_NONE, NULL, "aa/4", FALSE },
    { "w01", KEEL_ENTRY_LINK_SERIES, "aa/4", "aa/4", FALSE }, /* it belongs elsewhere */
    { "w01", KEEL_ENTRY_LINK_PART, "aa/traditions/4", "aa/traditions/4", TRUE },
    { "w01", KEEL_ENTRY_LINK_PART, "aa/4", "aa/traditions/4", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelEntry) entry = make_entry (rows[i].worksheet, KEEL_ENTRY_DRAFT, 1);
      const KeelPartPlace place = get_place (rows[i].part);

      entry->link = rows[i].link;
      entry->target = g_strdup (rows[i].target);
      g_test_message ("%s %s of %s", rows[i].worksheet, rows[i].target, rows[i].part);
      g_assert_cmpint (keel_part_place_owns (&place, entry,
                                             keel_content_find_worksheet (content, rows[i].worksheet)),
                       ==, rows[i].owns);
    }
}

/* Entries as "w01d5": the worksheet, draft, finished or revisited, and when it was changed. */
static GPtrArray *
make_entries (const char *text)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (gsize i = 0; *text != '\0' && words[i] != NULL; i++)
    {
      g_autofree char *worksheet = g_strndup (words[i], 3);
      KeelEntryState state = words[i][3] == 'd'   ? KEEL_ENTRY_DRAFT
                             : words[i][3] == 'f' ? KEEL_ENTRY_FINISHED
                                                  : KEEL_ENTRY_REVISITED;

      g_ptr_array_add (entries, make_entry (worksheet, state, words[i][4] - '0'));
    }
  return entries;
}

static void
test_next (void)
{
  static const struct
  {
    const char *entries;
    const char *draft;     /* its worksheet */
    const char *worksheet; /* the next one */
  } rows[] = {
    { "", NULL, "w01" },
    { "w01f1", NULL, "w02" },
    { "w02f1", NULL, "w01" },
    { "w01f1 w02r2", NULL, NULL }, /* all are written: nothing is pressed on anyone */
    { "w01d1", "w01", NULL },      /* a draft comes first */
    { "w01d1 w02d3", "w02", NULL },
    { "w02d1 w01d3", "w01", NULL },
    { "w01f9 w02d3", "w02", NULL },
    { "w13d3", "w13", NULL }, /* also one of another worksheet that was linked */
    { "w13f3", NULL, "w01" },
  };
  g_autoptr (GPtrArray) worksheets = g_ptr_array_new ();

  g_ptr_array_add (worksheets, (gpointer) keel_content_find_worksheet (content, "w01"));
  g_ptr_array_add (worksheets, (gpointer) keel_content_find_worksheet (content, "w02"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) entries = make_entries (rows[i].entries);
      KeelPartNext next = keel_part_next_find (worksheets, entries);

      g_test_message ("%s", rows[i].entries);
      g_assert_cmpstr (next.draft != NULL ? next.draft->worksheet : NULL, ==, rows[i].draft);
      g_assert_cmpstr (next.worksheet != NULL ? next.worksheet->id : NULL, ==, rows[i].worksheet);
    }
}

/* "After a lapse" is for the first step of some programs; nobody is led there who has not asked for it. */
static void
test_next_safety (void)
{
  const KeelPartPlace place = get_place ("aa/1");
  g_autoptr (GPtrArray) worksheets = keel_part_place_find_worksheets (&place, content);
  g_autoptr (GPtrArray) none = make_entries ("");
  g_autoptr (GPtrArray) reasons = make_entries ("w51f1");
  g_autoptr (GPtrArray) lapse = make_entries ("w51f1 w30d2");

  g_assert_cmpstr (keel_part_next_find (worksheets, none).worksheet->id, ==, "w51");
  g_assert_null (keel_part_next_find (worksheets, reasons).worksheet);
  g_assert_cmpstr (keel_part_next_find (worksheets, lapse).draft->worksheet, ==, "w30");
}

/* A program of the person's own with the parts "B2 A1": a topic of one letter, and its number. Transfer full.
 */
static KeelProgram *
make_own (const char *parts, KeelStructureKind kind)
{
  KeelProgram *program = keel_program_new_own ();
  g_auto (GStrv) words = g_strsplit (parts, " ", -1);
  KeelStructure *structure = *parts != '\0' ? keel_program_add_structure (program, kind) : NULL;

  program->code = g_strdup ("own-circle");
  program->name = g_strdup ("Circle");
  program->short_name = g_strdup ("Circle");
  for (guint i = 0; structure != NULL && words[i] != NULL; i++)
    {
      g_autofree char *topic = g_strndup (words[i], 1);

      keel_structure_add_part (structure, topic)->number = (guint) (words[i][1] - '0');
    }
  return program;
}

static void
set_own (KeelProgram *program)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_program_unref);

  g_ptr_array_add (own, program);
  keel_content_set_own_programs (content, own);
}

/* What was said and written of part 2, before and after the parts are moved, called otherwise or taken out.
 */
static void
test_own (void)
{
  static const struct
  {
    const char *parts;
    KeelStructureKind kind;
    const char *two; /* what part 2 is then */
    const char *listed;
    guint n_there;
  } rows[] = {
    { "A1 B2 C3", KEEL_STRUCTURE_STEPS, "Step 2 · B", "1 2 3", 3 },
    { "B2 A1 C3", KEEL_STRUCTURE_STEPS, "Step 1 · B", "2 1 3", 3 },
    { "A1 D4 B2 C3", KEEL_STRUCTURE_STEPS, "Step 3 · B", "1 4 2 3", 4 },
    { "A1 C3 B2", KEEL_STRUCTURE_POINTS, "Point 3 · B", "1 3 2", 3 },
    { "A1 C3", KEEL_STRUCTURE_STEPS, "A part that is no longer there", "1 3 2", 2 },
    { "C3", KEEL_STRUCTURE_STEPS, "A part that is no longer there", "3 1 2", 1 },
    { "", KEEL_STRUCTURE_STEPS, "A part that is no longer there", "1 2", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KeelProgram *program = make_own (rows[i].parts, rows[i].kind);
      g_autoptr (GPtrArray) progress = g_ptr_array_new_with_free_func (
          (GDestroyNotify) keel_part_progress_free);
      g_autoptr (GPtrArray) entries = make_entries ("w13d1");
      g_autoptr (GArray) numbers = NULL;
      g_autoptr (GString) listed = g_string_new (NULL);
      g_autofree char *two = NULL, *again = NULL;
      KeelEntry *entry = entries->pdata[0];
      KeelPartPlace place;
      guint n_there;

      g_test_message ("%s", rows[i].parts);
      set_own (program);
      entry->link = KEEL_ENTRY_LINK_PART;
      entry->target = g_strdup ("own-circle/2");
      place = get_place (entry->target);
      two = keel_part_place_describe (&place);
      again = keel_part_place_format (&place);
      g_assert_cmpstr (two, ==, rows[i].two);
      g_assert_cmpstr (again, ==, entry->target);
      g_assert_true (keel_part_place_owns (&place, entry, NULL));

      /* It is kept by the same word, whatever the parts are called. */
      g_ptr_array_add (progress,
                       keel_part_progress_new ("own-circle", keel_part_place_get_structure (&place), 1));
      ((KeelPartProgress *) progress->pdata[0])->state = KEEL_PART_DONE;
      g_assert_cmpstr (keel_part_place_get_structure (&place), ==, "parts");
      numbers = keel_part_work_list_parts (content, program, progress, entries, &n_there);
      for (guint j = 0; j < numbers->len; j++)
        g_string_append_printf (listed, "%s%u", j > 0 ? " " : "", g_array_index (numbers, guint, j));
      g_assert_cmpstr (listed->str, ==, rows[i].listed);
      g_assert_cmpuint (n_there, ==, rows[i].n_there);
    }
  keel_content_set_own_programs (content, NULL);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  content = keel_content_new ();
  g_test_add_func ("/part-work/targets", test_targets);
  g_test_add_func ("/part-work/worksheets", test_worksheets);
  g_test_add_func ("/part-work/quiet", test_quiet);
  g_test_add_func ("/part-work/owns", test_owns);
  g_test_add_func ("/part-work/next", test_next);
  g_test_add_func ("/part-work/own", test_own);
  g_test_add_func ("/part-work/next-safety", test_next_safety);
  result = g_test_run ();
  g_assert_finalize_object (content);
  return result;
}

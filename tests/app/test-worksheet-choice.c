/* Which worksheets are offered, in which order, for whose pages and which programs: rule by rule. */

#include <string.h>

#include "app/keel-worksheet-choice.h"

typedef struct
{
  const char *id;
  const char *head;
  const char *uses;
} Sheet;

static const Sheet sheets[] = {
  { "w1", "order='1' pages='member' group='steps'", "<use program='aa' part='4' begin='2'/>" },
  { "w2", "order='2' pages='member' group='steps'", "<use program='aa' begin='1'/>" },
  { "w3", "order='3' pages='family' group='family'", "<use program='aa' begin='3'/>" },
  { "w4", "order='4' pages='both' group='plans'", "<use program='aa'/><use program='none'/>" },
  { "w5", "order='5' pages='member' group='safety'", "<use program='smart'/>" },
  { "own-a", "order='1000' pages='family' group='general'", "" },
  { "m", "order='8' pages='both' group='daily' daily='yes' time='morning'", "<use program='aa'/>" },
  { "e", "order='6' pages='both' group='daily' daily='yes' time='evening'", "<use program='aa'/>" },
  { "a1", "order='9' pages='both' group='daily' daily='yes'", "<use program='aa'/><use program='none'/>" },
  { "a2", "order='7' pages='member' group='daily' daily='yes'", "<use program='aa'/>" },
  { "w46", "order='46' pages='both' group='daily' daily='yes'", "<use program='none'/>" },
  { "d", "order='25' pages='member' group='daily' daily='yes'", "<use program='dra'/>" },
  { "w07", "order='70' pages='member' group='urges'", "<use program='lifering'/>" },
  { "p1", "order='71' pages='member' group='thoughts'", "<use program='sos'/>" },
  { "p2", "order='72' pages='member' group='thoughts'", "<use program='sos'/>" },
  { "p3", "order='73' pages='member' group='thoughts'", "<use program='sos'/>" },
  { "p4", "order='74' pages='member' group='thoughts'", "<use program='sos'/>" },
};

static KeelWorksheet *
make_sheet (const Sheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = g_strdup_printf ("<worksheet id='%s' %s><name>%s</name>%s<section>"
                                          "<field id='a' type='text'><label>What?</label></field>"
                                          "</section></worksheet>",
                                          sheet->id, sheet->head, sheet->id, sheet->uses);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  KeelWorksheet *made = keel_worksheet_new_from_xml (bytes, &error);

  g_assert_no_error (error);
  return made;
}

static GPtrArray *
make_sheets (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_worksheet_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    g_ptr_array_add (all, make_sheet (&sheets[i]));
  return all;
}

static GPtrArray *
begin (const GPtrArray *all, KeelPageGroups pages, const char *program)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  return keel_worksheet_choice_begin (all, pages, program, taken);
}

static GPtrArray *
rest (const GPtrArray *all, KeelPageGroups pages, const char *program)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  g_ptr_array_unref (keel_worksheet_choice_begin (all, pages, program, taken));
  return keel_worksheet_choice_rest (all, pages, program, taken);
}

/* @chosen is taken. */
static void
check (GPtrArray *chosen, const char *ids)
{
  g_autoptr (GPtrArray) taken = chosen;
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < taken->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", ((KeelWorksheet *) taken->pdata[i])->id);
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_pages (void)
{
  static const struct
  {
    KeelPageGroups pages;
    const char *begin, *rest;
  } rows[] = {
    { KEEL_PAGES_MEMBER, "w2 w1", "w4" },
    { KEEL_PAGES_FAMILY, "w3", "w4" },
    { KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY, "w2 w1 w3", "w4" },
  };
  g_autoptr (GPtrArray) all = make_sheets ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      check (begin (all, rows[i].pages, "aa"), rows[i].begin);
      check (rest (all, rows[i].pages, "aa"), rows[i].rest);
    }
}

/* A program of families on a member's pages, and one of members on those of families, are offered what they
 * begin with; one for both changes nothing. */
static void
test_programs_pages (void)
{
  static const struct
  {
    KeelPageGroups pages;
    gboolean member, family;
    KeelPageGroups found;
    const char *begin; /* of "aa", whose third is for families */
  } rows[] = {
    { KEEL_PAGES_MEMBER, FALSE, TRUE, KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY, "w2 w1 w3" },
    { KEEL_PAGES_FAMILY, TRUE, FALSE, KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY, "w2 w1 w3" },
    { KEEL_PAGES_MEMBER, TRUE, FALSE, KEEL_PAGES_MEMBER, "w2 w1" },
    { KEEL_PAGES_MEMBER, TRUE, TRUE, KEEL_PAGES_MEMBER, "w2 w1" },
    { KEEL_PAGES_FAMILY, TRUE, TRUE, KEEL_PAGES_FAMILY, "w3" },
  };
  g_autoptr (GPtrArray) all = make_sheets ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KeelProgram program = { .code = (char *) "aa", .member = rows[i].member, .family = rows[i].family };
      g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
      KeelPageGroups pages;

      g_ptr_array_add (chosen, &program);
      pages = keel_worksheet_choice_get_pages (rows[i].pages, chosen);
      g_assert_cmpint (pages, ==, rows[i].found);
      check (begin (all, pages, "aa"), rows[i].begin);
    }
  g_assert_cmpint (keel_worksheet_choice_get_pages (KEEL_PAGES_FAMILY, none), ==, KEEL_PAGES_FAMILY);
}

/* Without beginnings, three of the rest; and what stands above is in none of both. */
static void
test_taken (void)
{
  g_autoptr (GPtrArray) all = make_sheets ();
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  check (begin (all, KEEL_PAGES_MEMBER, "none"), "w4");
  check (begin (all, KEEL_PAGES_MEMBER, "sos"), "p1 p2 p3");
  check (rest (all, KEEL_PAGES_MEMBER, "sos"), "p4");
  check (keel_worksheet_choice_begin (all, KEEL_PAGES_MEMBER, "sos", taken), "p1 p2 p3");
  check (keel_worksheet_choice_begin (all, KEEL_PAGES_MEMBER, "sos", taken), "p4");
  check (keel_worksheet_choice_begin (all, KEEL_PAGES_MEMBER, "sos", taken), "");
  check (keel_worksheet_choice_rest (all, KEEL_PAGES_MEMBER, "sos", taken), "");
}

/* The log of urges is for everybody with members' pages, whatever program. */
static void
test_safety (void)
{
  g_autoptr (GPtrArray) all = make_sheets ();

  check (keel_worksheet_choice_safety (all, KEEL_PAGES_MEMBER), "w5 w07");
  check (keel_worksheet_choice_safety (all, KEEL_PAGES_FAMILY), "");
  check (keel_worksheet_choice_safety (all, KEEL_PAGES_FAMILY | KEEL_PAGES_MEMBER), "w5 w07");
  check (rest (all, KEEL_PAGES_MEMBER, "lifering"), "");
}

/* The check for two illnesses is of programs of that kind; without a program one is asked how one is. */
static void
test_dual (void)
{
  g_autoptr (GPtrArray) all = make_sheets ();
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  KeelProgram program = { .code = (char *) "own-p", .kinds = KEEL_PROGRAM_DUAL };

  check (keel_worksheet_choice_daily (all, KEEL_PAGES_MEMBER, chosen, 8 * 60), "w46 a1");
  g_ptr_array_add (chosen, &program);
  check (keel_worksheet_choice_daily (all, KEEL_PAGES_MEMBER, chosen, 8 * 60), "d");
  program.kinds = KEEL_PROGRAM_SECULAR;
  check (keel_worksheet_choice_daily (all, KEEL_PAGES_MEMBER, chosen, 8 * 60), "");
}

/* What keeps someone safe, and what the person made, is for all pages. */
static void
test_groups (void)
{
  static const struct
  {
    KeelWorksheetGroup group;
    KeelPageGroups pages;
    const char *ids;
  } rows[] = {
    { KEEL_GROUP_STEPS, KEEL_PAGES_MEMBER, "w1 w2" },   { KEEL_GROUP_STEPS, KEEL_PAGES_FAMILY, "" },
    { KEEL_GROUP_FAMILY, KEEL_PAGES_MEMBER, "" },       { KEEL_GROUP_FAMILY, KEEL_PAGES_FAMILY, "w3" },
    { KEEL_GROUP_SAFETY, KEEL_PAGES_FAMILY, "" },       { KEEL_GROUP_SAFETY, KEEL_PAGES_MEMBER, "w5" },
    { KEEL_GROUP_GENERAL, KEEL_PAGES_MEMBER, "own-a" }, { KEEL_GROUP_PLANS, KEEL_PAGES_FAMILY, "w4" },
  };
  g_autoptr (GPtrArray) all = make_sheets ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check (keel_worksheet_choice_group (all, rows[i].pages, rows[i].group), rows[i].ids);
}

/* Without any program those of "none" count; the time of the day says what comes first. */
static void
test_daily (void)
{
  static const struct
  {
    int hour;
    KeelPageGroups pages;
    const char *program; /* NULL: none is chosen */
    const char *ids;
  } rows[] = {
    { 0, KEEL_PAGES_MEMBER, "aa", "m a2 a1 e" },  { 11, KEEL_PAGES_MEMBER, "aa", "m a2 a1 e" },
    { 12, KEEL_PAGES_MEMBER, "aa", "a2 a1 m e" }, { 16, KEEL_PAGES_MEMBER, "aa", "a2 a1 m e" },
    { 17, KEEL_PAGES_MEMBER, "aa", "e a2 a1 m" }, { 23, KEEL_PAGES_FAMILY, "aa", "e a1 m" },
    { 8, KEEL_PAGES_MEMBER, NULL, "w46 a1" },     { 8, KEEL_PAGES_MEMBER, "smart", "" },
  };
  g_autoptr (GPtrArray) all = make_sheets ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KeelProgram program = { .code = (char *) rows[i].program };
      g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

      if (rows[i].program != NULL)
        g_ptr_array_add (chosen, &program);
      check (keel_worksheet_choice_daily (all, rows[i].pages, chosen, rows[i].hour * 60), rows[i].ids);
    }
}

static void
test_used (void)
{
  static const struct
  {
    guint sheet;
    const char *program;
    gboolean used;
  } rows[] = {
    { 0, "aa", TRUE }, { 0, NULL, FALSE }, { 0, "smart", FALSE },
    { 3, NULL, TRUE }, { 4, "aa", FALSE }, { 5, "smart", TRUE }, /* one's own is of all of them */
  };
  g_autoptr (GPtrArray) all = make_sheets ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KeelProgram program = { .code = (char *) rows[i].program };
      g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

      if (rows[i].program != NULL)
        g_ptr_array_add (chosen, &program);
      g_assert_cmpint (keel_worksheet_choice_is_used (all->pdata[rows[i].sheet], chosen), ==, rows[i].used);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/worksheet-choice/pages", test_pages);
  g_test_add_func ("/app/worksheet-choice/programs-pages", test_programs_pages);
  g_test_add_func ("/app/worksheet-choice/taken", test_taken);
  g_test_add_func ("/app/worksheet-choice/safety", test_safety);
  g_test_add_func ("/app/worksheet-choice/dual", test_dual);
  g_test_add_func ("/app/worksheet-choice/groups", test_groups);
  g_test_add_func ("/app/worksheet-choice/daily", test_daily);
  g_test_add_func ("/app/worksheet-choice/used", test_used);
  return g_test_run ();
}

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
    { KEEL_PAGES_MEMBER, "w2 w1", "w4 m e a1 a2" },
    { KEEL_PAGES_FAMILY, "w3", "w4 m e a1" },
    { KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY, "w2 w1 w3", "w4 m e a1 a2" },
  };
  g_autoptr (GPtrArray) all = make_sheets ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      check (keel_worksheet_choice_begin (all, rows[i].pages, "aa"), rows[i].begin);
      check (keel_worksheet_choice_rest (all, rows[i].pages, "aa"), rows[i].rest);
    }
  check (keel_worksheet_choice_begin (all, KEEL_PAGES_MEMBER, "none"), "");
  check (keel_worksheet_choice_rest (all, KEEL_PAGES_MEMBER, "none"), "w4 a1");
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
    { KEEL_GROUP_SAFETY, KEEL_PAGES_FAMILY, "w5" },     { KEEL_GROUP_SAFETY, KEEL_PAGES_MEMBER, "w5" },
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
    { 8, KEEL_PAGES_MEMBER, NULL, "a1" },         { 8, KEEL_PAGES_MEMBER, "smart", "" },
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
  g_test_add_func ("/app/worksheet-choice/groups", test_groups);
  g_test_add_func ("/app/worksheet-choice/daily", test_daily);
  g_test_add_func ("/app/worksheet-choice/used", test_used);
  return g_test_run ();
}

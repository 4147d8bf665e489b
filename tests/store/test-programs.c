/* Programs of a person's own, and which of all they chose: kept, changed, taken away and brought back; what
 * was written for one that is gone keeps its name; what is damaged is left out alone. */

#include "keel-journal-fixture.h"
#include "store/keel-journal-programs.h"

#include <sqlite3.h>
#include <string.h>

static KeelProgramChoice *
get (KeelJournalFixture *fixture)
{
  GError *error = NULL;
  KeelProgramChoice *choice = keel_journal_get_programs (fixture->journal, &error);

  g_assert_no_error (error);
  return choice;
}

/* "a b!" for A, and B, which is gone. */
static void
assert_own (KeelJournalFixture *fixture, const char *expected)
{
  g_autoptr (KeelProgramChoice) choice = get (fixture);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < choice->own->len; i++)
    {
      const KeelProgram *program = choice->own->pdata[i];

      g_string_append_printf (names, "%s%s%s", i > 0 ? " " : "", program->name, program->gone ? "!" : "");
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_chosen (KeelJournalFixture *fixture, const char *expected)
{
  g_autoptr (KeelProgramChoice) choice = get (fixture);
  g_autofree char *codes = g_strjoinv (" ", choice->chosen);

  g_assert_cmpstr (codes, ==, expected);
}

static KeelProgram *
add (KeelJournalFixture *fixture, const char *name)
{
  g_autoptr (KeelProgram) program = keel_program_new_own ();
  GError *error = NULL;
  KeelProgram *kept;

  program->name = g_strdup (name);
  kept = keel_journal_save_program (fixture->journal, program, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (kept->code, "own-"));
  g_assert_true (kept->own);
  return kept;
}

static void
choose (KeelJournalFixture *fixture, const char *code, gboolean chosen)
{
  GError *error = NULL;

  keel_journal_choose_program (fixture->journal, code, chosen, &error);
  g_assert_no_error (error);
}

static void
test_nothing (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProgramChoice) choice = get (fixture);
  g_autoptr (KeelProgramChoice) none = keel_program_choice_new ();

  g_assert_true (keel_program_choice_equal (choice, none));
  g_assert_false (choice->labels);
  g_assert_null (choice->chosen[0]);
}

/* One after the other, in their order; "none" goes alone. Each row begins with what the last one left. */
static void
test_choose (KeelJournalFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *code;
    gboolean chosen;
    const char *expected;
  } rows[] = {
    { "na", TRUE, "na" },        { "aa", TRUE, "na aa" },     { "aa", TRUE, "na aa" },
    { "smart", FALSE, "na aa" }, { "na", FALSE, "aa" },       { "na", TRUE, "aa na" },
    { "none", TRUE, "none" },    { "none", TRUE, "none" },    { "own-circle", TRUE, "own-circle" },
    { "own-circle", FALSE, "" }, { "own-circle", FALSE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%u %s", i, rows[i].code);
      choose (fixture, rows[i].code, rows[i].chosen);
      assert_chosen (fixture, rows[i].expected);
    }
}

static void
test_choose_all (KeelJournalFixture *fixture, gconstpointer data)
{
  static const char *const good[] = { "smart", "aa", "own-circle", NULL };
  static const char *const nothing[] = { NULL };
  static const char *const bad[][4] = {
    { "aa", "AA", NULL }, { "aa", "aa", NULL }, { "a a", NULL }, { "", NULL }
  };
  GError *error = NULL;

  g_assert_true (keel_journal_choose_programs (fixture->journal, good, &error));
  g_assert_no_error (error);
  keel_journal_fixture_open (fixture);
  assert_chosen (fixture, "smart aa own-circle");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (keel_journal_choose_programs (fixture->journal, bad[i], &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
      g_clear_error (&error);
      assert_chosen (fixture, "smart aa own-circle");
    }
  g_assert_true (keel_journal_choose_programs (fixture->journal, nothing, &error));
  assert_chosen (fixture, "");
}

/* What somebody else wrote into the setting: what can be a code counts, once. */
static void
test_odd_setting (KeelJournalFixture *fixture, gconstpointer data)
{
  static const char *const rows[] = {
    "aa  na", "aa na", "na na aa", "na aa", "AA na;drop", "", "aa new-one", "aa new-one", " ", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i += 2)
    {
      g_test_message ("“%s”", rows[i]);
      g_assert_true (keel_journal_set_setting (fixture->journal, "programs", rows[i], NULL));
      assert_chosen (fixture, rows[i + 1]);
    }
}

static void
test_labels (KeelJournalFixture *fixture, gconstpointer data)
{
  for (int labels = 1; labels >= 0; labels--)
    {
      g_autoptr (KeelProgramChoice) choice = NULL;

      g_assert_true (keel_journal_set_labels (fixture->journal, labels, NULL));
      keel_journal_fixture_open (fixture);
      choice = get (fixture);
      g_assert_cmpint (choice->labels, ==, labels);
    }
}

/* In the place of what it was before; what can be no colour is none. */
static void
test_colours (KeelJournalFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *code, *milestone, *colour;
    gboolean good;
    const char *kept; /* of aa/days-30 by then */
  } rows[] = {
    { "aa", "days-30", "#C8102E", TRUE, "#C8102E" },  { "na", "days-30", "#FFFFFF", TRUE, "#C8102E" },
    { "aa", "days-60", "#FFFFFF", TRUE, "#C8102E" },  { "aa", "days-30", "red", FALSE, "#C8102E" },
    { "aa", "days-30", "#c8102e", FALSE, "#C8102E" }, { "a a", "days-30", "#FFFFFF", FALSE, "#C8102E" },
    { "aa", "days-30", "#000000", TRUE, "#000000" },  { "aa", "days-30", NULL, TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelProgramChoice) before = get (fixture);
      g_autoptr (KeelProgramChoice) after = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%u %s", i, rows[i].colour);
      g_assert_cmpint (keel_journal_set_milestone_colour (fixture->journal, rows[i].code, rows[i].milestone,
                                                          rows[i].colour, &error),
                       ==, rows[i].good);
      if (!rows[i].good)
        g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
      keel_journal_fixture_open (fixture);
      after = get (fixture);
      g_assert_cmpstr (g_hash_table_lookup (after->colours, "aa/days-30"), ==, rows[i].kept);
      g_assert_cmpint (keel_program_choice_equal (before, after), ==, !rows[i].good);
    }
  g_assert_true (keel_journal_set_setting (fixture->journal, "milestone-colour/aa/days-30", "red", NULL));
  {
    g_autoptr (KeelProgramChoice) choice = get (fixture);

    g_assert_null (g_hash_table_lookup (choice->colours, "aa/days-30"));
  }
}

/* Everything that a person said is there again. */
static void
test_save (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProgram) program = keel_program_new_own ();
  g_autoptr (KeelProgram) kept = NULL;
  g_autoptr (KeelProgramChoice) choice = NULL;
  KeelStructure *structure;
  GError *error = NULL;

  program->name = g_strdup (" Sunday circle ");
  program->about = g_strdup ("We meet.\n\nAnd walk.");
  program->symbol = (g_free (program->symbol), g_strdup ("▣"));
  program->sponsor = KEEL_SPONSOR_OPTIONAL;
  program->sequence = TRUE;
  structure = keel_program_add_structure (program, KEEL_STRUCTURE_STEPS);
  keel_structure_add_part (structure, "Walking");
  keel_structure_add_part (structure, "  ");
  keel_structure_add_part (structure, "Talking");
  keel_program_add_structure (program, KEEL_STRUCTURE_LEVELS);
  keel_program_set_word (program, "guide", "walker", FALSE);
  kept = keel_journal_save_program (fixture->journal, program, &error);
  g_assert_no_error (error);
  g_assert_null (program->code);

  keel_journal_fixture_open (fixture);
  choice = get (fixture);
  g_assert_cmpuint (choice->own->len, ==, 1);
  g_assert_true (keel_program_equal (choice->own->pdata[0], kept));
  g_assert_cmpstr (kept->name, ==, "Sunday circle");
  g_assert_cmpstr (kept->short_name, ==, "Sunday circle");
  g_assert_cmpstr (kept->about, ==, "We meet.\n\nAnd walk.");
  g_assert_cmpstr (kept->symbol, ==, "▣");
  g_assert_cmpint (kept->sponsor, ==, KEEL_SPONSOR_OPTIONAL);
  g_assert_true (kept->sequence);
  g_assert_cmpuint (kept->structures->len, ==, 1);
  g_assert_cmpuint (keel_program_get_structure (kept)->parts->len, ==, 2);
  g_assert_cmpstr (keel_program_find_word (kept, "guide")->text, ==, "walker");
}

/* What a part was taken up by is no reason to refuse what is left without it. */
static void
test_lost_part (KeelJournalFixture *fixture, gconstpointer data)
{
  static const guint uses[] = { 1, 3, 2 };
  g_autoptr (KeelProgram) program = keel_program_new_own ();
  g_autoptr (KeelProgram) kept = NULL;
  KeelStructure *structure;
  KeelPart *level;
  GError *error = NULL;

  program->name = g_strdup ("Sunday\n circle");
  program->short_name = g_strdup ("\tS\n");
  structure = keel_program_add_structure (program, KEEL_STRUCTURE_STEPS);
  keel_structure_add_part (structure, "Walking");
  keel_structure_add_part (structure, "Talking");
  structure = keel_program_add_structure (program, KEEL_STRUCTURE_LEVELS);
  level = keel_structure_add_part (structure, "First");
  g_array_append_vals (level->uses, uses, G_N_ELEMENTS (uses));
  kept = keel_journal_save_program (fixture->journal, program, &error);
  g_assert_no_error (error);
  level = keel_program_find_structure (kept, KEEL_STRUCTURE_LEVELS)->parts->pdata[0];
  g_assert_cmpuint (level->uses->len, ==, 2);
  g_assert_cmpuint (g_array_index (level->uses, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (level->uses, guint, 1), ==, 2);
  g_assert_cmpstr (kept->name, ==, "Sunday  circle");
  g_assert_cmpstr (kept->short_name, ==, "S");
}

/* The parts as they are wished for: a new one is "A", one that is there "A1": transfer full. */
static KeelProgram *
make_edit (const KeelProgram *base, const char *parts)
{
  KeelProgram *edit = keel_program_copy (base);
  g_auto (GStrv) words = g_strsplit (parts, " ", -1);
  KeelStructure *structure;

  g_ptr_array_set_size (edit->structures, 0);
  if (*parts == '\0')
    return edit;
  structure = keel_program_add_structure (edit, KEEL_STRUCTURE_STEPS);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *topic = g_strndup (words[i], 1);

      keel_structure_add_part (structure, topic)->number = (guint) g_ascii_strtoull (words[i] + 1, NULL, 10);
    }
  return edit;
}

static char *
describe_parts (const KeelProgram *program)
{
  const KeelStructure *structure = keel_program_get_structure (program);
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint i = 0; structure != NULL && i < structure->parts->len; i++)
    {
      const KeelPart *part = structure->parts->pdata[i];

      g_string_append_printf (parts, "%s%s%u", i > 0 ? " " : "", part->topic, part->number);
    }
  return g_string_free (g_steal_pointer (&parts), FALSE);
}

/* One edit after the other: a part keeps its number wherever it is moved and however it is called, and nobody
 * ever gets that of another, which may have been written for. */
static void
test_numbers (KeelJournalFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *edit, *kept;
  } rows[] = {
    { "A B C", "A1 B2 C3" },          /* as it was added */
    { "A1 B2 C3", "A1 B2 C3" },       /* saved as it was */
    { "A1 C3 B2", "A1 C3 B2" },       /* moved */
    { "A1 D C3 B2", "A1 D4 C3 B2" },  /* one more between */
    { "A1 C3 B2", "A1 C3 B2" },       /* and out again */
    { "A1 C3 E B2", "A1 C3 E5 B2" },  /* no other is number 4 */
    { "X1 C3 E5 B2", "X1 C3 E5 B2" }, /* called otherwise */
    { "C3", "C3" },                   /* the others are out */
    { "F C3", "F6 C3" },
    { "", "" }, /* all are out */
    { "G H", "G7 H8" },
    { "A1 G7", "A1 G7" }, /* taken back: it is itself again */
  };
  g_autoptr (KeelProgram) program = add (fixture, "Circle");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelProgram) edit = make_edit (program, rows[i].edit);
      g_autoptr (KeelProgramChoice) choice = NULL;
      g_autoptr (KeelProgram) kept = NULL;
      g_autofree char *returned = NULL, *parts = NULL;
      GError *error = NULL;

      g_test_message ("%s", rows[i].edit);
      edit->last_number = 0; /* whoever undoes a change knows nothing of those since */
      kept = keel_journal_save_program (fixture->journal, edit, &error);
      g_assert_no_error (error);
      keel_journal_fixture_open (fixture);
      choice = get (fixture);
      returned = describe_parts (kept);
      parts = describe_parts (choice->own->pdata[0]);
      g_assert_cmpstr (returned, ==, rows[i].kept);
      g_assert_cmpstr (parts, ==, rows[i].kept);
    }
}

static void
test_short_names (KeelJournalFixture *fixture, gconstpointer data)
{
  static const char *const rows[] = {
    "Circle",
    "Circle",
    "A name of twenty chr",
    "A name of twenty chr",
    "Wednesday evening walkers of the harbour",
    "Wednesday evening w…",
    "Großes Treffen am späten Abend",
    "Großes Treffen am s…",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i += 2)
    {
      g_autoptr (KeelProgram) kept = add (fixture, rows[i]);

      g_assert_cmpstr (kept->name, ==, rows[i]);
      g_assert_cmpstr (kept->short_name, ==, rows[i + 1]);
    }
}

/* Nothing is written of what is refused. */
static void
test_refused (KeelJournalFixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { NULL, NULL, NULL, NULL, "aa", "own circle" };
  g_autofree char *long_name = g_strnfill (KEEL_PROGRAM_MAX_NAME + 1, 'a');
  g_autofree char *long_text = g_strnfill (1024 * 1024, 'a');
  const char *names[] = { NULL, "", "  \t", long_name, "Circle", "Circle" };

  for (guint i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      g_autoptr (KeelProgram) program = keel_program_new_own ();
      g_autoptr (GError) error = NULL;

      if (i < G_N_ELEMENTS (names))
        {
          program->name = g_strdup (names[i]);
          program->code = g_strdup (codes[i]);
        }
      else
        {
          program->name = g_strdup ("Circle");
          program->about = g_strdup (long_text);
        }
      g_test_message ("%u", i);
      g_assert_null (keel_journal_save_program (fixture->journal, program, &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
      assert_own (fixture, "");
    }
}

/* A change, and its undo. */
static void
test_change (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProgram) before = add (fixture, "Circle");
  g_autoptr (KeelProgram) other = add (fixture, "Choir");
  g_autoptr (KeelProgram) changed = keel_program_copy (before);
  g_autoptr (KeelProgram) after = NULL;
  g_autoptr (KeelProgram) back = NULL;

  g_free (changed->name);
  changed->name = g_strdup ("Round");
  after = keel_journal_save_program (fixture->journal, changed, NULL);
  g_assert_cmpstr (after->code, ==, before->code);
  assert_own (fixture, "Round Choir");
  back = keel_journal_save_program (fixture->journal, before, NULL);
  g_assert_true (keel_program_equal (back, before));
  assert_own (fixture, "Circle Choir");
}

/* Gone, it keeps its name and stays chosen for when it comes back. */
static void
test_delete (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProgram) circle = add (fixture, "Circle");
  g_autoptr (KeelProgram) choir = add (fixture, "Choir");
  g_autofree char *chosen = g_strconcat ("aa ", circle->code, NULL);
  GError *error = NULL;

  choose (fixture, "aa", TRUE);
  choose (fixture, circle->code, TRUE);
  g_assert_true (keel_journal_set_program_deleted (fixture->journal, circle->code, TRUE, &error));
  keel_journal_fixture_open (fixture);
  assert_own (fixture, "Circle! Choir");
  assert_chosen (fixture, chosen);
  g_assert_true (keel_journal_set_program_deleted (fixture->journal, circle->code, FALSE, &error));
  assert_own (fixture, "Circle Choir");
  g_assert_true (keel_journal_set_program_deleted (fixture->journal, circle->code, TRUE, &error));
  g_clear_pointer (&circle, keel_program_unref);
  circle = add (fixture, "Third");
  assert_own (fixture, "Circle! Choir Third");

  g_assert_false (keel_journal_set_program_deleted (fixture->journal, "own-nobody", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

static void
run_sql (KeelJournalFixture *fixture, const char *sql)
{
  sqlite3 *database = NULL;

  g_clear_object (&fixture->journal);
  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
  keel_journal_fixture_open (fixture);
}

/* One that cannot be read is counted, left where it is, and keeps nobody from the others. */
static void
test_damaged (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProgram) circle = add (fixture, "Circle");
  g_autoptr (KeelProgram) choir = add (fixture, "Choir");
  g_autoptr (KeelProgramChoice) choice = NULL;
  g_autofree char *sql = g_strdup_printf ("UPDATE program SET xml = '<program' WHERE code = '%s';"
                                          "INSERT INTO program (uuid, code, xml, changed_at)"
                                          " SELECT 'u', 'own-liar', xml, 1 FROM program WHERE code = '%s'",
                                          circle->code, choir->code);

  run_sql (fixture, sql);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "Own program own-*");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "Own program own-*");
  choice = get (fixture);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (choice->own->len, ==, 1);
  g_assert_cmpuint (choice->n_damaged, ==, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (KeelJournalFixture *fixture, gconstpointer data);
  } tests[] = {
    { "nothing", test_nothing }, { "choose", test_choose },           { "choose-all", test_choose_all },
    { "odd", test_odd_setting }, { "labels", test_labels },           { "save", test_save },
    { "refused", test_refused }, { "short-names", test_short_names }, { "change", test_change },
    { "delete", test_delete },   { "damaged", test_damaged },         { "lost-part", test_lost_part },
    { "colours", test_colours }, { "numbers", test_numbers },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/programs/", tests[i].path, NULL);

      g_test_add (path, KeelJournalFixture, NULL, keel_journal_fixture_set_up, tests[i].func,
                  keel_journal_fixture_tear_down);
    }
  return g_test_run ();
}

/* The programs of data/content are whole, what belongs to them fits together, and a file that is broken is
 * refused; and those of a person's own. */

#include <locale.h>
#include <string.h>

#include "content/keel-content-documents.h"
#include "content/keel-wording.h"

/* What is known of each: its structures with how many parts each has, whether they follow each other, and the
 * milestones of its file. */
static const struct
{
  const char *code;
  const char *structures;
  gboolean sequence;
  KeelProgramKinds kinds;
  const char *milestones;
  guint n_marks;
  gboolean medicine;
} programs[] = {
  { "aa", "steps 12, traditions 12", TRUE, KEEL_PROGRAM_TWELVE_STEP, "aa", 13, TRUE },
  { "na", "steps 12, traditions 12", TRUE, KEEL_PROGRAM_TWELVE_STEP, "na", 9, TRUE },
  { "dra", "steps 12, traditions 12", TRUE, KEEL_PROGRAM_TWELVE_STEP | KEEL_PROGRAM_DUAL, "generic", 0,
    TRUE },
  { "cr", "principles 8, steps 12", TRUE, KEEL_PROGRAM_RELIGIOUS | KEEL_PROGRAM_TWELVE_STEP, "generic", 1,
    FALSE },
  { "smart", "points 4", FALSE, KEEL_PROGRAM_SECULAR, "generic", 0, TRUE },
  { "smartff", "points 4", FALSE, KEEL_PROGRAM_SECULAR | KEEL_PROGRAM_FOR_FAMILIES, "generic", 0, FALSE },
  { "wfs", "statements 13, levels 6", FALSE, KEEL_PROGRAM_SECULAR, "generic", 0, FALSE },
  { "lifering", "domains 9, principles 3", FALSE, KEEL_PROGRAM_SECULAR, "generic", 0, TRUE },
  { "sos", "guidelines 6", FALSE, KEEL_PROGRAM_SECULAR, "generic", 0, FALSE },
  { "al-anon", "steps 12, traditions 12", TRUE, KEEL_PROGRAM_TWELVE_STEP | KEEL_PROGRAM_FOR_FAMILIES,
    "generic", 0, FALSE },
  { "nar-anon", "steps 12, traditions 12", TRUE, KEEL_PROGRAM_TWELVE_STEP | KEEL_PROGRAM_FOR_FAMILIES,
    "generic", 0, FALSE },
  { "moud", "functions 3", FALSE, KEEL_PROGRAM_CLINICAL, "generic", 0, TRUE },
  { "peer", "functions 5, domains 4", FALSE, 0, "generic", 0, FALSE },
  { "therapy", "functions 3", FALSE, KEEL_PROGRAM_CLINICAL, "generic", 0, FALSE },
  { "none", "", FALSE, 0, "generic", 0, FALSE },
};

static char *
describe_structures (const KeelProgram *program)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < program->structures->len; i++)
    {
      const KeelStructure *structure = program->structures->pdata[i];

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", keel_structure_kind_words[structure->kind],
                              structure->parts->len);
      for (guint j = 1; j <= structure->parts->len; j++)
        g_assert_cmpstr (keel_structure_get_part (structure, j)->topic, !=, "");
    }
  return g_string_free (text, FALSE);
}

static void
test_whole (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();

  g_assert_cmpuint (keel_content_get_problems (content)->len, ==, 0);
  g_assert_cmpuint (keel_content_get_n_programs (content), ==, G_N_ELEMENTS (programs));
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);
      g_autofree char *structures = describe_structures (program);
      gboolean none = g_str_equal (programs[i].code, "none");

      g_test_message ("%s", programs[i].code);
      g_assert_cmpstr (program->code, ==, programs[i].code);
      g_assert_cmpstr (structures, ==, programs[i].structures);
      g_assert_cmpint (program->sequence, ==, programs[i].sequence);
      g_assert_cmpuint (program->kinds, ==, programs[i].kinds);
      g_assert_cmpstr (program->milestones, ==, programs[i].milestones);
      g_assert_cmpuint (program->marks->len, ==, programs[i].n_marks);
      g_assert_cmpint (program->medicine != NULL, ==, programs[i].medicine);
      g_assert_true (program->for_whom != NULL && program->about != NULL);
      g_assert_true (none || (program->first_meeting != NULL && program->length != NULL));
      g_assert_true (program->led_by != 0 && program->sponsor != 0 && program->spiritual != 0 &&
                     program->goal != 0);
      g_assert_false (program->own || program->gone);
    }
  g_assert_nonnull (keel_content_find_program (content, "sos")->status);
  g_assert_nonnull (keel_content_find_program (content, "cr")->area);
}

/* Each begins with three worksheets, which its pages offer, and no worksheet counts beyond its structure. */
static void
test_uses (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *worksheets = keel_content_get_worksheets (content);
  g_autoptr (GHashTable) begins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < worksheets->len; i++)
    {
      const KeelWorksheet *worksheet = worksheets->pdata[i];

      for (guint j = 0; j < worksheet->uses->len; j++)
        {
          const KeelUse *use = worksheet->uses->pdata[j];
          const KeelProgram *program = keel_content_find_program (content, use->program);
          const KeelStructure *structure = keel_program_get_structure (program);

          g_test_message ("%s %s %u", worksheet->id, use->program, use->part);
          g_assert_true (use->part == 0 || (structure != NULL && use->part <= structure->parts->len));
          g_assert_true ((worksheet->member && program->member) || (worksheet->family && program->family));
          g_assert_cmpuint (use->begin, <=, 3);
          if (use->begin > 0)
            g_assert_true (g_hash_table_add (begins, g_strdup_printf ("%s %u", use->program, use->begin)));
        }
    }
  g_assert_cmpuint (g_hash_table_size (begins), ==, 3 * G_N_ELEMENTS (programs));
}

/* A number that is that of a part has as many as there are. */
static void
check_part (KeelContent *content, const KeelField *field)
{
  const KeelProgram *program;

  for (guint i = 0; i < field->columns->len; i++)
    check_part (content, field->columns->pdata[i]);
  if (field->part == NULL)
    return;
  program = keel_content_find_program (content, field->part);
  g_assert_nonnull (program);
  g_assert_cmpint (field->min, ==, 1);
  g_assert_cmpint (field->max, ==, (int) keel_program_get_structure (program)->parts->len);
}

static void
test_part_fields (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *worksheets = keel_content_get_worksheets (content);

  for (guint i = 0; i < worksheets->len; i++)
    {
      const KeelWorksheet *worksheet = worksheets->pdata[i];

      g_test_message ("%s", worksheet->id);
      for (guint j = 0; j < worksheet->sections->len; j++)
        {
          const KeelSection *section = worksheet->sections->pdata[j];

          for (guint k = 0; k < section->fields->len; k++)
            check_part (content, section->fields->pdata[k]);
        }
    }
}

/* Milestones go forward, and those that a program takes from another are there. */
static void
test_milestones (void)
{
  static const guint hours[] = { 1, 24, 730, 8766 };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);
      gint64 last = -1;

      g_test_message ("%s", program->code);
      if (!g_str_equal (program->milestones, "generic"))
        g_assert_cmpuint (keel_content_find_program (content, program->milestones)->marks->len, >, 0);
      for (guint j = 0; j < program->marks->len; j++)
        {
          const KeelMilestone *mark = program->marks->pdata[j];
          gint64 at = (gint64) mark->count * hours[mark->unit];

          g_assert_cmpint (at, >, last);
          g_assert_cmpstr (mark->name, !=, "");
          g_assert_true (!mark->every || j + 1 == program->marks->len);
          last = at;
        }
    }
}

/* The parts that a level takes up: each statement belongs to one. */
static void
test_levels (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const KeelProgram *wfs = keel_content_find_program (content, "wfs");
  const KeelStructure *levels = keel_program_find_structure (wfs, KEEL_STRUCTURE_LEVELS);
  gboolean taken[14] = { FALSE };

  for (guint i = 0; i < levels->parts->len; i++)
    {
      const KeelPart *level = levels->parts->pdata[i];

      for (guint j = 0; j < level->uses->len; j++)
        {
          guint number = g_array_index (level->uses, guint, j);

          g_assert_false (taken[number]);
          taken[number] = TRUE;
        }
    }
  for (guint i = 1; i <= 13; i++)
    g_assert_true (taken[i]);
}

/* Every concept has a word in every program; none labels anybody who did not ask for it. */
static void
test_every_word (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (GRegex) label = g_regex_new ("alcoholic|addict|clean", G_REGEX_CASELESS, 0, NULL);

  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    for (guint j = 0; keel_program_word_keys[j] != NULL; j++)
      {
        const KeelProgram *program = keel_content_get_program (content, i);
        const char *key = keel_program_word_keys[j];
        const char *word = keel_wording_get_for (content, program, FALSE, key);

        g_test_message ("%s %s", program->code, key);
        g_assert_true (word != NULL || g_str_equal (key, "greater-help"));
        g_assert_true (word == NULL || !g_regex_match (label, word, 0, NULL));
        g_assert_true (keel_wording_get_for (content, program, TRUE, key) != NULL || word == NULL);
      }
}

static void
test_wording (void)
{
  static const struct
  {
    const char *chosen;
    gboolean labels;
    const char *key, *word;
  } rows[] = {
    { "", FALSE, "guide", "supporter" },
    { "", FALSE, "lapse", "lapse" },
    { "", TRUE, "self", "you" },
    { "", FALSE, "greater-help", NULL },
    { "none", TRUE, "not-using", "in recovery" },
    { "aa", FALSE, "guide", "sponsor" },
    { "aa", FALSE, "self", "you" },
    { "aa", TRUE, "self", "alcoholic" },
    { "aa", FALSE, "not-using", "sober" },
    { "aa", FALSE, "leader", "leader" },
    { "na", FALSE, "not-using", "in recovery" },
    { "na", TRUE, "not-using", "clean" },
    { "na", FALSE, "date", "start date" },
    { "na", TRUE, "date", "clean date" },
    { "smart", TRUE, "self", "you" },
    { "smart", FALSE, "leader", "facilitator" },
    { "smart aa", FALSE, "guide", "sponsor" },
    { "smart aa", FALSE, "not-using", "abstaining or changing" },
    { "aa smart", FALSE, "not-using", "sober" },
    { "therapy aa", FALSE, "guide", "therapist" },
    { "none aa", FALSE, "guide", "sponsor" },
    { "na aa", FALSE, "not-using", "sober" },
    { "na aa", TRUE, "not-using", "clean" },
    { "aa", FALSE, "no-such-key", NULL },
  };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) codes = g_strsplit (rows[i].chosen, " ", -1);
      g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

      g_test_message ("%s %s", rows[i].chosen, rows[i].key);
      for (guint j = 0; codes[j] != NULL; j++)
        g_ptr_array_add (chosen, (gpointer) keel_content_find_program (content, codes[j]));
      g_assert_cmpstr (keel_wording_get (content, chosen, rows[i].labels, rows[i].key), ==, rows[i].word);
    }
  g_assert_cmpstr (keel_wording_get (content, NULL, FALSE, "guide"), ==, "supporter");
}

static KeelProgram *
read_again (const KeelProgram *program)
{
  g_autofree char *xml = keel_program_to_xml (program);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  KeelProgram *read = keel_program_new_from_xml (bytes, &error);

  g_assert_no_error (error);
  return read;
}

/* Writing and reading, and copying, leave everything as it is. */
static void
test_round_trip (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();

  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);
      g_autoptr (KeelProgram) read = read_again (program);
      g_autoptr (KeelProgram) copy = keel_program_copy (program);
      g_autofree char *structures = describe_structures (read);

      g_test_message ("%s", program->code);
      g_assert_true (keel_program_equal (program, read));
      g_assert_true (keel_program_equal (program, copy));
      g_assert_cmpstr (structures, ==, programs[i].structures);
      g_free (copy->about);
      copy->about = g_strdup ("Otherwise.");
      g_assert_false (keel_program_equal (program, copy));
    }
}

/* What a person writes stays as they wrote it. */
static void
test_own_words (void)
{
  static const char *const texts[] = { "a\nb\n\n c",     " two  spaces ",        "<b>&amp;\"'",
                                       "שלום\u202e abc", "\U0001F331 growing\t", "\x01\x7f control" };
  g_autoptr (KeelProgram) program = keel_program_new_own ();
  KeelStructure *structure;

  program->code = g_strdup ("own-circle");
  program->name = g_strdup ("Circle");
  program->short_name = g_strdup ("C");
  structure = keel_program_add_structure (program, KEEL_STRUCTURE_POINTS);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KeelProgram) read = NULL;

      g_test_message ("%s", texts[i]);
      g_free (program->about);
      program->about = g_strdup (texts[i]);
      keel_structure_add_part (structure, texts[i]);
      keel_program_set_word (program, "guide", texts[i], FALSE);
      read = read_again (program);
      g_assert_cmpstr (read->about, ==, texts[i]);
      g_assert_cmpstr (keel_structure_get_part (keel_program_get_structure (read), i + 1)->topic, ==,
                       texts[i]);
      g_assert_cmpstr (keel_program_find_word (read, "guide")->text, ==, texts[i]);
      g_assert_cmpuint (read->words->len, ==, 1);
      g_assert_true (read->own && read->member && read->family);
      g_assert_null (read->medicine);
    }
}

#define ATTRIBUTES "order='1' pages='both' symbol='●' colour='#000000' milestones='generic' context='program'"
#define TEXTS "<name>Name</name><short-name>N</short-name><for>All.</for><about>Nothing.</about>"
#define PROGRAM(more, inside) "<program code='x' " ATTRIBUTES more ">" TEXTS inside "</program>"
#define OWN(inside) "<program code='own-x' " ATTRIBUTES ">" inside "</program>"
#define LONG_NAME "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static void
test_refused (void)
{
  static const struct
  {
    const char *xml;
    const char *reason; /* NULL: it is read */
  } rows[] = {
    { PROGRAM ("", ""), NULL },
    { OWN ("<name>Circle</name><short-name>C</short-name>"), NULL },
    { OWN ("<short-name>C</short-name>"), "name" },
    { OWN ("<name> </name><short-name>C</short-name>"), "name" },
    { OWN ("<name>" LONG_NAME "</name><short-name>C</short-name>"), "80" },
    { OWN ("<name>C</name><short-name>" LONG_NAME "</short-name>"), "20" },
    { OWN ("<name>C</name><short-name>C</short-name><word key='guide'>" LONG_NAME "</word>"), "80" },
    { "<program code='x' " ATTRIBUTES "><name>Name</name></program>", "short-name" },
    { "<program code='x' " ATTRIBUTES "><name>N</name><short-name>N</short-name></program>", "for" },
    { "<program code='X' " ATTRIBUTES ">" TEXTS "</program>", "code" },
    { "<program code='x y' " ATTRIBUTES ">" TEXTS "</program>", "code" },
    { "<program code='x' order='1' pages='all' symbol='●' colour='#000000' milestones='generic'>" TEXTS
      "</program>",
      "pages" },
    { "<program code='x' order='1' pages='both' symbol='●' colour='red' milestones='generic'>" TEXTS
      "</program>",
      "colour" },
    { "<program code='x' order='1' pages='both' symbol='●' colour='#000000'>" TEXTS "</program>",
      "milestones" },
    { PROGRAM (" family='twelve-step'", ""), NULL },
    { PROGRAM (" family='sect'", ""), "kind of program" },
    { PROGRAM (" led-by='nobody'", ""), "led-by" },
    { PROGRAM (" sponsor='maybe'", ""), "sponsor" },
    { PROGRAM (" spiritual='a bit'", ""), "spiritual" },
    { PROGRAM (" online='all'", ""), "online" },
    { PROGRAM (" goal='winning'", ""), "goal" },
    { PROGRAM ("", "<structure kind='steps'><part>One</part></structure>"), NULL },
    { PROGRAM ("", "<structure kind='stairs'><part>One</part></structure>"), "kind" },
    { PROGRAM ("", "<structure kind='steps'/>"), "without parts" },
    { PROGRAM ("", "<structure kind='steps'><part/></structure>"), "without words" },
    { PROGRAM ("", "<structure kind='steps'><word>One</word></structure>"), "without words" },
    { PROGRAM ("", "<structure kind='steps'><part>1</part></structure>"
                   "<structure kind='steps'><part>1</part></structure>"),
      "twice" },
    { PROGRAM ("", "<structure kind='steps'><part>1</part></structure>"
                   "<structure kind='levels'><part uses='1'>L</part></structure>"),
      NULL },
    { PROGRAM ("", "<structure kind='steps'><part>1</part></structure>"
                   "<structure kind='levels'><part uses='2'>L</part></structure>"),
      "no part" },
    { PROGRAM ("", "<structure kind='steps'><part number='2'>1</part><part number='1'>2</part></structure>"
                   "<structure kind='levels'><part uses='2'>L</part></structure>"),
      NULL },
    { PROGRAM (" last-number='9'", "<structure kind='steps'><part number='7'>1</part></structure>"), NULL },
    { PROGRAM (" last-number='many'", ""), "number" },
    { PROGRAM (" last-number='10000'", ""), "number" },
    { PROGRAM ("", "<structure kind='steps'><part number='0'>1</part></structure>"), "number" },
    { PROGRAM ("", "<structure kind='steps'><part number='10000'>1</part></structure>"), "number" },
    { PROGRAM ("", "<structure kind='steps'><part number='2'>1</part><part>2</part></structure>"), "twice" },
    { PROGRAM ("", "<structure kind='steps'><part number='2'>1</part></structure>"
                   "<structure kind='levels'><part uses='1'>L</part></structure>"),
      "no part" },
    { PROGRAM ("", "<word key='guide'>sponsor</word>"), NULL },
    { PROGRAM ("", "<word key='boss'>sponsor</word>"), "key" },
    { PROGRAM ("", "<word key='guide'/>"), "no words" },
    { PROGRAM ("", "<word key='guide'>a</word><word key='guide'>b</word>"), "twice" },
    { PROGRAM ("", "<milestone days='0' colour='#FFFFFF'><name>White</name></milestone>"), NULL },
    { PROGRAM ("", "<milestone years='1' every='year' colour='#FFFFFF'><name>M</name></milestone>"), NULL },
    { PROGRAM ("", "<milestone days='1' every='year' colour='#FFFFFF'><name>M</name></milestone>"),
      "each year" },
    { PROGRAM ("", "<milestone months='0' colour='#FFFFFF'><name>M</name></milestone>"), "no time" },
    { PROGRAM ("", "<milestone colour='#FFFFFF'><name>M</name></milestone>"), "no time" },
    { PROGRAM ("", "<milestone days='-3' colour='#FFFFFF'><name>M</name></milestone>"), "no time" },
    { PROGRAM ("", "<milestone days='1' hours='2' colour='#FFFFFF'><name>M</name></milestone>"),
      "two times" },
    { PROGRAM ("", "<milestone days='many' colour='#FFFFFF'><name>M</name></milestone>"), "number" },
    { PROGRAM ("", "<milestone days='1' colour='white'><name>M</name></milestone>"), "colour" },
    { PROGRAM ("", "<milestone days='1' colour='#FFFFFF'/>"), "name" },
    { "<worksheet/>", "no program" },
    { "", "empty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].xml, strlen (rows[i].xml));
      g_autoptr (GError) error = NULL;
      g_autoptr (KeelProgram) program = keel_program_new_from_xml (bytes, &error);

      g_test_message ("%s", rows[i].xml);
      g_assert_true ((program != NULL) == (rows[i].reason == NULL));
      if (program != NULL)
        continue;
      g_assert_true (error->domain == G_MARKUP_ERROR);
      g_assert_nonnull (strstr (error->message, rows[i].reason));
    }
}

/* More than anybody would write is refused, and nothing is taken of it. */
static void
test_too_much (void)
{
  g_autoptr (KeelProgram) program = keel_program_new_own ();
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  program->code = g_strdup ("own-circle");
  program->name = g_strdup ("Circle");
  program->short_name = g_strdup ("C");
  program->about = g_strnfill (1024 * 1024, 'a');
  xml = keel_program_to_xml (program);
  bytes = g_bytes_new (xml, strlen (xml));
  g_assert_null (keel_program_new_from_xml (bytes, &error));
  g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT);
}

static KeelProgram *
make_own (const char *code, const char *name, gboolean gone)
{
  KeelProgram *program = keel_program_new_own ();

  program->code = g_strdup (code);
  program->name = g_strdup (name);
  program->short_name = g_strdup (name);
  program->gone = gone;
  return program;
}

/* A person's own stand behind those of Keel; one that is gone still has its name, and nothing more. What was
 * looked up before stays readable. */
static void
test_own_programs (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_program_unref);
  g_autoptr (GPtrArray) second = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_program_unref);
  const KeelProgram *before;
  const char *symbol = keel_content_pick_symbol (content);
  guint n = G_N_ELEMENTS (programs);

  g_ptr_array_add (first, make_own ("own-circle", "Circle", FALSE));
  g_ptr_array_add (first, make_own ("own-choir", "Choir", TRUE));
  keel_content_set_own_programs (content, first);
  g_clear_pointer (&first, g_ptr_array_unref);
  before = keel_content_find_program (content, "own-circle");
  g_assert_cmpuint (keel_content_get_n_programs (content), ==, n + 1);
  g_assert_true (keel_content_get_program (content, n) == before);
  g_assert_cmpstr (keel_content_find_program (content, "own-choir")->name, ==, "Choir");
  g_assert_cmpstr (keel_content_pick_symbol (content), !=, before->symbol);
  g_assert_cmpstr (symbol, ==, before->symbol);

  g_ptr_array_add (second, make_own ("own-choir", "Choir again", FALSE));
  keel_content_set_own_programs (content, second);
  g_assert_cmpuint (keel_content_get_n_programs (content), ==, n + 1);
  g_assert_cmpstr (keel_content_get_program (content, n)->name, ==, "Choir again");
  g_assert_null (keel_content_find_program (content, "own-circle"));
  g_assert_cmpstr (before->name, ==, "Circle");

  keel_content_set_own_programs (content, NULL);
  g_assert_cmpuint (keel_content_get_n_programs (content), ==, n);
  g_assert_cmpuint (keel_content_get_n_programs (content), ==, 15);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programs/whole", test_whole);
  g_test_add_func ("/programs/uses", test_uses);
  g_test_add_func ("/programs/part-fields", test_part_fields);
  g_test_add_func ("/programs/milestones", test_milestones);
  g_test_add_func ("/programs/levels", test_levels);
  g_test_add_func ("/programs/every-word", test_every_word);
  g_test_add_func ("/programs/wording", test_wording);
  g_test_add_func ("/programs/round-trip", test_round_trip);
  g_test_add_func ("/programs/own-words", test_own_words);
  g_test_add_func ("/programs/refused", test_refused);
  g_test_add_func ("/programs/too-much", test_too_much);
  g_test_add_func ("/programs/own-programs", test_own_programs);
  return g_test_run ();
}

#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#include "content/keel-content-documents.h"
#include "content/keel-element.h"

static const struct
{
  const char *code;
  gboolean member, family;
} programs[] = {
  { "aa", TRUE, FALSE },      { "na", TRUE, FALSE },       { "dra", TRUE, FALSE },
  { "cr", TRUE, FALSE },      { "smart", TRUE, FALSE },    { "smartff", FALSE, TRUE },
  { "wfs", TRUE, FALSE },     { "lifering", TRUE, FALSE }, { "sos", TRUE, FALSE },
  { "al-anon", FALSE, TRUE }, { "nar-anon", FALSE, TRUE }, { "moud", TRUE, FALSE },
  { "peer", TRUE, TRUE },     { "therapy", TRUE, TRUE },   { "none", TRUE, TRUE },
};

static void
test_programs (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (GHashTable) symbols = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (keel_content_get_n_programs (content), ==, G_N_ELEMENTS (programs));
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);

      g_test_message ("%s", programs[i].code);
      g_assert_cmpstr (program->code, ==, programs[i].code);
      g_assert_true (keel_content_find_program (content, programs[i].code) == program);
      g_assert_cmpint (program->member, ==, programs[i].member);
      g_assert_cmpint (program->family, ==, programs[i].family);
      g_assert_cmpstr (program->name, !=, "");
      g_assert_cmpuint (g_utf8_strlen (program->short_name, -1), <=, 12);
      g_assert_true (g_regex_match_simple ("^#[0-9A-F]{6}$", program->colour, 0, 0));
      g_assert_true (g_hash_table_add (symbols, (gpointer) program->symbol));
    }
  g_assert_cmpstr (keel_content_find_program (content, "smartff")->short_name, ==, "SMART F&F");
  g_assert_null (keel_content_find_program (content, "nobody"));
  g_assert_null (keel_content_find_program (content, NULL));
}

/* What came with this program is whole: every worksheet there should be, and what nobody may leave out. */
static void
test_worksheets (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *worksheets = keel_content_get_worksheets (content);
  guint begin[G_N_ELEMENTS (programs)] = { 0 };

  for (guint i = 0; i < keel_content_get_problems (content)->len; i++)
    g_test_message ("%s", (char *) keel_content_get_problems (content)->pdata[i]);
  g_assert_cmpuint (keel_content_get_problems (content)->len, ==, 0);
  g_assert_cmpuint (worksheets->len, ==, 63);
  for (guint i = 1; i <= 54; i++)
    {
      g_autofree char *id = g_strdup_printf ("w%02u", i);

      g_test_message ("%s", id);
      g_assert_nonnull (keel_content_find_worksheet (content, id));
    }
  for (guint i = 0; i < worksheets->len; i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (worksheets, i);

      g_test_message ("%s", worksheet->id);
      g_assert_true (worksheet->uses->len > 0 || worksheet->group == KEEL_GROUP_SAFETY ||
                     worksheet->group == KEEL_GROUP_GENERAL || worksheet->group == KEEL_GROUP_DAILY);
      for (guint j = 0; j < G_N_ELEMENTS (programs); j++)
        for (guint k = 0; k < worksheet->uses->len; k++)
          {
            const KeelUse *use = g_ptr_array_index (worksheet->uses, k);

            begin[j] += g_str_equal (use->program, programs[j].code) && use->begin > 0;
          }
    }
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_test_message ("%s begins with three", programs[i].code);
      g_assert_cmpuint (begin[i], ==, 3);
    }
  g_assert_true (keel_content_find_worksheet (content, "w03")->ask_again);
  g_assert_true (keel_content_find_worksheet (content, "w43")->quiet);
  g_assert_true (keel_content_find_worksheet (content, "w38")->undated);
  g_assert_true (keel_content_find_worksheet (content, "w01")->readers);
}

static void
test_types (void)
{
  static const struct
  {
    const char *program, *code, *name, *spelling;
  } rows[] = {
    { "aa", "O", "Open", "O" },
    { "aa", "poa", "Proof of attendance", "POA" },
    { "al-anon", "O", "Families, friends and observers welcome", "O" },
    { "al-anon", "C", "Families and friends only", "C" },
    { "al-anon", "POA", "Parents", "POA" },
    { "na", "St", "Step", "St" },
    { "na", "STEP", "Step", NULL },
    { "na", "SL", "American Sign Language", "SL" },
    { "aa", "SL", "Slovenian", "SL" },
    { "aa", "onl", "Online", "ONL" },
    { "smart", "TC", "Location temporarily closed", "TC" },
    { NULL, "ES", "Spanish", NULL },
    { "aa", "wheelchair access", "Wheelchair access", "X" },
    { "smart", "O", NULL, NULL },
    { "aa", "QQ", NULL, NULL },
  };
  g_autoptr (KeelContent) content = keel_content_new ();
  KeelTypeTable *types = keel_content_get_types (content);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *spelling = NULL;

      g_test_message ("%s %s", rows[i].program, rows[i].code);
      g_assert_cmpstr (keel_type_table_lookup (types, rows[i].program, rows[i].code, &spelling), ==,
                       rows[i].name);
      if (rows[i].spelling != NULL)
        g_assert_cmpstr (spelling, ==, rows[i].spelling);
    }
}

static void
count_kind_cb (const char *name, KeelTypeKind kind, const char *usual, gpointer data)
{
  guint *counts = data;

  g_assert_cmpuint (kind, >, KEEL_TYPE_KIND_PLAIN);
  g_assert_cmpuint (kind, <, KEEL_TYPE_KIND_LAST);
  counts[kind]++;
  if (g_str_equal (name, "Español"))
    g_assert_cmpstr (usual, ==, "Spanish");
}

static void
test_type_kinds (void)
{
  static const struct
  {
    const char *name;
    KeelTypeKind kind;
  } rows[] = {
    { "German", KEEL_TYPE_KIND_LANGUAGE },
    { "español", KEEL_TYPE_KIND_LANGUAGE },
    { "Wheelchair access", KEEL_TYPE_KIND_WHEELCHAIR },
    { "Wheelchair Accessible", KEEL_TYPE_KIND_WHEELCHAIR },
    { "Wheelchair-accessible bathroom", KEEL_TYPE_KIND_PLAIN },
    { "Sign language", KEEL_TYPE_KIND_SIGN_LANGUAGE },
    { "American Sign Language", KEEL_TYPE_KIND_SIGN_LANGUAGE },
    { "Child-friendly", KEEL_TYPE_KIND_CHILDREN },
    { "Open", KEEL_TYPE_KIND_ADMISSION },
    { "Online", KEEL_TYPE_KIND_ADMISSION },
    { "Families and friends only", KEEL_TYPE_KIND_PLAIN },
    { "Discussion", KEEL_TYPE_KIND_PLAIN },
    { "", KEEL_TYPE_KIND_PLAIN },
  };
  g_autoptr (KeelContent) content = keel_content_new ();
  KeelTypeTable *types = keel_content_get_types (content);
  guint counts[KEEL_TYPE_KIND_LAST] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (keel_type_table_get_kind (types, rows[i].name), ==, rows[i].kind);
    }
  keel_type_table_foreach_kind (types, count_kind_cb, counts);
  g_assert_cmpuint (counts[KEEL_TYPE_KIND_PLAIN], ==, 0);
  g_assert_cmpuint (counts[KEEL_TYPE_KIND_LANGUAGE], >=, 40);
}

static void
test_type_names (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const char *name = "Tea and toast";

  g_assert_true (keel_content_translate_type (content, name) == name);
  g_assert_cmpstr (keel_content_translate_type (content, "Open"), ==, "Open");
  g_assert_cmpstr (keel_content_translate_type (content, ""), ==, "");
  /* As servers write what the tables have under another name. */
  g_assert_cmpstr (keel_content_translate_type (content, "Book Study"), ==, "Book study");
  g_assert_cmpstr (keel_content_translate_type (content, "Speaker/Discussion"), ==, "Speaker and discussion");
  g_assert_cmpstr (keel_content_translate_type (content, "Virtual Meeting"), ==, "Online");
}

static void
test_white_space (void)
{
  static const char text[] = "<a context='x'>\n  <b>  Two\n\t words\r\n</b>\n  <c/>\n</a>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelElement) root = keel_element_parse (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (keel_element_get_text (keel_element_find_child (root, "b")), ==, "Two words");
  g_assert_cmpint (keel_element_get_line (keel_element_find_child (root, "b")), ==, 2);
  /* The empty message is the head of a catalogue. */
  g_assert_cmpstr (keel_element_get_translated (keel_element_find_child (root, "c")), ==, "");
  g_assert_cmpuint (keel_element_get_children (root)->len, ==, 2);
}

#define PROGRAM(code, symbol)                                                                                \
  "<program code='" code "' order='1' pages='member' symbol='" symbol                                        \
  "' colour='#000000' milestones='generic' context='program'>"                                               \
  "<name>Name</name><short-name>N</short-name><for>All.</for><about>Nothing.</about></program>"

static void
test_refused (void)
{
  static const struct
  {
    const char *first, *second;
    const char *reason;
  } rows[] = {
    { NULL, "", "empty" },
    { NULL, "<program", "end" },
    { NULL, "<program><name>x</program>", "“name”|'name'" },
    { NULL, "<recipe/>", "recipe" },
    { NULL, "<program/>", "code" },
    { NULL,
      "<program code='x' order='1' pages='member' symbol='●' colour='#000000' milestones='generic'>"
      "<name> </name></program>",
      "name" },
    { NULL, PROGRAM ("x", "●●"), "one character" },
    { NULL, "<types program='x'><type>Open</type></types>", "codes" },
    { NULL, "<types program='x'><type codes='O'/></types>", "no name" },
    { NULL, "<types><type codes='O'>Open</type></types>", "program" },
    { NULL, "<types program='x'>words<type codes='O'>Open</type></types>", "mixed" },
    { PROGRAM ("x", "●"), PROGRAM ("x", "◆"), "twice" },
    { PROGRAM ("x", "●"), PROGRAM ("y", "●"), "taken" },
    { NULL, "<types program='x'><type codes='O'>Open</type><type codes='P o'>Closed</type></types>",
      "twice" },
    { "<types program='x'><type codes='O' also='Free'>Open</type></types>",
      "<types program='y'><type codes='F'>Free</type></types>", "elsewhere" },
    { "<types program='x'><type codes='O'>Open</type></types>",
      "<types program='x'><type codes='O'>Open</type></types>", "twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelContent) content = keel_content_new_empty ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].second, strlen (rows[i].second));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].second);
      if (rows[i].first != NULL)
        {
          g_autoptr (GBytes) first = g_bytes_new_static (rows[i].first, strlen (rows[i].first));

          g_assert_true (keel_content_add_document (content, first, &error));
          g_assert_no_error (error);
        }
      g_assert_false (keel_content_add_document (content, bytes, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_MARKUP_ERROR);
      g_assert_true (g_regex_match_simple (rows[i].reason, error->message, 0, 0));
    }
}

static void
test_same_code_elsewhere (void)
{
  static const char text[] = "<types program='x'><type codes='O'>Observers</type></types>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (keel_content_add_document (content, bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (keel_type_table_lookup (keel_content_get_types (content), "x", "O", NULL), ==,
                   "Observers");
  g_assert_cmpstr (keel_type_table_lookup (keel_content_get_types (content), "aa", "O", NULL), ==, "Open");
}

#define SHEET(id, inside)                                                                                    \
  "<worksheet id='" id "' pages='both' group='plans'><name>Plan</name>" inside "</worksheet>"
#define FIELD(type) "<section><field id='a' type='" type "'><label>What?</label></field></section>"

/* A file that is broken costs nobody the others: what is wrong is told with its name. */
static void
test_broken_files (void)
{
  static const struct
  {
    const char *name, *text;
    const char *problem; /* as a pattern; NULL: none */
    const char *found;   /* the worksheet that is there afterwards; NULL: the file is left out */
  } rows[] = {
    { "own.xml", SHEET ("w91", FIELD ("text")), NULL, "w91" },
    { "cut.xml", "<worksheet id='w92' pages='both'", "cut.xml: *", NULL },
    { "empty.xml", "", "empty.xml: *", NULL },
    { "bytes.xml", "<worksheet id='w93'>\xff</worksheet>", "bytes.xml: *", NULL },
    { "twice.xml", SHEET ("w91", FIELD ("long")), "twice.xml: *“w91” is there twice*", NULL },
    { "cake.xml", SHEET ("w94", FIELD ("cake")), "cake.xml: *“cake” is no type*", NULL },
    { "odd.xml", "<recipe/>", "odd.xml: *“recipe” is nothing*", NULL },
    { "program.xml", "<program code='aa'/>", "program.xml: *", NULL },
    /* The file of its program may be what is broken. */
    { "w95.xml", SHEET ("w95", "<use program='gone'/>" FIELD ("text")), "w95.xml: *“gone” is unknown*",
      "w95" },
    { "after.xml", SHEET ("w96", FIELD ("tick")), NULL, "w96" },
  };
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *problems = keel_content_get_problems (content);
  guint n_worksheets = keel_content_get_worksheets (content)->len;
  guint n_problems = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));

      g_test_message ("%s", rows[i].name);
      if (rows[i].found == NULL)
        g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, rows[i].problem);
      keel_content_add_file (content, rows[i].name, bytes);
      g_test_assert_expected_messages ();
      n_worksheets += rows[i].found != NULL;
      n_problems += rows[i].problem != NULL;
      g_assert_cmpuint (keel_content_get_worksheets (content)->len, ==, n_worksheets);
      g_assert_cmpuint (problems->len, ==, n_problems);
      if (rows[i].problem != NULL)
        g_assert_true (g_pattern_match_simple (rows[i].problem, problems->pdata[n_problems - 1]));
      if (rows[i].found != NULL)
        g_assert_nonnull (keel_content_find_worksheet (content, rows[i].found));
    }
  g_assert_nonnull (keel_content_find_worksheet (content, "w54"));
  g_assert_cmpstr (keel_content_find_program (content, "aa")->short_name, ==, "AA");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/programs", test_programs);
  g_test_add_func ("/content/worksheets", test_worksheets);
  g_test_add_func ("/content/types", test_types);
  g_test_add_func ("/content/type-kinds", test_type_kinds);
  g_test_add_func ("/content/type-names", test_type_names);
  g_test_add_func ("/content/white-space", test_white_space);
  g_test_add_func ("/content/refused", test_refused);
  g_test_add_func ("/content/same-code-elsewhere", test_same_code_elsewhere);
  g_test_add_func ("/content/broken-files", test_broken_files);
  return g_test_run ();
}

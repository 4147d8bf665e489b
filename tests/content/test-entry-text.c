/* What was written, to be read: as text and as Markdown, and what of it may be read at all. */

#include <string.h>

#include <gio/gio.h>

#include "content/keel-entry-text.h"
#include "content/keel-initials.h"
#include "content/keel-markdown.h"

#define SHEET                                                                                                                                    \
  "<worksheet id='w99' order='3' pages='both' group='plans'><name>My *plan*</name><about>Why.</about>"                                           \
  "<section><title>First</title>"                                                                                                                \
  "<field id='what' type='text'><label>What?</label></field>"                                                                                    \
  "<field id='more' type='long'><label>More</label></field>"                                                                                     \
  "<field id='whom' type='person'><label>Whom?</label></field>"                                                                                  \
  "<field id='five' type='list' ordered='yes'><label>Five</label></field>"                                                                       \
  "<field id='some' type='list' names='yes'><label>Some</label></field>"                                                                         \
  "<field id='pull' type='rating'><label>How strong?</label><low>none</low><high>most</high></field>"                                            \
  "<field id='plain' type='rating'><label>How much?</label></field>"                                                                             \
  "<field id='done' type='tick'><label>Done</label></field>"                                                                                     \
  "<field id='kind' type='choice' several='yes'><label>Which?</label>"                                                                           \
  "<option id='one'>One</option><option id='two'>Two</option></field>"                                                                           \
  "<field id='on' type='date'><label>When?</label></field>"                                                                                      \
  "<field id='at' type='datetime'><label>When, exactly?</label></field>"                                                                         \
  "<field id='safe' type='choice' keep='no'><label>Am I safe?</label><option id='no'>Not now</option><option id='yes'>All well</option></field>" \
  "<field id='stop' type='info'><label>Breathe.</label></field></section>"                                                                       \
  "<section><title>Second</title>"                                                                                                               \
  "<field id='rows' type='table' ordered='yes'><label>Rows</label>"                                                                              \
  "<column id='who' type='text' names='yes'><label>Who</label></column>"                                                                         \
  "<column id='long' type='long'><label>What happened</label></column>"                                                                          \
  "<column id='fit' type='rating' wheel='yes'><label>Fit</label><low>bad</low><high>good</high></column>"                                        \
  "<column id='min' type='number' sum='yes'><label>Minutes</label><unit>minutes</unit></column></field>"                                         \
  "<field id='grid' type='matrix' weight='yes'><label>Both sides</label>"                                                                        \
  "<row id='do'><label>Doing it</label></row><row id='not'><label>Not doing it</label></row>"                                                    \
  "<column id='good'><label>Good</label></column><column id='bad'><label>Bad</label></column>"                                                   \
  "<tag id='short'><label>Soon</label></tag><tag id='long'><label>Later</label></tag></field>"                                                   \
  "<field id='sleep' type='number' decimals='1' min='0' max='24'><label>Sleep</label><unit>hours</unit></field>"                                 \
  "</section></worksheet>"

#define ANSWERS                                                                                                \
  "{\"what\": \"Walk | run\", \"more\": \"# One\\n* two\\n\\n3. three\", \"whom\": \"Anna Maria K.\","         \
  " \"five\": [\"tea\", \"bed\"], \"some\": [\"Ben\", \"Zoë Q\"], \"pull\": 7, \"plain\": 3, \"done\": true," \
  " \"kind\": [\"two\", \"one\"], \"on\": \"2026-11-22\", \"at\": \"2026-11-24T19:00\", \"safe\": [\"no\"],"   \
  " \"rows\": [{\"who\": \"Clara\", \"long\": \"a\\nb | c\", \"fit\": 2, \"min\": 5}, {},"                     \
  " {\"who\": \"Dora E.\", \"min\": 10}],"                                                                     \
  " \"grid\": [{\"do/good\": [{\"text\": \"calm\", \"tag/short\": true, \"weight\": 8}],"                      \
  " \"not/bad\": [{\"text\": \"tired\"}, {\"text\": \"late\", \"tag/long\": true}]}], \"sleep\": 7.5}"

static KeelWorksheet *
read_sheet (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  KeelWorksheet *sheet = keel_worksheet_new_from_xml (bytes, &error);

  g_assert_no_error (error);
  return sheet;
}

static KeelAnswers *
read_answers (const char *json)
{
  g_autoptr (GError) error = NULL;
  KeelAnswers *answers = keel_answers_new_from_json (json, &error);

  g_assert_no_error (error);
  return answers;
}

/* @ids: nullable; with spaces between. */
static char *
write_text (const char *ids, const KeelGivenOptions *options, KeelTextKind kind)
{
  g_autoptr (KeelWorksheet) sheet = read_sheet (SHEET);
  g_autoptr (KeelAnswers) answers = read_answers (ANSWERS);
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_given_free);
  KeelGiven *one = keel_given_new (sheet, answers, "For # me");
  g_auto (GStrv) words = ids != NULL ? g_strsplit (ids, " ", -1) : NULL;

  one->day = 20779; /* 2026-11-22 */
  one->program = g_strdup ("Candle_Group_");
  if (words != NULL)
    one->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    g_hash_table_add (one->ids, g_strdup (words[i]));
  g_ptr_array_add (given, one);
  return keel_entry_text_write (given, options, kind);
}

static const KeelGivenOptions nothing = { 0 };
static const KeelGivenOptions everything = { .initials = TRUE, .dates = TRUE, .programs = TRUE };

static void
test_plain (void)
{
  g_autofree char *text = write_text (NULL, &nothing, KEEL_TEXT_PLAIN);

  g_assert_cmpstr (
      text, ==,
      "My *plan*\nFor # me\n\n"
      "First\n\n"
      "What?\nWalk | run\n\n"
      "More\n# One\n* two\n\n3. three\n\n"
      "Whom?\nAnna Maria K.\n\n"
      "Five\n1. tea\n2. bed\n\n"
      "Some\n– Ben\n– Zoë Q\n\n"
      "How strong?\n7 (0 none – 10 most)\n\n"
      "How much?\n3 (0 – 10)\n\n"
      "Done\nYes\n\n"
      "Which?\nTwo, One\n\n"
      "When?\nSunday 22 November 2026\n\n"
      "When, exactly?\nTuesday 24 November 2026, 19:00\n\n"
      "Second\n\n"
      "Rows\n"
      "Row 1\nWho: Clara\nWhat happened: a\nb | c\nFit (0 bad – 10 good): 2\nMinutes: 5 minutes\n"
      "Row 2\nWho: Dora E.\nMinutes: 10 minutes\n"
      "Together: 15 minutes\n\n"
      "Both sides\n"
      "Doing it, Good\n– calm · Soon · 8\n"
      "Not doing it, Bad\n– tired\n– late · Later\n\n"
      "Sleep\n7.5 hours\n");
}

static void
test_markdown (void)
{
  g_autofree char *text = write_text (NULL, &everything, KEEL_TEXT_MARKDOWN);

  g_assert_cmpstr (text, ==,
                   "# My \\*plan\\*\n\nFor \\# me\n\nSunday 22 November 2026 · Candle_Group\\_\n\n"
                   "## First\n\n"
                   "### What?\n\nWalk \\| run\n\n"
                   "### More\n\n\\# One\\\n\\* two\n\n3\\. three\n\n"
                   "### Whom?\n\nA. M. K.\n\n"
                   "### Five\n\n1. tea\n2. bed\n\n"
                   "### Some\n\n- B.\n- Z. Q.\n\n"
                   "### How strong?\n\n7 (0 none – 10 most)\n\n"
                   "### How much?\n\n3 (0 – 10)\n\n"
                   "### Done\n\nYes\n\n"
                   "### Which?\n\nTwo, One\n\n"
                   "### When?\n\nSunday 22 November 2026\n\n"
                   "### When, exactly?\n\nTuesday 24 November 2026, 19:00\n\n"
                   "## Second\n\n"
                   "### Rows\n\n"
                   "| | Who | What happened | Fit (0 bad – 10 good) | Minutes |\n"
                   "| --- | --- | --- | --- | --- |\n"
                   "| 1 | C. | a<br>b \\| c | 2 | 5 minutes |\n"
                   "| 2 | D. E. | | | 10 minutes |\n"
                   "| | | | | Together: 15 minutes |\n\n"
                   "### Both sides\n\n"
                   "| | Good | Bad |\n"
                   "| --- | --- | --- |\n"
                   "| Doing it | calm · Soon · 8 | |\n"
                   "| Not doing it | | tired<br>late · Later |\n\n"
                   "### Sleep\n\n7.5 hours\n");
}

typedef struct
{
  const char *ids;
  const char *text; /* below the name */
} ChosenRow;

static const ChosenRow chosen_rows[] = {
  { "done", "First\n\nDone\nYes\n" },
  { "sleep safe stop unknown", "Second\n\nSleep\n7.5 hours\n" },
  { "rows/min",
    "Second\n\nRows\nRow 1\nMinutes: 5 minutes\nRow 2\nMinutes: 10 minutes\nTogether: 15 minutes\n" },
  { "rows/long", "Second\n\nRows\nRow 1\nWhat happened: a\nb | c\n" },
  { "rows/unknown what/who", "" },
};

static void
test_chosen (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chosen_rows); i++)
    {
      g_autofree char *text = write_text (chosen_rows[i].ids, &nothing, KEEL_TEXT_PLAIN);
      const char *below = strchr (text, '\n');

      below = strchr (below + 1, '\n') + 1;
      if (*chosen_rows[i].text == '\0')
        g_assert_cmpstr (below, ==, "");
      else
        g_assert_cmpstr (below + 1, ==, chosen_rows[i].text);
    }
}

static const char *const initials[][2] = {
  { "Anna Maria K.", "A. M. K." },
  { "anna maria", "A. M." },
  { "Jean-Luc", "J.-L." },
  { "Ludwig van B", "L. v. B." },
  { "J.R.R. Tolkien", "J.R.R. T." },
  { "O'Brien, Ben & Zoë/Kim", "O., B. & Z./K." },
  { "  Anna \n Ben ", "  A. \n B. " },
  { "E\xcc\x81lodie", "E\xcc\x81." },
  { "éric", "É." },
  { "Анна Каренина", "А. К." },
  { "анна", "А." },
  { "آنا محمد", "آ. م." },
  { "משה כהן", "מ. כ." },
  { "田中さくら", "田." },
  { "김 민수", "김. 민." },
  { "नीना", "नी." },
  { "🙂 Anna🙂", "🙂 A." },
  { "+49 170 1234567", "+4. 1. 1." },
  { "anna@example.org", "A.O." },
  { "McKay (sister)", "M. (s.)" },
  { "", "" },
  { "?", "?" },
  { "…", "…" },
};

static void
test_initials (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (initials); i++)
    {
      g_autofree char *shortened = keel_initials_shorten (initials[i][0]);

      g_assert_cmpstr (shortened, ==, initials[i][1]);
    }
}

static const char *const escaped[][3] = {
  /* typed, as text, as a cell */
  { "plain", "plain", "plain" },
  { "a*b_c_ d_e", "a\\*b_c\\_ d_e", "a\\*b_c\\_ d_e" },
  { "- no list", "\\- no list", "\\- no list" },
  { "1. no list", "1\\. no list", "1\\. no list" },
  { "12) no list", "12\\) no list", "12\\) no list" },
  { "2.5 hours", "2.5 hours", "2.5 hours" },
  { "7.", "7\\.", "7\\." },
  { "# no heading #", "\\# no heading \\#", "\\# no heading \\#" },
  { "    no code", "no code", "no code" },
  { "> `no` <b>", "\\> \\`no\\` \\<b\\>", "\\> \\`no\\` \\<b\\>" },
  { "[a](b) ~c~ \\d", "\\[a\\](b) \\~c\\~ \\\\d", "\\[a\\](b) \\~c\\~ \\\\d" },
  { "a | b", "a \\| b", "a \\| b" },
  { "&amp; & &#38; R&D", "\\&amp; & \\&#38; R&D", "\\&amp; & \\&#38; R&D" },
  { "one\ntwo", "one\\\ntwo", "one<br>two" },
  { "one\r\n\r\ntwo", "one\n\ntwo", "one<br><br>two" },
  { "head\n===\n---", "head\\\n\\===\\\n\\---", "head<br>\\===<br>\\---" },
  { "https://a.example/b_c?d=1&e=2#f", "https://a.example/b_c?d=1&e=2#f", "https://a.example/b_c?d=1&e=2#f" },
};

static void
test_escaped (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (escaped); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) cell = g_string_new (NULL);

      keel_markdown_append_text (text, escaped[i][0]);
      keel_markdown_append_cell (cell, escaped[i][0]);
      g_assert_cmpstr (text->str, ==, escaped[i][1]);
      g_assert_cmpstr (cell->str, ==, escaped[i][2]);
    }
}

/* What each answer says that no other does; NULL at the end. */
static const char *const marks[][2] = {
  { "what", "Walk" },     { "more", "three" },     { "whom", "Anna" },        { "five", "tea" },
  { "some", "Ben" },      { "pull", "most" },      { "plain", "How much" },   { "done", "Done" },
  { "kind", "Two" },      { "on", "22 November" }, { "at", "19:00" },         { "rows/who", "Clara" },
  { "rows/long", "b |" }, { "rows/fit", "bad" },   { "rows/min", "minutes" }, { "grid", "calm" },
  { "sleep", "7.5" },
};

/* Whatever is chosen: that is there, and nothing else; what is not kept never is. */
static void
test_nothing_else (void)
{
  for (guint round = 0; round < 300; round++)
    {
      GString *ids = g_string_new ("safe");
      guint32 chosen = g_test_rand_int () & 0x1ffff;
      g_autofree char *text = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        if ((chosen >> i & 1) != 0)
          g_string_append_printf (ids, " %s", marks[i][0]);
      text = write_text (ids->str, &nothing, KEEL_TEXT_PLAIN);
      for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        g_assert_cmpint (strstr (text, marks[i][1]) != NULL, ==, chosen >> i & 1);
      g_assert_null (strstr (text, "Not now"));
      g_assert_null (strstr (text, "Candle"));
      g_string_free (ids, TRUE);
    }
}

static void
test_no_names (void)
{
  static const char *const names[] = { "Anna", "Maria", "Ben", "Zoë", "Clara", "Dora" };

  for (KeelTextKind kind = KEEL_TEXT_PLAIN; kind <= KEEL_TEXT_MARKDOWN; kind++)
    {
      g_autofree char *text = write_text (NULL, &everything, kind);

      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        g_assert_null (strstr (text, names[i]));
      g_assert_nonnull (strstr (text, "A. M. K."));
    }
}

/* What was written into another template than this one, and what is broken, is read without harm. */
static void
test_other_kinds (void)
{
  g_autoptr (KeelWorksheet) sheet = read_sheet (SHEET);
  g_autoptr (KeelAnswers) answers = read_answers (
      "{\"what\": [\"a\", \"b\"], \"pull\": \"very\", \"on\": \"soon\", \"kind\": [\"gone\"], \"five\": \"text\","
      " \"done\": 4, \"grid\": \"x\", \"rows\": [{\"gone\": \"y\"}], \"sleep\": true, \"lost\": \"z\"}");
  g_autofree char *text = keel_entry_text_describe (sheet, answers);

  g_assert_cmpstr (text, ==,
                   "First\n\nWhat?\na, b\n\nHow strong?\nvery\n\nDone\n4\n\nWhich?\ngone\n\nWhen?\nsoon\n\n"
                   "Second\n\nSleep\nYes\n\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/entry-text/plain", test_plain);
  g_test_add_func ("/content/entry-text/markdown", test_markdown);
  g_test_add_func ("/content/entry-text/chosen", test_chosen);
  g_test_add_func ("/content/entry-text/initials", test_initials);
  g_test_add_func ("/content/entry-text/escaped", test_escaped);
  g_test_add_func ("/content/entry-text/nothing-else", test_nothing_else);
  g_test_add_func ("/content/entry-text/no-names", test_no_names);
  g_test_add_func ("/content/entry-text/other-kinds", test_other_kinds);
  return g_test_run ();
}

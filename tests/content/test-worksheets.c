#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#include "content/keel-worksheet.h"

#define HEAD                                                                                                 \
  "<worksheet id='w99' order='3' pages='both' group='plans' readers='yes' daily='yes' time='evening'>"
#define NAME "<name>My plan</name>"
#define FIELD "<field id='a' type='text'><label>What?</label></field>"
#define SHEET(inside) HEAD NAME "<section>" inside "</section></worksheet>"

/* Every kind of field, and everything that can stand beside one. */
#define WHOLE                                                                                                       \
  HEAD NAME                                                                                                         \
      "<about>Why &amp; how.</about>"                                                                               \
      "<note kind='safety'>Careful.</note><note kind='credit'>An idea of others.</note>"                            \
      "<use program='aa' part='4'/><use program='smart'/>"                                                          \
      "<section><title>First</title><help>Slowly.</help>"                                                           \
      "<field id='what' type='text'><label>What?</label><help>In a few words.</help></field>"                       \
      "<field id='more' type='long' words='yes' minutes='yes'><label>More</label></field>"                          \
      "<field id='five' type='list' count='5' ordered='yes' carry='yes'><label>Five</label></field>"                \
      "<field id='pull' type='rating' keep='no'><label>How strong?</label><low>none</low><high>most</high></field>" \
      "<field id='done' type='tick'><label>Done</label></field>"                                                    \
      "<field id='kind' type='choice' several='yes'><label>Which?</label>"                                          \
      "<option id='one'>One</option><option id='two'>Two</option></field>"                                          \
      "<field id='then' type='long' when='kind=two done'><label>Then?</label></field>"                              \
      "<field id='after' type='date' when='done'><label>When?</label></field></section>"                            \
      "<section><field id='rows' type='table' fill='down' rows='3'><label>Rows</label>"                             \
      "<column id='who' type='person'><label>Who</label></column>"                                                  \
      "<column id='at' type='datetime'><label>When</label></column>"                                                \
      "<column id='fit' type='rating' wheel='yes'><label>Fit</label></column>"                                      \
      "<start><cell column='who'>My &lt;3</cell><cell column='fit' value='5'/></start>"                             \
      "<start><cell column='who'>Else</cell></start></field>"                                                       \
      "<field id='sum' type='number' min='0' max='24'><label>Sleep</label><unit>hours</unit></field>"               \
      "<field id='stop' type='info'><label>Breathe.</label></field>"                                                \
      "<field id='grid' type='matrix' weight='yes'><label>Both sides</label>"                                       \
      "<row id='do'><label>Doing it</label></row><row id='not'><label>Not doing it</label></row>"                   \
      "<column id='good'><label>Good</label></column><column id='bad'><label>Bad</label></column>"                  \
      "<tag id='short'><label>Soon</label></tag><tag id='long'><label>Later</label></tag></field>"                  \
      "</section></worksheet>"

static KeelWorksheet *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return keel_worksheet_new_from_xml (bytes, error);
}

static void
check_whole (const KeelWorksheet *sheet)
{
  const KeelField *rows = keel_worksheet_find_field (sheet, "rows");
  const KeelField *grid = keel_worksheet_find_field (sheet, "grid");
  const KeelField *then = keel_worksheet_find_field (sheet, "then");

  g_assert_cmpstr (sheet->id, ==, "w99");
  g_assert_cmpstr (sheet->about, ==, "Why & how.");
  g_assert_cmpint (sheet->order, ==, 3);
  g_assert_cmpint (sheet->group, ==, KEEL_GROUP_PLANS);
  g_assert_true (sheet->member && sheet->family && sheet->readers && sheet->daily);
  g_assert_cmpint (sheet->time, ==, KEEL_WORKSHEET_EVENING);
  g_assert_false (sheet->quiet || sheet->ask_again);
  g_assert_cmpuint (sheet->notes->len, ==, 2);
  g_assert_cmpuint (sheet->sections->len, ==, 2);
  g_assert_true (keel_worksheet_is_used_by (sheet, "aa", 4));
  g_assert_false (keel_worksheet_is_used_by (sheet, "aa", 5));
  g_assert_true (keel_worksheet_is_used_by (sheet, "smart", 2));
  g_assert_false (keel_worksheet_is_used_by (sheet, "na", 0));

  g_assert_cmpuint (keel_worksheet_find_field (sheet, "five")->shown, ==, 5);
  g_assert_cmpint (keel_worksheet_find_field (sheet, "pull")->max, ==, 10);
  g_assert_cmpstr (keel_worksheet_find_field (sheet, "pull")->low, ==, "none");
  g_assert_cmpint (keel_worksheet_find_field (sheet, "sum")->max, ==, 24);
  g_assert_cmpuint (then->when->len, ==, 2);
  g_assert_cmpstr (((KeelCondition *) then->when->pdata[0])->option, ==, "two");
  g_assert_null (((KeelCondition *) then->when->pdata[1])->option);
  g_assert_cmpuint (rows->starts->len, ==, 2);
  g_assert_true (keel_worksheet_find_field (sheet, "pull")->unkept);
  g_assert_true (rows->down);
  g_assert_cmpuint (rows->shown, ==, 3);
  g_assert_true (keel_field_find_column (rows, "fit")->wheel);
  g_assert_cmpstr (keel_option_find (grid->sides, "bad")->label, ==, "Bad");
  g_assert_cmpstr (keel_option_find (grid->options, "long")->label, ==, "Later");
  g_assert_null (keel_worksheet_find_field (sheet, "nobody"));
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelWorksheet) sheet = read_text (WHOLE, &error);

  g_assert_no_error (error);
  check_whole (sheet);
}

/* What an entry keeps of its template is what it was. */
static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelWorksheet) sheet = read_text (WHOLE, &error);
  g_autofree char *written = keel_worksheet_to_xml (sheet);
  g_autoptr (KeelWorksheet) again = read_text (written, &error);
  g_autofree char *twice = NULL;

  g_assert_no_error (error);
  check_whole (again);
  twice = keel_worksheet_to_xml (again);
  g_assert_cmpstr (twice, ==, written);
}

/* A new entry has the rows that its tables start with, and what the last one carries on. */
static void
test_begin (void)
{
  static const char *const five[] = { "one", "two", NULL };
  g_autoptr (KeelWorksheet) sheet = read_text (WHOLE, NULL);
  g_autoptr (KeelAnswers) first = keel_worksheet_begin (sheet, NULL);
  g_autoptr (KeelAnswers) row = keel_answers_get_row (first, "rows", 0);
  g_autoptr (KeelAnswers) second = NULL;
  g_auto (GStrv) carried = NULL;
  double fit;

  g_assert_cmpuint (keel_answers_get_n_rows (first, "rows"), ==, 2);
  g_assert_cmpstr (keel_answers_get_text (row, "who"), ==, "My <3");
  g_assert_true (keel_answers_get_number (row, "fit", &fit));
  g_assert_cmpfloat (fit, ==, 5);

  keel_answers_set_texts (first, "five", five, NULL);
  keel_answers_set_text (first, "what", "of that day", NULL);
  second = keel_worksheet_begin (sheet, first);
  carried = keel_answers_get_texts (second, "five");
  g_assert_cmpuint (g_strv_length (carried), ==, 2);
  g_assert_false (keel_answers_has (second, "what"));
  keel_answers_clear (first, "five");
  g_assert_true (keel_answers_has (second, "five"));
}

/* A row that a table begins with holds what its columns hold, whoever wrote the file. */
static void
test_begin_cells (void)
{
  static const struct
  {
    const char *type, *cell;
    const char *json;
  } rows[] = {
    { "number", "5", "{\"a\":[{\"b\":5}]}" },
    { "number", "2.5", "{\"a\":[{\"b\":2.5}]}" },
    { "number", "five", "{\"a\":[{\"b\":\"five\"}]}" },
    { "number", "5 of 9", "{\"a\":[{\"b\":\"5 of 9\"}]}" },
    { "rating", "nan", "{\"a\":[{\"b\":\"nan\"}]}" },
    { "rating", "1e999", "{\"a\":[{\"b\":\"1e999\"}]}" },
    { "choice", "one", "{\"a\":[{\"b\":[\"one\"]}]}" },
    { "tick", "yes", "{\"a\":[{\"b\":true}]}" },
    { "date", "2026-11-22", "{\"a\":[{\"b\":\"2026-11-22\"}]}" },
    { "text", "7", "{\"a\":[{\"b\":\"7\"}]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (
          SHEET ("<field id='a' type='table'><label>x</label><column id='b' type='%s'><label>y</label>"
                 "<option id='one'>One</option><option id='two'>Two</option></column>"
                 "<start><cell column='b' value='%s'/></start></field>"),
          rows[i].type, rows[i].cell);
      g_autoptr (GError) error = NULL;
      g_autoptr (KeelWorksheet) sheet = read_text (text, &error);
      g_autoptr (KeelAnswers) answers = NULL;
      g_autofree char *json = NULL;

      g_assert_no_error (error);
      answers = keel_worksheet_begin (sheet, NULL);
      json = keel_answers_to_json (answers);
      g_assert_cmpstr (json, ==, rows[i].json);
    }
}

static void
test_conditions (void)
{
  static const char *const one[] = { "one", NULL };
  static const char *const both[] = { "one", "two", NULL };
  g_autoptr (KeelWorksheet) sheet = read_text (WHOLE, NULL);
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  const KeelField *then = keel_worksheet_find_field (sheet, "then");

  g_assert_true (keel_worksheet_is_open (keel_worksheet_find_field (sheet, "what")->when, answers));
  g_assert_false (keel_worksheet_is_open (then->when, answers));
  keel_answers_set_texts (answers, "kind", one, NULL);
  g_assert_false (keel_worksheet_is_open (then->when, answers));
  keel_answers_set_texts (answers, "kind", both, NULL);
  g_assert_true (keel_worksheet_is_open (then->when, answers));
  keel_answers_clear (answers, "kind");
  keel_answers_set_tick (answers, "done", TRUE);
  g_assert_true (keel_worksheet_is_open (then->when, answers));
}

/* “When” is a word of Keel’s, too; in what a person wrote it is theirs. */
static void
test_own_words (void)
{
  g_autoptr (KeelWorksheet) sheet =
      read_text (SHEET ("<field id='a' type='date'><label>Save</label></field>"), NULL);

  g_assert_cmpstr (keel_worksheet_find_field (sheet, "a")->label, ==, "Save");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text, *reason;
  } rows[] = {
    { "<recipe/>", "no worksheet" },
    { "<worksheet/>", "id" },
    { HEAD NAME "</worksheet>", "without fields" },
    { HEAD "<section>" FIELD "</section></worksheet>", "no “name”" },
    { "<worksheet id='W 1' pages='both' group='plans'>" NAME "</worksheet>", "no id" },
    { "<worksheet id='w1' pages='both' group='cakes'>" NAME "</worksheet>", "no group" },
    { "<worksheet id='w1' pages='both' group='plans' time='noon'>" NAME "</worksheet>", "no time" },
    { SHEET (""), "without fields" },
    { SHEET (FIELD FIELD), "twice" },
    { SHEET ("<field id='a' type='cake'><label>x</label></field>"), "no type" },
    { SHEET ("<field id='a' type='text'/>"), "no “label”" },
    { SHEET ("<field id='a' type='choice'><label>x</label><option id='b'>B</option></field>"),
      "fewer than two" },
    { SHEET ("<field id='a' type='choice'><label>x</label><option id='b'>B</option><option id='b'>C</option>"
             "</field>"),
      "twice" },
    { SHEET ("<field id='a' type='table'><label>x</label></field>"), "without columns" },
    { SHEET (
          "<field id='a' type='table'><label>x</label><column id='b' type='table'><label>y</label></column>"
          "</field>"),
      "No column" },
    { SHEET ("<field id='a' type='matrix'><label>x</label></field>"), "two rows" },
    { SHEET ("<field id='a' type='number' min='5' max='5'><label>x</label></field>"), "Nothing from" },
    { SHEET ("<field id='a' type='number' min='x'><label>x</label></field>"), "no number" },
    { SHEET ("<field id='a' type='list' count='0'><label>x</label></field>"), "no number of lines" },
    { SHEET ("<field id='a' type='list' count='9999'><label>x</label></field>"), "no number of lines" },
    { SHEET ("<field id='a' type='text' when='b'><label>x</label></field>"), "waits for" },
    { SHEET ("<field id='a' type='text' when='a'><label>x</label></field>"), "waits for" },
    { HEAD NAME "<section when='b'>" FIELD "</section></worksheet>", "waits for" },
    { SHEET ("<field id='a' type='table'><label>x</label><column id='b' type='text'><label>y</label></column>"
             "<start><cell column='c'>x</cell></start></field>"),
      "no column" },
    { HEAD NAME "<note kind='joke'>x</note><section>" FIELD "</section></worksheet>", "no kind" },
    { HEAD NAME "<use part='1'/><section>" FIELD "</section></worksheet>", "program" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KeelWorksheet) sheet = read_text (rows[i].text, &error);

      g_test_message ("%s", rows[i].text);
      g_assert_null (sheet);
      g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT);
      g_assert_nonnull (strstr (error->message, rows[i].reason));
    }
}

/* A file of a stranger's may be anything. */
static void
test_too_much (void)
{
  g_autoptr (GString) text = g_string_new (HEAD NAME "<section>");
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_strnfill (KEEL_WORKSHEET_MAX_TEXT + 1, 'x');
  g_autofree char *long_name =
      g_strdup_printf (HEAD "<name>%s</name><section>" FIELD "</section></worksheet>", words);

  for (guint i = 0; i <= KEEL_WORKSHEET_MAX_FIELDS; i++)
    g_string_append_printf (text, "<field id='f%u' type='text'><label>x</label></field>", i);
  g_string_append (text, "</section></worksheet>");
  g_assert_null (read_text (text->str, &error));
  g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT);
  g_clear_error (&error);
  g_assert_null (read_text (long_name, &error));
  g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT);
  g_clear_error (&error);
  g_string_truncate (text, 0);
  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "<a>");
  g_assert_null (read_text (text->str, &error));
  g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worksheets/whole", test_whole);
  g_test_add_func ("/worksheets/round-trip", test_round_trip);
  g_test_add_func ("/worksheets/begin", test_begin);
  g_test_add_func ("/worksheets/begin-cells", test_begin_cells);
  g_test_add_func ("/worksheets/conditions", test_conditions);
  g_test_add_func ("/worksheets/own-words", test_own_words);
  g_test_add_func ("/worksheets/refused", test_refused);
  g_test_add_func ("/worksheets/too-much", test_too_much);
  return g_test_run ();
}

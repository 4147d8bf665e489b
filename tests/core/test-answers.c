#include <string.h>

#include "core/keel-answers.h"

/* What a document is read as, and written again. */
static void
test_documents (void)
{
  static const struct
  {
    const char *json, *again; /* NULL: refused */
    gboolean empty;
  } rows[] = {
    { "{}", "{}", TRUE },
    { "{\"a\":\"x\",\"b\":7}", "{\"a\":\"x\",\"b\":7}", FALSE },
    { "{ \"a\" : \" \\n\\t\" }", "{\"a\":\" \\n\\t\"}", TRUE },
    { "{\"a\":[],\"b\":{},\"c\":null,\"d\":false,\"e\":[\"\",\"  \"]}",
      "{\"a\":[],\"b\":{},\"c\":null,\"d\":false,\"e\":[\"\",\"  \"]}", TRUE },
    { "{\"t\":[{\"who\":\"\"},{\"who\":\"A.\"}]}", "{\"t\":[{\"who\":\"\"},{\"who\":\"A.\"}]}", FALSE },
    { "{\"a\":0}", "{\"a\":0}", FALSE },
    { "[]", NULL, FALSE },
    { "", NULL, FALSE },
    { "{\"a\":", NULL, FALSE },
    { "7", NULL, FALSE },
    { "[[[[[[[[[[[[]]]]]]]]]]]]", NULL, FALSE },
    { "{\"a\":\"[[[[[[[[[[[[[[\\\"{{{{{{{{{{{{{\"}", "{\"a\":\"[[[[[[[[[[[[[[\\\"{{{{{{{{{{{{{\"}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KeelAnswers) answers = keel_answers_new_from_json (rows[i].json, &error);
      g_autofree char *again = NULL;

      g_test_message ("%s", rows[i].json);
      if (rows[i].again == NULL)
        {
          g_assert_error (error, KEEL_ANSWERS_ERROR, KEEL_ANSWERS_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      again = keel_answers_to_json (answers);
      g_assert_cmpstr (again, ==, rows[i].again);
      g_assert_cmpint (keel_answers_is_empty (answers), ==, rows[i].empty);
    }
}

/* Every kind of answer: set, kept through the file, changed in what was read, cleared. */
static void
test_kinds (void)
{
  static const char *const texts[] = { "<b>&\"\\", "\001 tab\t", "مرحبا 🌊", "  two\nlines " };
  static const char *const list[] = { "one", "", "three", "", NULL };
  static const char *const none[] = { "", NULL };
  g_autoptr (KeelAnswers) written = keel_answers_new ();
  g_autoptr (KeelAnswers) answers = NULL;
  g_auto (GStrv) read = NULL;
  double number;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);

      g_assert_true (keel_answers_set_text (written, id, texts[i], NULL));
    }
  keel_answers_set_number (written, "rating", 7);
  keel_answers_set_number (written, "half", 0.5);
  keel_answers_set_tick (written, "tick", TRUE);
  g_assert_true (keel_answers_set_texts (written, "list", list, NULL));

  answers = keel_answers_copy (written);
  g_assert_true (keel_answers_equal (answers, written));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);

      g_assert_cmpstr (keel_answers_get_text (answers, id), ==, texts[i]);
    }
  g_assert_true (keel_answers_get_number (answers, "rating", &number));
  g_assert_cmpfloat (number, ==, 7);
  g_assert_true (keel_answers_get_number (answers, "half", &number));
  g_assert_cmpfloat (number, ==, 0.5);
  g_assert_false (keel_answers_get_number (answers, "t0", &number));
  g_assert_null (keel_answers_get_text (answers, "rating"));
  g_assert_true (keel_answers_get_tick (answers, "tick"));
  g_assert_false (keel_answers_get_tick (answers, "t0"));
  read = keel_answers_get_texts (answers, "list");
  g_assert_cmpuint (g_strv_length (read), ==, 3);
  g_assert_cmpstr (read[2], ==, "three");

  keel_answers_set_tick (answers, "tick", FALSE);
  keel_answers_clear (answers, "half");
  keel_answers_clear (answers, "never");
  g_assert_true (keel_answers_set_text (answers, "t0", "", NULL));
  g_assert_true (keel_answers_set_texts (answers, "list", none, NULL));
  g_assert_false (keel_answers_has (answers, "tick") || keel_answers_has (answers, "half") ||
                  keel_answers_has (answers, "t0") || keel_answers_has (answers, "list"));
  g_assert_true (keel_answers_has (answers, "rating"));
}

/* Whatever number is set can be read again. */
static void
test_numbers (void)
{
  static const double numbers[] = {
    0,    -0.0, 7,    -7,   0.1,  1.5,   1e-5,   2e-5,    1e-13,       -1e-13,      3e-300,      1e14,
    1e15, 1e16, 1e17, 5e20, 1e22, 1e300, 4e-320, 123.456, 1234567.891, 0.000000123, G_MAXDOUBLE, -G_MAXDOUBLE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (KeelAnswers) written = keel_answers_new ();
      g_autofree char *json = NULL;
      g_autoptr (KeelAnswers) read = NULL;
      g_autoptr (GError) error = NULL;
      double number = -1;

      keel_answers_set_number (written, "a", numbers[i]);
      json = keel_answers_to_json (written);
      g_test_message ("%s", json);
      read = keel_answers_new_from_json (json, &error);
      g_assert_no_error (error);
      g_assert_true (keel_answers_get_number (read, "a", &number));
      g_assert_true (ABS (number - numbers[i]) <= MAX (ABS (numbers[i]) * 1e-15, 1e-320));
    }
}

static void
add_row (KeelAnswers *answers, guint place, const char *who)
{
  g_autoptr (KeelAnswers) row = keel_answers_insert_row (answers, "rows", place, NULL);

  g_assert_true (keel_answers_set_text (row, "who", who, NULL));
}

static void
assert_rows (const KeelAnswers *answers, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < keel_answers_get_n_rows (answers, "rows"); i++)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, "rows", i);

      g_string_append (found, keel_answers_get_text (row, "who"));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_rows (void)
{
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  g_autoptr (KeelAnswers) copy = NULL;

  assert_rows (answers, "");
  add_row (answers, 99, "a");
  add_row (answers, 99, "c");
  add_row (answers, 1, "b");
  assert_rows (answers, "abc");
  keel_answers_move_row (answers, "rows", 2, 0);
  assert_rows (answers, "cab");
  keel_answers_move_row (answers, "rows", 0, 1);
  assert_rows (answers, "acb");
  keel_answers_remove_row (answers, "rows", 1);
  assert_rows (answers, "ab");

  /* Rows that were read can be changed as those that were made. */
  copy = keel_answers_copy (answers);
  add_row (copy, 0, "x");
  assert_rows (copy, "xab");
  assert_rows (answers, "ab");

  keel_answers_remove_row (answers, "rows", 0);
  keel_answers_remove_row (answers, "rows", 0);
  g_assert_true (keel_answers_is_empty (answers));
  g_assert_false (keel_answers_has (answers, "rows"));
}

/* What a newer or broken file holds in a field is not read as something else, and not thrown away. */
static void
test_other_kinds (void)
{
  static const char json[] = "{\"rows\":[{\"who\":\"a\"},7],\"list\":[1,\"x\",{}],\"text\":[\"y\"]}";
  g_autoptr (KeelAnswers) answers = keel_answers_new_from_json (json, NULL);
  g_autofree char *again = NULL;
  g_auto (GStrv) list = keel_answers_get_texts (answers, "list");

  g_assert_cmpuint (keel_answers_get_n_rows (answers, "rows"), ==, 0);
  g_assert_cmpuint (g_strv_length (list), ==, 1);
  g_assert_null (keel_answers_get_text (answers, "text"));
  g_assert_true (keel_answers_set_text (answers, "new", "z", NULL));
  again = keel_answers_to_json (answers);
  g_assert_true (
      g_str_has_prefix (again, "{\"rows\":[{\"who\":\"a\"},7],\"list\":[1,\"x\",{}],\"text\":[\"y\"]"));
}

static void
test_refused (void)
{
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  g_autofree char *million = g_strnfill (1024 * 1024, 'x');
  g_autofree char *more = g_strnfill (KEEL_ANSWERS_MAX_TEXT + 1, 'x');
  const char *list[] = { more, NULL };
  g_autoptr (KeelAnswers) literal = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (keel_answers_set_text (answers, "a", million, NULL));
  g_assert_false (keel_answers_set_text (answers, "a", more, &error));
  g_assert_error (error, KEEL_ANSWERS_ERROR, KEEL_ANSWERS_ERROR_TOO_LONG);
  g_clear_error (&error);
  g_assert_false (keel_answers_set_texts (answers, "b", list, &error));
  g_assert_error (error, KEEL_ANSWERS_ERROR, KEEL_ANSWERS_ERROR_TOO_LONG);
  g_clear_error (&error);
  g_assert_false (keel_answers_set_text (answers, "a", "\xff\xfe", &error));
  g_assert_error (error, KEEL_ANSWERS_ERROR, KEEL_ANSWERS_ERROR_TEXT);
  g_clear_error (&error);
  g_assert_cmpuint (strlen (keel_answers_get_text (answers, "a")), ==, 1024 * 1024);

  /* What would be cut is not read at all, and what only looks like it is. */
  g_assert_null (keel_answers_new_from_json ("{\"a\":\"one\\u0000two\"}", &error));
  g_assert_error (error, KEEL_ANSWERS_ERROR, KEEL_ANSWERS_ERROR_TEXT);
  g_clear_error (&error);
  literal = keel_answers_new_from_json ("{\"a\":\"one\\\\u0000two\"}", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (keel_answers_get_text (literal, "a"), ==, "one\\u0000two");

  for (guint i = 0; i < 3; i++)
    add_row (answers, 0, "a");
  assert_rows (answers, "aaa");
}

/* A table ends where Keel would no longer carry it, wherever the row is put. */
static void
test_most_rows (void)
{
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelAnswers) last = NULL;

  for (guint i = 0; i < KEEL_ANSWERS_MAX_ROWS; i++)
    add_row (answers, i % 2 == 0 ? G_MAXUINT : i, i == 0 ? "first" : "a");
  for (guint place = 0; place < 2; place++)
    {
      g_assert_null (keel_answers_insert_row (answers, "rows", place * G_MAXUINT, &error));
      g_assert_error (error, KEEL_ANSWERS_ERROR, KEEL_ANSWERS_ERROR_TOO_LONG);
      g_clear_error (&error);
    }
  g_assert_cmpuint (keel_answers_get_n_rows (answers, "rows"), ==, KEEL_ANSWERS_MAX_ROWS);
  keel_answers_remove_row (answers, "rows", 1);
  add_row (answers, G_MAXUINT, "last");
  last = keel_answers_get_row (answers, "rows", KEEL_ANSWERS_MAX_ROWS - 1);
  g_assert_cmpstr (keel_answers_get_text (last, "who"), ==, "last");
}

static void
collect_cb (const char *id, const char *text, gpointer data)
{
  g_string_append_printf (data, "%s=%s;", id, text);
}

static void
test_foreach_text (void)
{
  static const char json[] =
      "{\"b\":\"1\",\"rows\":[{\"who\":\"2\",\"n\":7},{\"who\":\"3\"}],\"a\":[\"4\",\"5\"]}";
  g_autoptr (KeelAnswers) answers = keel_answers_new_from_json (json, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  keel_answers_foreach_text (answers, collect_cb, found);
  g_assert_cmpstr (found->str, ==, "b=1;who=2;who=3;a=4;a=5;");
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    guint words;
  } rows[] = {
    { "", 0 },          { "  \n", 0 },          { "one", 1 },      { "I don’t know", 3 },
    { "e-mail me", 2 }, { "- one - two -", 2 }, { "7 a.m.", 3 },   { "मुझे डर", 2 },
    { "ça va ?", 2 },   { "“Stop!”", 1 },       { "مرحبا بك", 2 }, { "🌊", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (keel_count_words (rows[i].text), ==, rows[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers/documents", test_documents);
  g_test_add_func ("/answers/kinds", test_kinds);
  g_test_add_func ("/answers/numbers", test_numbers);
  g_test_add_func ("/answers/rows", test_rows);
  g_test_add_func ("/answers/other-kinds", test_other_kinds);
  g_test_add_func ("/answers/refused", test_refused);
  g_test_add_func ("/answers/most-rows", test_most_rows);
  g_test_add_func ("/answers/foreach-text", test_foreach_text);
  g_test_add_func ("/answers/words", test_words);
  return g_test_run ();
}

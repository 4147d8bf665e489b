/* The sheet for somebody one trusts: as text and back, whatever is written on it; lines; and when it is
 * empty. */

#include "core/keel-together.h"

static void
test_round_trip (void)
{
  g_autoptr (KeelTogether) sheet = keel_together_new ();
  g_autoptr (KeelTogether) read = NULL;
  g_autoptr (KeelTogether) copy = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autofree char *copied = NULL;

  sheet->parts = 1u << KEEL_TOGETHER_PART_ASKS;
  sheet->whom = g_strdup ("Anna B.");
  sheet->signs = g_strdup ("I say \"it's fine\"\nI don't answer \\ 电话 'x'");
  sheet->asks = g_strdup ("Ask me");
  keel_together_add_help (sheet, " I am 'alone' ", "Call\nme ");
  keel_together_add_help (sheet, NULL, "A walk");
  keel_together_add_help (sheet, "", "A walk");
  keel_together_add_help (sheet, " ", NULL);
  g_assert_cmpuint (sheet->helps->len, ==, 2);
  text = keel_together_to_string (sheet);
  read = keel_together_from_string (text);
  again = keel_together_to_string (read);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (read->parts, ==, 1u << KEEL_TOGETHER_PART_ASKS);
  g_assert_cmpstr (read->signs, ==, sheet->signs);
  g_assert_cmpstr (((KeelTogetherHelp *) read->helps->pdata[0])->what, ==, "Call\nme");
  g_assert_null (((KeelTogetherHelp *) read->helps->pdata[1])->when);
  copy = keel_together_copy (sheet);
  copied = keel_together_to_string (copy);
  g_assert_cmpstr (copied, ==, text);
}

static void
test_damaged (void)
{
  static const char *const texts[] = { NULL, "", "{}", "(uint32 7, 'x')", "(7, 'x', [], '', '", "\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KeelTogether) sheet = keel_together_from_string (texts[i]);

      g_assert_cmpuint (sheet->parts, ==, KEEL_TOGETHER_ALL_PARTS);
      g_assert_true (keel_together_is_empty (sheet));
    }
}

static void
test_empty (void)
{
  static const struct
  {
    guint parts;
    const char *when, *signs, *asks;
    gboolean empty;
  } rows[] = {
    { KEEL_TOGETHER_ALL_PARTS, NULL, NULL, NULL, TRUE },
    { KEEL_TOGETHER_ALL_PARTS, "alone", NULL, NULL, FALSE },
    { KEEL_TOGETHER_ALL_PARTS, NULL, " \n \n", NULL, TRUE },
    { KEEL_TOGETHER_ALL_PARTS, NULL, NULL, "\nAsk", FALSE },
    { 1u << KEEL_TOGETHER_PART_SIGNS, "alone", NULL, "Ask", TRUE },
    { 1u << KEEL_TOGETHER_PART_SIGNS, "alone", "I go quiet", "Ask", FALSE },
    { 0, "alone", "I go quiet", "Ask", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelTogether) sheet = keel_together_new ();

      sheet->parts = rows[i].parts;
      sheet->signs = g_strdup (rows[i].signs);
      sheet->asks = g_strdup (rows[i].asks);
      keel_together_add_help (sheet, rows[i].when, NULL);
      g_assert_cmpint (keel_together_is_empty (sheet), ==, rows[i].empty);
    }
}

static void
test_lines (void)
{
  g_auto (GStrv) lines = keel_together_split_lines ("  one \n\n\t\ntwo\r\n");
  g_auto (GStrv) none = keel_together_split_lines (NULL);

  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_cmpstr (lines[0], ==, "one");
  g_assert_cmpstr (lines[1], ==, "two");
  g_assert_null (none[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/together/round-trip", test_round_trip);
  g_test_add_func ("/together/damaged", test_damaged);
  g_test_add_func ("/together/empty", test_empty);
  g_test_add_func ("/together/lines", test_lines);
  return g_test_run ();
}

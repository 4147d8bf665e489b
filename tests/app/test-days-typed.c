/* An amount of money, as people type it and as it is written for them to change. */

#include "app/keel-days-typed.h"

#define MOST G_GINT64_CONSTANT (1000000000)

static void
test_money (void)
{
  static const struct
  {
    const char *text;
    int decimals;
    gint64 money; /* -1: none */
  } rows[] = {
    { "12", 2, 1200 },
    { "12.50", 2, 1250 },
    { " 12,5 ", 2, 1250 },
    { "0.05", 2, 5 },
    { "12.5", 3, 12500 },
    { "500", 0, 500 },
    { "500.5", 0, -1 },
    { "1.234", 2, -1 },
    { "12.", 2, -1 },
    { ".5", 2, -1 },
    { "", 2, -1 },
    { "a lot", 2, -1 },
    { "12 EUR", 2, -1 },
    { "-3", 2, -1 },
    { "10000000", 2, MOST },
    { "10000000.01", 2, -1 },
    { "99999999999999999999", 2, -1 },
    { "\331\241\331\242\331\253\331\245", 2, 1250 }, /* ١٢٫٥ */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 money = -1;
      gboolean read = keel_days_typed_money (rows[i].text, rows[i].decimals, MOST, &money);

      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpint (read, ==, rows[i].money >= 0);
      if (read)
        g_assert_cmpint (money, ==, rows[i].money);
    }
}

/* What is written is read again as the same. */
static void
test_written (void)
{
  static const struct
  {
    gint64 money;
    int decimals;
    const char *text;
  } rows[] = {
    { 1200, 2, "12" }, { 1250, 2, "12.50" }, { 5, 2, "0.05" }, { 500, 0, "500" }, { 1005, 3, "1.005" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = keel_days_typed_format_money (rows[i].money, rows[i].decimals);
      gint64 money = -1;

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_true (keel_days_typed_money (text, rows[i].decimals, MOST, &money));
      g_assert_cmpint (money, ==, rows[i].money);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/days-typed/money", test_money);
  g_test_add_func ("/days-typed/written", test_written);
  return g_test_run ();
}

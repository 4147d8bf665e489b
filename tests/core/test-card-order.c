/* The order of cards: what is kept, moved and put away, and what another Keel knew. */

#include "core/keel-card-order.h"

static const char *const usual[] = { "a", "b", "c", "d", NULL };

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { NULL, "a b c d" },
    { "", "a b c d" },
    { "d c b a", "d c b a" },
    { "d -c b a", "d -c b a" },
    { "c a", "c d a b" }, /* what it does not know follows what it usually follows */
    { "-b", "a -b c d" }, /* the first has nothing before it */
    { "old d x-y c b a", "d c b a" },
    { "b b -b  b", "a b c d" }, /* once is enough */
    { "-- - a%b", "a b c d" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelCardOrder) order = keel_card_order_new (usual, rows[i].text);
      g_autofree char *text = keel_card_order_format (order);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_change (void)
{
  g_autoptr (KeelCardOrder) order = keel_card_order_new (usual, NULL);
  g_autoptr (KeelCardOrder) before = keel_card_order_copy (order);
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (keel_card_order_move (order, "c", -1));
  g_assert_true (keel_card_order_move (order, "a", 3));
  g_assert_false (keel_card_order_move (order, "c", -1));
  g_assert_false (keel_card_order_move (order, "a", 1));
  g_assert_false (keel_card_order_move (order, "nothing", 1));
  keel_card_order_set_hidden (order, "d", TRUE);
  keel_card_order_set_hidden (order, "b", TRUE);
  keel_card_order_set_hidden (order, "b", FALSE);
  text = keel_card_order_format (order);
  g_assert_cmpstr (text, ==, "c b -d a");
  g_assert_cmpuint (keel_card_order_get_length (order), ==, 4);
  g_assert_cmpstr (keel_card_order_get (order, 2), ==, "d");
  kept = keel_card_order_format (before);
  g_assert_cmpstr (kept, ==, "a b c d");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/card-order/read", test_read);
  g_test_add_func ("/core/card-order/change", test_change);
  return g_test_run ();
}

/* What is said of urges: in whole sentences, as counts, and only as much as there is. */

#include "content/keel-urge-sentences.h"

static void
test_patterns (void)
{
  static const struct
  {
    KeelUrgePattern pattern;
    guint weeks;
    const char *sentence;
  } rows[] = {
    { { KEEL_PATTERN_HOURS, 17, NULL, 9, 14 },
      4,
      "Most of your urges in the last 4 weeks came between 17:00 and 20:00 (9 of 14)." },
    { { KEEL_PATTERN_HOURS, 17, NULL, 7, 14 },
      4,
      "Many of your urges in the last 4 weeks came between 17:00 and 20:00 (7 of 14)." },
    { { KEEL_PATTERN_HOURS, 22, NULL, 12, 12 },
      1,
      "Most of your urges in the last 1 week came between 22:00 and 01:00 (12 of 12)." },
    { { KEEL_PATTERN_HOURS, 21, NULL, 12, 12 },
      12,
      "Most of your urges in the last 12 weeks came between 21:00 and 00:00 (12 of 12)." },
    { { KEEL_PATTERN_WEEKDAY, 5, NULL, 8, 12 },
      4,
      "Most of your urges in the last 4 weeks came on a Friday (8 of 12)." },
    { { KEEL_PATTERN_WEEKDAY, 0, NULL, 10, 30 },
      4,
      "Many of your urges in the last 4 weeks came on a Sunday (10 of 30)." },
    { { KEEL_PATTERN_HELPED, 0, NULL, 7, 8 },
      4,
      "After “Urge surfing” the urge was weaker 7 of 8 times in the last 4 weeks." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentence = keel_sentence_urge_pattern (&rows[i].pattern, rows[i].weeks,
                                                              "Urge surfing");

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
}

/* As it is called where one says what is going on. */
static void
test_trigger (void)
{
  const KeelUrgePattern pattern = { KEEL_PATTERN_TRIGGER, KEEL_TAG_LONELY, NULL, 9, 14 };
  g_autofree char *sentence = keel_sentence_urge_pattern (&pattern, 4, NULL);

  g_assert_cmpstr (sentence, ==, "“Lonely” was there in most of your urges in the last 4 weeks (9 of 14).");
}

static KeelUrgePatterns *
count (guint n_urges, guint hours_apart)
{
  g_autoptr (GPtrArray) urges = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_urge_free);
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();

  for (guint i = 0; i < n_urges; i++)
    {
      KeelUrge *urge = keel_urge_new (5);

      urge->at = 1795348800 - (gint64) i * hours_apart * 3600;
      g_ptr_array_add (urges, urge);
    }
  return keel_urge_patterns_new (urges, runs, 1795348800, 4);
}

static void
test_beside (void)
{
  static const struct
  {
    guint n_urges;
    guint hours_apart;
    const char *sentence;
  } rows[] = {
    { 1, 24,
      "Keel looks for what your urges have in common once 12 of them are written down, over 14 days or more."
      " In the last 4 weeks there are 1." },
    { 11, 48,
      "Keel looks for what your urges have in common once 12 of them are written down, over 14 days or more."
      " In the last 4 weeks there are 11." },
    { 12, 31, "Nothing stands out: your urges came at different times, with different things going on." },
    { 14, 48, "These are counts of what you wrote down. They do not say why." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelUrgePatterns) patterns = count (rows[i].n_urges, rows[i].hours_apart);
      g_autofree char *sentence = keel_sentence_urge_patterns (patterns);

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
}

static void
test_reasons (void)
{
  static const struct
  {
    KeelOffer offer;
    const char *sentence;
  } rows[] = {
    { { .reason = KEEL_OFFERED_HELPED, .drop = 3, .n_runs = 2 },
      "The urge was weaker by 3 afterwards, on average over 2 times" },
    { { .reason = KEEL_OFFERED_HELPED, .drop = 10.0 / 3, .n_runs = 12 },
      "The urge was weaker by 3.3 afterwards, on average over 12 times" },
    { { .reason = KEEL_OFFERED_TAGS }, "For what is going on" },
    { { .reason = KEEL_OFFERED_FAVOURITE }, "One of your favourites" },
    { { .reason = KEEL_OFFERED_STRENGTH }, "Suits how strong it is" },
    { { .reason = KEEL_OFFERED_SOMEONE }, "Be with someone" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentence = keel_sentence_offer_reason (&rows[i].offer);

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
}

static void
test_urge (void)
{
  g_autofree char *before = keel_sentence_urge_strength (7, KEEL_STRENGTH_NONE);
  g_autofree char *both = keel_sentence_urge_strength (10, 0);

  g_assert_cmpstr (before, ==, "7 of 10");
  g_assert_cmpstr (both, ==, "10 of 10, afterwards 0");
  g_assert_cmpstr (keel_sentence_urge_outcome (KEEL_URGE_UNSAID), ==, "");
  g_assert_cmpstr (keel_sentence_urge_outcome (KEEL_URGE_WENT), ==, "I went along with it");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/urge-sentences/patterns", test_patterns);
  g_test_add_func ("/urge-sentences/trigger", test_trigger);
  g_test_add_func ("/urge-sentences/beside", test_beside);
  g_test_add_func ("/urge-sentences/reasons", test_reasons);
  g_test_add_func ("/urge-sentences/urge", test_urge);
  return g_test_run ();
}
